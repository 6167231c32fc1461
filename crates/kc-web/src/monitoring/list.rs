//! The list of visits.

use super::counts::{YEAR_FIRST, tabs, year_field};
use super::{tables, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_app::monitoring::{self, Filter, Listed};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::VisitKind;
use kc_domain::policy::Action;

/// The code of both kinds of inspection together.
const INSPECTIONS: &str = "inspection";

/// `GET /visits`, with `?kind=`, `?year=`, `?open=yes`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        kinds: kinds(visit.query("kind")),
        period: year_of(visit.query("year")),
        is_open: visit.query("open") == "yes",
        ..Filter::default()
    };
    let page = monitoring::list(&cx, &filter, window)?;
    let mut shell = shell(visit, lang.t("Thực địa", "Field work"));
    if cx.may(Action::RecordVisit) {
        shell.action = Some(MainAction {
            label: lang.t("Ghi khảo sát nhu cầu", "Record a survey").to_owned(),
            url: "/visits/surveys/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = Empty {
        title: lang.t("Chưa có cuộc nào", "No visits").to_owned(),
        text: lang
            .t(
                "Khảo sát, kiểm tra và nghiệm thu hiện ở đây. Kiểm tra và nghiệm thu ghi từ trang của đề án.",
                "Surveys, inspections and acceptances stand here. Inspections and acceptances start at a project.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: Some(tabs(lang, "")),
        filters: filters(visit),
        action: "/visits".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("cuộc", "visits")),
        shell,
    })
}

fn kinds(code: &str) -> Vec<VisitKind> {
    match code {
        INSPECTIONS => VisitKind::INSPECTIONS.into(),
        code => VisitKind::from_code(code).into_iter().collect(),
    }
}

/// The period of a year typed as a number.
pub fn year_of(typed: &str) -> Option<Period> {
    let year: i32 = typed.parse().ok().filter(|year| *year >= YEAR_FIRST)?;
    Period::new(
        NaiveDate::from_ymd_opt(year, 1, 1)?,
        NaiveDate::from_ymd_opt(year, 12, 31)?,
    )
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let all = || Choice::new("", lang.t("Tất cả", "All"));
    let inspections = Choice::new(INSPECTIONS, lang.t("Kiểm tra (cả hai)", "Inspections"));
    let kinds = VisitKind::ALL.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let kinds = [all(), inspections].into_iter().chain(kinds).collect();
    let open = vec![
        all(),
        Choice::new("yes", lang.t("Còn yêu cầu chưa xong", "Requests open")),
    ];
    let fields = [
        Field::new(lang, Kind::Select(kinds), "kind", lang.t("Loại", "Kind")),
        year_field(visit, all()),
        Field::new(
            lang,
            Kind::Select(open),
            "open",
            lang.t("Yêu cầu", "Requests"),
        ),
    ];
    let fill = |field: Field| {
        let typed = visit.query(&field.name).to_owned();
        field.value(typed).optional()
    };
    fields.into_iter().map(fill).collect()
}

fn table(lang: Lang, rows: &[Listed]) -> Table {
    let columns = vec![
        Column::text(lang.t("Cuộc", "Visit")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Cơ sở", "Establishment")),
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Kết quả", "Result")),
        Column::number(lang.t("Yêu cầu chưa xong", "Open requests"), ""),
    ];
    Table {
        lang,
        caption: lang.t("Thực địa", "Field work").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(|row| table_row(lang, row)).collect(),
        note: String::new(),
    }
}

fn table_row(lang: Lang, row: &Listed) -> TableRow {
    let optional = |text: &Option<String>| text.as_ref().map_or(Cell::Empty, Cell::text);
    let firm = row
        .establishment
        .as_ref()
        .or(row.visit.place_written.as_ref());
    let cells = vec![
        Cell::text(row.visit.kind.name(lang)),
        Cell::text(show_date(row.visit.held_on)),
        firm.map_or(Cell::Empty, Cell::text),
        optional(&row.project),
        tables::ended(lang, &row.visit).map_or(Cell::Empty, Cell::Tag),
        if row.open == 0 {
            Cell::Empty
        } else {
            Cell::number(row.open)
        },
    ];
    TableRow::new(url(row.visit.id), cells)
}
