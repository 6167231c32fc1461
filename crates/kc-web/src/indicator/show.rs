//! The page of targets and results of one programme or plan.

use super::{parts, record};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Field, Head};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, ListPage, Part, RecordPage, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use crate::programme::choice::{code, frame_field, frame_of};
use crate::programme::sides::{Side, tabs};
use chrono::NaiveDate;
use kc_app::indicator::{Overview, overview};
use kc_app::kernel::Window;
use kc_app::programme::frame;
use kc_domain::kernel::date::{parse_date, show_date};
use kc_domain::programme::frame::FrameHead;

/// `GET /indicators?frame=programme:…`, with `&as_of=` for another day than today
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let Some(chosen) = frame_of(visit.query("frame")) else {
        return choose(visit);
    };
    let on = parse_date(visit.query("as_of")).unwrap_or_else(|| visit.cx().today());
    let found = overview(&visit.cx(), chosen, on)?;
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Chỉ tiêu và kết quả", "Targets and results"));
    let word = chosen.word();
    shell.crumbs = vec![crumb(&found.head.name, format!("/{word}s/{chosen}"))];
    shell.illustrative = found.head.illustrative;
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(visit, chosen, &found.head.name, Side::Indicators)),
        parts: all(visit, &found, on),
    })
}

fn all(visit: &Visit<'_>, found: &Overview, on: NaiveDate) -> Vec<Part> {
    let lang = visit.lang();
    let mut all = vec![Part::Text(format!(
        "{} {}.",
        lang.t("Tính đến ngày", "As of"),
        show_date(on)
    ))];
    all.push(Part::Facts(parts::progress(lang, found)));
    all.extend(record::offers(visit, &found.head));
    all.extend(record::withdrawals(visit, found));
    all.extend(parts::targets(lang, &found.standings));
    all.extend(parts::training(lang, found));
    all.extend(parts::field_work(lang, found.field_work));
    all.extend(parts::nested(lang, found));
    all.extend(record::plan_lines(visit, &found.head));
    all.extend(parts::results(lang, &found.results));
    all
}

/// Without a programme or plan: the choice of one.
fn choose(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let heads = frame::list(&visit.cx())?;
    let row = |head: &FrameHead| {
        let url = format!("/indicators?frame={}", code(head.frame));
        let cells = vec![
            Cell::text(&head.name),
            Cell::text(&head.code),
            Cell::text(head.period.to_string()),
        ];
        TableRow::new(url, cells)
    };
    let columns = vec![
        Column::text(lang.t("Chương trình, kế hoạch", "Programme or plan")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Thời gian", "Period")),
    ];
    let total = i64::try_from(heads.len()).unwrap_or(i64::MAX);
    let filters: Vec<Field> = vec![frame_field(lang, &heads)];
    let what = lang.t("chương trình, kế hoạch", "programmes and plans");
    Reply::page(&ListPage {
        shell: shell(visit, lang.t("Chỉ tiêu và kết quả", "Targets and results")),
        tabs: None,
        filters,
        action: "/indicators".to_owned(),
        summary: String::new(),
        columns: None,
        table: Table {
            lang,
            caption: lang
                .t("Chọn chương trình, kế hoạch", "Choose one")
                .to_owned(),
            head: Head { columns },
            rows: heads.iter().map(row).collect(),
            note: String::new(),
        },
        empty: None,
        pager: list_pager(visit, Window::of_page(1, total), total, what),
    })
}
