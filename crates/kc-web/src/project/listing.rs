//! A table of projects, its columns, and the sums of its filter: for the list and for the pages of
//! plans, programmes and establishments.

use super::{standing, url};
use crate::kernel::components::{Column, Empty, Head, Money};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow, sort_column};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, ROWS_DEFAULT, Window};
use kc_app::project::{self, Filter, Listed, Order, Totals};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::group_thousands;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// A column a reader may choose: code in the address, key it sorts by, whether it shows at first.
pub(super) struct Choosable {
    pub code: &'static str,
    pub sort: &'static str,
    pub first: bool,
}

const fn column(code: &'static str, sort: &'static str, first: bool) -> Choosable {
    Choosable { code, sort, first }
}

/// Every column, in order; the title always shows.
pub(super) const COLUMNS: [Choosable; 13] = [
    column("code", "code", true),
    column("status", "", true),
    column("establishment", "", true),
    column("place", "", true),
    column("plan", "", true),
    column("programme", "", false),
    column("batch", "", false),
    column("level", "", false),
    column("group", "", false),
    column("kind", "", false),
    column("registered", "registered", true),
    column("support", "support", true),
    column("money", "", true),
];

/// The name of a column.
pub(super) fn label(lang: Lang, code: &str) -> &'static str {
    match code {
        "code" => lang.t("Mã", "Code"),
        "status" => lang.t("Trạng thái", "Status"),
        "establishment" => lang.t("Cơ sở thụ hưởng", "Beneficiary"),
        "place" => lang.t("Địa điểm", "Place"),
        "plan" => lang.t("Kế hoạch", "Plan"),
        "programme" => lang.t("Chương trình", "Programme"),
        "batch" => lang.t("Đợt", "Batch"),
        "level" => lang.t("Cấp", "Level"),
        "group" => lang.t("Nhóm nội dung", "Content group"),
        "kind" => lang.t("Loại", "Kind"),
        "registered" => lang.t("Đăng ký", "Registered"),
        "support" => lang.t("Đề nghị hỗ trợ", "Support asked"),
        "money" => lang.t("Kinh phí theo sổ", "In the ledger"),
        _ => "",
    }
}

