//! Tables of visits, people, requests and obstacles.

use super::url;
use crate::kernel::components::{Column, Head, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Table, TableRow};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::checklist::{Answer, Finding, find};
use kc_domain::monitoring::{Matter, Person, Standing, Verdict, Visit};

fn table(lang: Lang, caption: &str, columns: Vec<Column>, rows: Vec<TableRow>) -> Table {
    Table {
        lang,
        caption: caption.to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// How a visit ended: a verdict, a withdrawal, or nothing to say.
pub fn ended(lang: Lang, visit: &Visit) -> Option<Tag> {
    if visit.withdrawn_because.is_some() {
        let label = lang.t("Đã rút", "Withdrawn");
        return Some(Tag::new(Shape::Cross, Tone::Bad, label));
    }
    let verdict = visit.verdict?;
    let (shape, tone) = match verdict {
        Verdict::Passed => (Shape::Full, Tone::Good),
        Verdict::Conditional => (Shape::Half, Tone::Care),
        Verdict::Failed => (Shape::Cross, Tone::Bad),
    };
    Some(Tag::new(shape, tone, verdict.name(visit.kind, lang)))
}

/// Visits of one project.
pub fn visits(lang: Lang, visits: &[Visit]) -> Table {
    let columns = vec![
        Column::text(lang.t("Cuộc", "Visit")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Kết quả", "Result")),
        Column::text(lang.t("Kết luận", "Conclusion")),
    ];
    let row = |visit: &Visit| {
        let cells = vec![
            Cell::text(visit.kind.name(lang)),
            Cell::text(show_date(visit.held_on)),
            ended(lang, visit).map_or(Cell::Empty, Cell::Tag),
            visit.conclusion.as_ref().map_or(Cell::Empty, Cell::text),
        ];
        TableRow::new(url(visit.id), cells)
    };
    let rows = visits.iter().map(row).collect();
    table(lang, lang.t("Các cuộc", "Visits"), columns, rows)
}

/// Who came, side by side.
pub fn people(lang: Lang, people: &[Person]) -> Table {
    let columns = vec![
        Column::text(lang.t("Họ tên", "Name")),
        Column::text(lang.t("Chức vụ", "Post")),
        Column::text(lang.t("Đại diện", "For")),
    ];
    let row = |person: &Person| {
        let cells = vec![
            Cell::text(&person.name),
            person.post.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::text(person.side.name(lang)),
        ];
        TableRow::new("", cells)
    };
    let rows = people.iter().map(row).collect();
    let caption = lang.t("Thành phần tham gia", "Who came");
    table(lang, caption, columns, rows)
}

/// What the checklist of a survey found.
pub fn checklist(lang: Lang, answers: &[Answer]) -> Table {
    let columns = vec![
        Column::text(lang.t("Điều kiện", "Condition")),
        Column::text(lang.t("Khảo sát thấy", "Found")),
        Column::text(lang.t("Căn cứ", "Basis")),
    ];
    let row = |answer: &Answer| {
        let question = find(&answer.question);
        let (shape, tone) = match answer.finding {
            Finding::Yes => (Shape::Full, Tone::Good),
            Finding::No => (Shape::Cross, Tone::Bad),
            Finding::Unclear => (Shape::Triangle, Tone::Care),
        };
        let basis = question.map(|question| {
            let doubt = lang.t(" (chưa kiểm chứng)", " (unverified)");
            format!(
                "{}{}",
                question.basis,
                if question.verified { "" } else { doubt }
            )
        });
        let cells = vec![
            Cell::text(question.map_or(answer.question.as_str(), |q| q.text.say(lang))),
            Cell::Tag(Tag::new(shape, tone, answer.finding.name(lang))),
            Cell::text(basis.unwrap_or_default()),
        ];
        TableRow::new("", cells)
    };
    let rows = answers.iter().map(row).collect();
    let caption = lang.t("Kiểm tra điều kiện", "Checklist");
    table(lang, caption, columns, rows)
}

/// Requests and obstacles; an open one opens the page that closes it, for whoever may.
pub fn matters(lang: Lang, matters: &[Matter], today: NaiveDate, may_close: bool) -> Table {
    let mut columns = vec![
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Việc", "Matter")),
        Column::text(lang.t("Ai làm", "By whom")),
        Column::text(lang.t("Nêu ngày", "Raised on")),
        Column::text(lang.t("Hạn", "Due")),
        Column::text(lang.t("Tình trạng", "State")),
    ];
    let is_any_closed = matters.iter().any(|matter| !matter.is_open());
    if is_any_closed {
        columns.push(Column::text(lang.t("Đã giải quyết", "How")));
    }
    let row = |matter: &Matter| {
        let closing = if may_close && matter.is_open() {
            format!("/matters/{}/closing", matter.id)
        } else {
            String::new()
        };
        let mut cells = vec![
            Cell::text(matter.kind.name(lang)),
            Cell::text(&matter.what),
            Cell::text(matter.holder.name(lang)),
            Cell::text(show_date(matter.raised_on)),
            Cell::text(show_date(matter.due_on)),
            Cell::Tag(state(lang, matter.standing(today))),
        ];
        if is_any_closed {
            cells.push(matter.closed_how.as_ref().map_or(Cell::Empty, Cell::text));
        }
        TableRow::new(closing, cells)
    };
    let rows = matters.iter().map(row).collect();
    let caption = lang.t("Yêu cầu và vướng mắc", "Requests and obstacles");
    let mut found = table(lang, caption, columns, rows);
    if may_close && matters.iter().any(Matter::is_open) {
        lang.t(
            "Mở một việc để ghi là đã xong.",
            "Open a matter to record that it is done.",
        )
        .clone_into(&mut found.note);
    }
    found
}

fn state(lang: Lang, standing: Standing) -> Tag {
    let (shape, tone) = match standing {
        Standing::Closed(_) => (Shape::Full, Tone::Good),
        Standing::Open(_) => (Shape::Half, Tone::Work),
        Standing::Near(_) => (Shape::Triangle, Tone::Care),
        Standing::Late(_) => (Shape::Cross, Tone::Bad),
    };
    Tag::new(shape, tone, standing.say(lang))
}
