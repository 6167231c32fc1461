//! The list of decisions.

use super::{tag, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::decision::{self, Filter};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_domain::decision::{Decision, DecisionKind, DecisionStatus};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /decisions`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        words: visit.query("q").to_owned(),
        plan: PlanId::parse(visit.query("plan")),
        status: DecisionStatus::from_code(visit.query("status")),
        kind: DecisionKind::from_code(visit.query("kind")),
    };
    let page = decision::list(&cx, &filter, window)?;
    let mut shell = shell(visit, lang.t("Quyết định", "Decisions"));
    shell.action = action(visit);
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit),
        action: "/decisions".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty(lang, shell.action.clone())),
        pager: list_pager(visit, window, page.total, lang.t("quyết định", "decisions")),
        shell,
    })
}

fn action(visit: &Visit<'_>) -> Option<MainAction> {
    let may = visit.cx().may(Action::RecordDecision);
    may.then(|| MainAction {
        label: visit
            .lang()
            .t("Soạn quyết định", "Draft a decision")
            .to_owned(),
        url: visit.arrival.query.behind("/decisions/new"),
        official: false,
        posts: false,
    })
}

fn empty(lang: Lang, action: Option<MainAction>) -> Empty {
    Empty {
        title: lang
            .t("Chưa có quyết định nào", "No decisions yet")
            .to_owned(),
        text: lang
            .t(
                "Mỗi đợt phê duyệt, mỗi lần điều chỉnh, cắt giảm, chuyển nguồn hay dừng đề án là một quyết định.",
                "Each batch and each later change of a plan is a decision.",
            )
            .to_owned(),
        action,
    }
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let any = || Choice::new("", lang.t("Tất cả", "All"));
    let kinds = DecisionKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let statuses = DecisionStatus::ALL.map(|status| Choice::new(status.code(), status.name(lang)));
    let select = |name: &str, label, choices: Vec<Choice>| {
        let choices = std::iter::once(any()).chain(choices).collect();
        Field::new(lang, Kind::Select(choices), name, label).value(visit.query(name))
    };
    vec![
        Field::text(lang, "q", lang.t("Số hoặc trích yếu", "Number or title"))
            .value(visit.query("q")),
        select("kind", lang.t("Loại", "Kind"), kinds.into()),
        select("status", lang.t("Trạng thái", "Status"), statuses.into()),
    ]
}

/// Decisions as rows.
pub(super) fn table(lang: Lang, rows: &[Decision]) -> Table {
    let columns = vec![
        Column::text(lang.t("Số", "Number")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Trích yếu", "About")),
        Column::text(lang.t("Loại", "Kind")),
        Column::text(lang.t("Đợt", "Batch")),
        Column::text(lang.t("Trạng thái", "Status")),
    ];
    let row = |act: &Decision| {
        let open = lang.t("chưa có số", "no number yet");
        let cells = vec![
            Cell::text(act.number.as_deref().unwrap_or(open)),
            act.dated
                .map_or(Cell::Empty, |day| Cell::text(show_date(day))),
            Cell::text(&act.title),
            Cell::text(act.kind.name(lang)),
            act.batch.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::Tag(tag(lang, act.status)),
        ];
        TableRow::new(url(act.id), cells)
    };
    Table {
        lang,
        caption: lang.t("Quyết định", "Decisions").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}
