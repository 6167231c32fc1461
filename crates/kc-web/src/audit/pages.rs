//! The page of the audit, newest first, of one record when it is named.

use super::history::what;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Field, Head};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, RowKind, Table, TableRow, list_pager};
use crate::kernel::visit::Visit;
use kc_app::audit;
use kc_app::kernel::{ROWS_DEFAULT, Window};
use kc_domain::audit::{Outcome, Record};
use kc_domain::kernel::text::Lang;

/// `GET /audit?record=`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let window = Window::of_page(visit.page(), ROWS_DEFAULT);
    let record = visit.query("record");
    let named = (!record.is_empty()).then_some(record);
    let page = audit::list(&cx, named, window)?;
    let title = match named {
        Some(_) => lang.t(
            "Ai đã làm gì với bản ghi này",
            "Who did what to this record",
        ),
        None => lang.t("Nhật ký", "Audit"),
    };
    let field = Field::text(lang, "record", lang.t("Mã bản ghi", "Record"))
        .value(record)
        .optional();
    let empty = Empty {
        title: lang
            .t("Không có gì trong nhật ký", "Nothing here")
            .to_owned(),
        text: lang
            .t(
                "Không có việc nào khớp với bộ lọc trong phạm vi của bạn.",
                "Nothing fits the filter within what you may see.",
            )
            .to_owned(),
        action: None,
    };
    Reply::page(&ListPage {
        tabs: None,
        shell: shell(visit, title),
        filters: vec![field],
        action: "/audit".to_owned(),
        summary: lang
            .t(
                "Mỗi dòng mang dấu băm của dòng trước; kiểm tra cả chuỗi bằng lệnh khuyencong audit verify.",
                "Each line carries the hash of the one before; khuyencong audit verify checks the whole chain.",
            )
            .to_owned(),
        columns: None,
        table: table(lang, &page.rows),
        empty: Some(empty),
        pager: list_pager(visit, window, page.total, lang.t("việc", "events")),
    })
}

fn table(lang: Lang, rows: &[Record]) -> Table {
    let columns = vec![
        Column::text(lang.t("Lúc", "When")),
        Column::text(lang.t("Người", "Who")),
        Column::text(lang.t("Việc", "What")),
        Column::text(lang.t("Chi tiết", "Detail")),
        Column::text(lang.t("Bản ghi", "Record")),
        Column::number(lang.t("Số", "Number"), ""),
    ];
    Table {
        lang,
        caption: lang.t("Nhật ký", "Audit").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(|record| row(lang, record)).collect(),
        note: String::new(),
    }
}

fn row(lang: Lang, record: &Record) -> TableRow {
    let cells = vec![
        Cell::text(record.at.show()),
        Cell::text(&record.name),
        Cell::text(what(lang, record)),
        Cell::text(&record.detail),
        Cell::link(
            lang.t("lịch sử", "history"),
            format!(
                "/audit?record={}",
                crate::kernel::query::encode(&record.record)
            ),
        ),
        Cell::number(record.sequence),
    ];
    let kind = match record.outcome {
        Outcome::Done => RowKind::Plain,
        Outcome::Refused => RowKind::Gap,
    };
    TableRow::of_kind(kind, cells)
}
