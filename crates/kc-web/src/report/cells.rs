//! What a cell is made of: entries or projects, and their sum.

use super::address;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Fact, Facts, Head, Money, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell as Td, Part, RecordPage, RowKind, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use kc_app::kernel::Window;
use kc_app::report::behind::{self, BehindEntry, BehindProject, Cells, Contents};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::{Dong, group_thousands};
use kc_domain::kernel::text::Lang;
use kc_domain::project::Status;
use kc_domain::report::{Cell, RowKey};

/// Rows on one page.
const ROWS: i64 = 200;

/// `GET /reports/programme/entries`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let ask = address::ask(&visit.arrival.query)?;
    let window = Window::of_page(visit.page(), ROWS);
    let opened = behind::entries(&visit.cx(), &ask, address::cell(visit)?, window)?;
    let mut shell = shell(visit, title(&opened, lang));
    let query = ["row", "cell", "page"]
        .into_iter()
        .fold(visit.arrival.query.clone(), |query, name| {
            query.with(name, "")
        });
    shell.crumbs = vec![
        crumb(lang.t("Báo cáo", "Reports"), "/reports"),
        crumb(&opened.about.name, query.behind(address::PATH)),
    ];
    let total = opened.behind.count();
    let (what, table) = match &opened.behind {
        Contents::Entries(found) => (
            lang.t("bút toán", "entries"),
            entries(lang, &found.rows, Dong(found.sum)),
        ),
        Contents::Projects(found) => (
            lang.t("đề án", "projects"),
            projects(lang, &found.rows, found.sum),
        ),
    };
    let pager = list_pager(visit, window, total, what);
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![
            Part::Facts(facts(&opened, lang)),
            Part::Table(table),
            Part::Drawing(pager.to_string()),
        ],
    })
}

fn title(opened: &Cells, lang: Lang) -> String {
    let column = column_name(opened.cell, lang);
    format!("{column}: {}", row_name(opened, lang))
}

/// The name of a column.
pub fn column_name(cell: Cell, lang: Lang) -> &'static str {
    match cell {
        Cell::Projects => lang.t("Số đề án", "Projects"),
        Cell::Total => lang.t("Tổng kinh phí", "All money"),
        Cell::Budget => lang.t("Ngân sách nhà nước", "State budget"),
        Cell::Counterpart => lang.t("Đối ứng", "Counterpart"),
        Cell::Unstated => lang.t("Chưa nêu nguồn", "Source not stated"),
        Cell::Workers => lang.t("Lao động", "Workers"),
        Cell::Turns => lang.t("Lượt người", "Turns"),
    }
}

fn row_name(opened: &Cells, lang: Lang) -> String {
    match &opened.row {
        RowKey::Total => lang.t("tổng cộng", "total").to_owned(),
        RowKey::Group(Some(key)) => opened.about.group_label(key),
        RowKey::Group(None) => lang.t("chưa phân nhóm", "in no group").to_owned(),
        RowKey::Level(level) => level
            .map_or(lang.t("chưa rõ cấp", "level not stated"), |level| {
                level.name(lang)
            })
            .to_owned(),
        RowKey::Status(code) => {
            Status::from_code(code).map_or(code.clone(), |status| status.name(lang).to_owned())
        }
        RowKey::Source(node) => node.name(lang).to_owned(),
        RowKey::Stage(stage) => stage.name(lang).to_owned(),
    }
}

fn facts(opened: &Cells, lang: Lang) -> Facts {
    let selection = &opened.about.selection;
    let sum = opened.behind.sum();
    let shown = if opened.cell.is_money() {
        Value::Money(Money::full(lang, Some(Dong(sum))))
    } else {
        Value::Text(group_thousands(sum))
    };
    let facts = vec![
        Fact::new(lang.t("Cộng các dòng", "Sum of the rows"), shown),
        Fact::text(lang.t("Tính đến ngày", "As of"), show_date(selection.as_of)),
        Fact::text(
            lang.t("Theo những gì đã ghi đến", "As known at"),
            selection.known_at.show(),
        ),
    ];
    Facts { lang, facts }
}

fn entries(lang: Lang, rows: &[BehindEntry], sum: Dong) -> Table {
    let columns = vec![
        Column::text(lang.t("Bút toán", "Entry")),
        Column::text(lang.t("Ngày hiệu lực", "Effective")),
        Column::text(lang.t("Nguồn", "Source")),
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Văn bản", "Document")),
        Column::number(lang.t("Số tiền", "Amount"), lang.t("đồng", "VND")),
    ];
    let row = |entry: &BehindEntry| {
        let document = match (entry.document, &entry.document_number) {
            (Some(id), Some(number)) => Td::link(number, format!("/documents/{id}")),
            _ => Td::Unknown,
        };
        let cells = vec![
            Td::text(entry.kind.name(lang)),
            Td::text(show_date(entry.effective_on)),
            Td::text(entry.source.name(lang)),
            Td::link(&entry.project_title, format!("/projects/{}", entry.project)),
            document,
            Td::number(entry.effect.grouped()),
        ];
        TableRow::new(format!("/ledger/entries/{}", entry.id), cells)
    };
    let mut all: Vec<TableRow> = rows.iter().map(row).collect();
    let mut total = vec![Td::text(lang.t("Cộng cả các trang", "Sum of all pages"))];
    total.extend([Td::Empty, Td::Empty, Td::Empty, Td::Empty]);
    total.push(Td::number(sum.grouped()));
    all.push(TableRow::of_kind(RowKind::Total, total));
    Table {
        lang,
        caption: lang
            .t("Các bút toán tạo nên con số", "The entries of the number")
            .to_owned(),
        head: Head { columns },
        rows: all,
        note: String::new(),
    }
}

fn projects(lang: Lang, rows: &[BehindProject], sum: i64) -> Table {
    let columns = vec![
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Trạng thái", "Status")),
        Column::text(lang.t("Ngày đăng ký", "Registered")),
        Column::number(lang.t("Được tính", "Counted"), ""),
    ];
    let row = |project: &BehindProject| {
        let status = Status::from_code(&project.status);
        let cells = vec![
            Td::text(&project.title),
            Td::text(&project.code),
            Td::text_or_unknown(status.map(|status| status.name(lang))),
            Td::text(show_date(project.registered_on)),
            Td::number(group_thousands(project.value)),
        ];
        TableRow::new(format!("/projects/{}", project.id), cells)
    };
    let mut all: Vec<TableRow> = rows.iter().map(row).collect();
    let mut total = vec![Td::text(lang.t("Cộng cả các trang", "Sum of all pages"))];
    total.extend([Td::Empty, Td::Empty, Td::Empty]);
    total.push(Td::number(group_thousands(sum)));
    all.push(TableRow::of_kind(RowKind::Total, total));
    Table {
        lang,
        caption: lang
            .t("Các đề án được tính", "The projects counted")
            .to_owned(),
        head: Head { columns },
        rows: all,
        note: String::new(),
    }
}
