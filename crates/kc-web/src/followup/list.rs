//! Outcomes beside the money: every round of questions of a plan or programme.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Choice, Column, Empty, Field, Head, Kind, Money, Shape, Tag, Tone,
};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use crate::programme::choice::{code, frame_of};
use chrono::NaiveDate;
use kc_app::followup::{self, Filter, Listed};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::programme::frame;
use kc_domain::followup::{Question, overdue, questions, show_answer, state};
use kc_domain::kernel::text::Lang;
use kc_domain::programme::frame::{Frame, FrameHead};

/// `GET /followups`, with `?frame=plan:…` and `?which=owed` or `?which=all`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let page = followup::list(&cx, filter(visit), window)?;
    let heads = frame::list(&cx).unwrap_or_default();
    let filters = [frames(lang, &heads), which(lang)].map(|field| {
        let typed = visit.query(&field.name).to_owned();
        field.value(typed).optional()
    });
    let empty = Empty {
        title: lang.t("Chưa có lịch theo dõi", "No follow-up").to_owned(),
        text: lang
            .t(
                "Khi đề án nghiệm thu đạt, lịch theo dõi sau hỗ trợ hiện ở đây, kèm kết quả bên cạnh số tiền.",
                "When work passes its acceptance, what became of it stands here beside the money.",
            )
            .to_owned(),
        action: None,
    };
    Reply::page(&ListPage {
        shell: shell(visit, lang.t("Theo dõi sau hỗ trợ", "Follow-up")),
        tabs: None,
        filters: filters.into(),
        action: "/followups".to_owned(),
        summary: summary(lang, &page.rows),
        columns: None,
        table: table(lang, &page.rows, cx.today()),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("lượt hỏi", "rounds")),
    })
}

/// Of every project, or of those of one programme or plan.
fn frames(lang: Lang, heads: &[FrameHead]) -> Field {
    let all = Choice::new("", lang.t("Tất cả", "All"));
    let choices = heads
        .iter()
        .map(|head| Choice::new(code(head.frame), format!("{} – {}", head.code, head.name)));
    let choices = std::iter::once(all).chain(choices).collect();
    let label = lang.t("Chương trình, kế hoạch", "Programme or plan");
    Field::new(lang, Kind::Select(choices), "frame", label)
}

/// Rounds that were answered or are due; those owed; the whole schedule.
fn which(lang: Lang) -> Field {
    let choices = vec![
        Choice::new("", lang.t("Đã trả lời hoặc đến hạn", "Answered or due")),
        Choice::new("owed", lang.t("Đến hạn, chưa trả lời", "Due, not answered")),
        Choice::new("all", lang.t("Cả lịch về sau", "The whole schedule")),
    ];
    let label = lang.t("Lượt hỏi", "Rounds");
    Field::new(lang, Kind::Select(choices), "which", label)
}

fn filter(visit: &Visit<'_>) -> Filter {
    let chosen = frame_of(visit.query("frame"));
    Filter {
        plan: chosen.and_then(|frame| match frame {
            Frame::Plan(id) => Some(id),
            Frame::Programme(_) => None,
        }),
        programme: chosen.and_then(|frame| match frame {
            Frame::Programme(id) => Some(id),
            Frame::Plan(_) => None,
        }),
        is_owed: visit.query("which") == "owed",
        due_by: (visit.query("which") != "all").then_some(visit.cx().today()),
    }
}

/// How many rounds of the page were answered; figures of different units are never added.
fn summary(lang: Lang, rows: &[Listed]) -> String {
    let answered = rows
        .iter()
        .filter(|row| row.followup.answered_on.is_some())
        .count();
    match lang {
        Lang::Vi => format!(
            "Đã trả lời {answered}/{} lượt hỏi trên trang này. Câu chưa trả lời ghi “chưa có số liệu”, không tính là 0.",
            rows.len()
        ),
        Lang::En => format!(
            "{answered} of {} rounds on this page were answered. What is missing is never nought.",
            rows.len()
        ),
    }
}

fn table(lang: Lang, rows: &[Listed], today: NaiveDate) -> Table {
    let mut heads = vec![
        Column::text(lang.t("Đề án", "Project")),
        Column::number(
            lang.t("Kinh phí hỗ trợ", "Support"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Năm sau", "Year")),
        Column::text(lang.t("Tình trạng", "State")),
    ];
    heads.extend(columns(lang));
    let row = |listed: &Listed| {
        let round = &listed.followup;
        let (shape, tone) = match (round.answered_on, overdue(round, today)) {
            (Some(_), _) => (Shape::Full, Tone::Good),
            (None, Some(_)) => (Shape::Cross, Tone::Bad),
            (None, None) => (Shape::Empty, Tone::Quiet),
        };
        let mut cells = vec![
            Cell::text(&listed.project),
            Cell::Money(Money::cell(lang, listed.support)),
            Cell::number(round.year),
            Cell::Tag(Tag::new(shape, tone, state(round, lang))),
        ];
        cells.extend(outcomes(lang, listed));
        let url = format!("{}?tab=after", crate::project::url(round.project));
        TableRow::new(url, cells)
    };
    Table {
        lang,
        caption: lang.t("Kết quả sau hỗ trợ", "Outcomes").to_owned(),
        head: Head { columns: heads },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

/// A column for each question.
pub fn columns(lang: Lang) -> impl Iterator<Item = Column> {
    questions()
        .iter()
        .map(move |question| Column::text(question.short.say(lang)))
}

/// The answer to each question; what nobody answered is said to be missing.
pub fn outcomes(lang: Lang, listed: &Listed) -> Vec<Cell> {
    let answer = |question: &Question| {
        let written = listed.followup.written(&question.key);
        Cell::text_or_unknown(written.map(|written| show_answer(question, written, lang)))
    };
    questions().iter().map(answer).collect()
}