/// The columns the reader chose, or those shown at first.
pub(super) fn chosen(visit: &Visit<'_>) -> Vec<&'static Choosable> {
    let asked: Vec<_> = visit.arrival.query.all("col").collect();
    COLUMNS
        .iter()
        .filter(|held| {
            if asked.is_empty() {
                held.first
            } else {
                asked.contains(&held.code)
            }
        })
        .collect()
}

/// The first page of a filter as parts of another page, with its sums and the way to all of it.
pub fn of(visit: &Visit<'_>, filter: &Filter) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(1, ROWS_DEFAULT);
    let page = project::list(&cx, filter, Order::Newest, window)?;
    if page.rows.is_empty() {
        return Ok(vec![Part::Empty(Empty {
            title: lang.t("Chưa có đề án nào", "No projects yet").to_owned(),
            text: lang
                .t(
                    "Đề án đăng ký vào đây sẽ hiện ở đây.",
                    "Projects registered here will stand here.",
                )
                .to_owned(),
            action: None,
        })]);
    }
    let totals = project::total(&cx, filter, page.total)?;
    Ok(vec![
        Part::Text(say(lang, page.total, totals)),
        Part::Table(table(visit, &page.rows, totals, false)),
    ])
}

/// The sums of a filter in one sentence.
pub fn summary(visit: &Visit<'_>, filter: &Filter) -> Done<String> {
    let cx = visit.cx();
    let page = project::list(&cx, filter, Order::Newest, Window::of_page(1, 1))?;
    let totals = project::total(&cx, filter, page.total)?;
    Ok(say(visit.lang(), page.total, totals))
}

/// `3 đề án · đề nghị hỗ trợ 210 triệu đồng, 1 đề án chưa có số liệu · …`
pub(super) fn say(lang: Lang, count: i64, totals: Option<Totals>) -> String {
    let mut parts = vec![format!(
        "{} {}",
        group_thousands(count),
        lang.t("đề án", "projects")
    )];
    let unit = lang.t("triệu đồng", "million VND");
    match totals {
        None => parts.push(
            lang.t(
                "thu hẹp bộ lọc để xem tổng kinh phí",
                "narrow the filter to see the sums",
            )
            .to_owned(),
        ),
        Some(totals) => {
            if totals.support_unknown < totals.count {
                parts.push(format!(
                    "{} {} {unit}{}",
                    lang.t("đề nghị hỗ trợ", "support asked"),
                    totals.support_known.millions(),
                    missing(lang, totals.support_unknown)
                ));
            }
            if totals.money_unknown < totals.count {
                parts.push(format!(
                    "{} {} {unit}",
                    lang.t("kinh phí theo sổ", "in the ledger"),
                    totals.money.millions(),
                ));
            }
            if totals.money_unknown > 0 {
                parts.push(format!(
                    "{} {}",
                    group_thousands(totals.money_unknown),
                    lang.t("đề án chưa có kinh phí", "projects without money yet")
                ));
            }
        }
    }
    parts.join(" · ")
}

fn missing(lang: Lang, unknown: i64) -> String {
    if unknown == 0 {
        return String::new();
    }
    format!(
        " ({} {})",
        group_thousands(unknown),
        lang.t("đề án chưa có số liệu", "not known")
    )
}

/// The rows, and a last row with the sums of the whole filter.
pub(super) fn table(
    visit: &Visit<'_>,
    rows: &[Listed],
    totals: Option<Totals>,
    sortable: bool,
) -> Table {
    let lang = visit.lang();
    let shown = chosen(visit);
    let opens = visit.cx().may(Action::ReadLedger);
    let mut rows: Vec<_> = rows
        .iter()
        .map(|row| table_row(lang, row, &shown, opens))
        .collect();
    if let Some(totals) = totals.filter(|totals| totals.count > 0) {
        rows.push(total_row(lang, totals, &shown));
    }
    Table {
        lang,
        caption: lang.t("Danh sách đề án", "Projects").to_owned(),
        head: head(visit, &shown, sortable),
        rows,
        note: String::new(),
    }
}

fn head(visit: &Visit<'_>, shown: &[&Choosable], sortable: bool) -> Head {
    let lang = visit.lang();
    let sort = |column: Column, key: &str| {
        if sortable && !key.is_empty() {
            sort_column(visit, column, key)
        } else {
            column
        }
    };
    let title = Column::text(lang.t("Tên đề án", "Project"));
    let mut columns = vec![sort(title, "title")];
    columns.extend(shown.iter().map(|held| {
        let name = label(lang, held.code);
        let column = match held.code {
            "support" | "money" => Column::number(name, lang.t("triệu đồng", "million VND")),
            _ => Column::text(name),
        };
        sort(column, held.sort)
    }));
    Head { columns }
}

/// `opens`: whether the person may see the entries behind the money.
fn table_row(lang: Lang, row: &Listed, shown: &[&Choosable], opens: bool) -> TableRow {
    let mut cells = vec![Cell::text(&row.project.title)];
    cells.extend(shown.iter().map(|held| cell(lang, row, held.code, opens)));
    TableRow::new(url(row.project.id), cells)
}

fn cell(lang: Lang, row: &Listed, code: &str, opens: bool) -> Cell {
    let project = &row.project;
    let text = |value: &Option<String>| value.as_ref().map_or(Cell::Empty, Cell::text);
    match code {
        "code" => Cell::text(&project.code),
        "status" => Cell::Tag(standing::tag(lang, project.status)),
        "establishment" => text(&row.establishment),
        "place" => text(&project.place_written),
        "plan" => text(&row.plan),
        "programme" => text(&row.programme),
        "batch" => text(&project.batch),
        "level" => Cell::text_or_unknown(project.level.map(|level| level.name(lang))),
        "group" => text(&project.content_group),
        "kind" => Cell::text(project.kind.name(lang)),
        "registered" => Cell::text(show_date(project.registered_on)),
        "support" => Cell::Money(Money::cell(lang, project.support_asked)),
        "money" => {
            let entries = format!("/ledger/entries?project={}", project.id);
            let money = Money::cell(lang, row.money);
            Cell::Money(if opens && row.money.is_some() {
                money.opens(entries)
            } else {
                money
            })
        }
        _ => Cell::Empty,
    }
}

fn total_row(lang: Lang, totals: Totals, shown: &[&Choosable]) -> TableRow {
    let all = format!(
        "{} ({} {})",
        lang.t("Cộng cả bộ lọc", "Sum of the filter"),
        group_thousands(totals.count),
        lang.t("đề án", "projects")
    );
    let known = |sum, unknown: i64| (unknown < totals.count).then_some(sum);
    let mut cells = vec![Cell::text(all)];
    cells.extend(shown.iter().map(|held| match held.code {
        "support" => Cell::Money(Money::cell(
            lang,
            known(totals.support_known, totals.support_unknown),
        )),
        "money" => Cell::Money(Money::cell(lang, known(totals.money, totals.money_unknown))),
        _ => Cell::Empty,
    }));
    TableRow::of_kind(RowKind::Total, cells)
}
