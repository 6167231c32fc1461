//! The list of documents.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Empty, Field, Head, Kind};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow, list_pager, sort_column};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::document::{self, Filter, Order};
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_domain::document::{Document, DocumentKind, IssuerLevel};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /documents`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let filter = Filter {
        words: visit.query("q").to_owned(),
        kind: DocumentKind::from_code(visit.query("kind")),
        level: IssuerLevel::from_code(visit.query("level")),
    };
    let order = match visit.query("sort") {
        "issued" => Order::Oldest,
        _ => Order::Newest,
    };
    let page = document::list(&cx, &filter, order, window)?;
    let mut shell = shell(visit, lang.t("Văn bản", "Documents"));
    if cx.may(Action::RecordDocument) {
        shell.action = Some(MainAction {
            label: lang.t("Thêm văn bản", "Add a document").to_owned(),
            url: "/documents/new".to_owned(),
            official: false,
            posts: false,
        });
    }
    let empty = Empty {
        title: lang.t("Không có văn bản nào", "No documents").to_owned(),
        text: lang
            .t(
                "Quyết định, hợp đồng, biên bản, chứng từ và tệp của chúng sẽ hiện ở đây.",
                "Decisions, contracts, minutes and their files will stand here.",
            )
            .to_owned(),
        action: shell.action.clone(),
    };
    Reply::page(&ListPage {
        tabs: None,
        filters: filters(visit),
        action: "/documents".to_owned(),
        summary: String::new(),
        columns: None,
        table: table(visit, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("văn bản", "documents")),
        shell,
    })
}

fn filters(visit: &Visit<'_>) -> Vec<Field> {
    let lang = visit.lang();
    let all = || Choice::new("", lang.t("Tất cả", "All"));
    let kinds = DocumentKind::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let levels = IssuerLevel::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let kinds = Kind::Select(std::iter::once(all()).chain(kinds).collect());
    let levels = Kind::Select(std::iter::once(all()).chain(levels).collect());
    let fields = [
        Field::text(
            lang,
            "q",
            lang.t("Số, trích yếu, cơ quan", "Number, summary, issuer"),
        ),
        Field::new(lang, kinds, "kind", lang.t("Loại", "Kind")),
        Field::new(lang, levels, "level", lang.t("Cấp", "Level")),
    ];
    let mut fields: Vec<_> = fields
        .into_iter()
        .map(|field| {
            let typed = visit.query(&field.name).to_owned();
            field.value(typed).optional()
        })
        .collect();
    let sort = visit.query("sort");
    if !sort.is_empty() {
        fields.push(Field::new(lang, Kind::Hidden, "sort", "").value(sort));
    }
    fields
}

fn table(visit: &Visit<'_>, rows: &[Document]) -> Table {
    let lang = visit.lang();
    let issued = Column::text(lang.t("Ngày ban hành", "Issued on"));
    let columns = vec![
        Column::text(lang.t("Văn bản", "Document")),
        sort_column(visit, issued, "issued"),
        Column::text(lang.t("Cơ quan ban hành", "Issued by")),
        Column::text(lang.t("Trích yếu", "Summary")),
    ];
    Table {
        lang,
        caption: lang.t("Văn bản", "Documents").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(|row| table_row(lang, row)).collect(),
        note: String::new(),
    }
}

fn table_row(lang: Lang, row: &Document) -> TableRow {
    let number = row.number.as_ref().map_or_else(
        || row.kind.name(lang).to_owned(),
        |number| format!("{} {number}", row.kind.name(lang)),
    );
    let cells = vec![
        Cell::text(number),
        Cell::text_or_unknown(row.issued_on.map(show_date)),
        Cell::text(&row.issuer),
        Cell::text(&row.summary),
    ];
    TableRow::new(url(row.id), cells)
}
