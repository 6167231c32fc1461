//! The documents of a record, as its page shows them.

use super::url;
use crate::kernel::components::{Column, Head};
use crate::kernel::page::{Cell, Part, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::document;
use kc_app::kernel::Done;
use kc_domain::kernel::date::show_date;

/// The documents of a record the visitor was shown. Call it only after the record's own use case
/// has shown the record.
pub fn documents_part(visit: &Visit<'_>, record: [u8; 16]) -> Done<Part> {
    let lang = visit.lang();
    let kept = document::of_record(&visit.cx(), record)?;
    if kept.is_empty() {
        let text = lang.t(
            "Chưa gắn văn bản nào. Mở văn bản rồi chọn “Gắn với”.",
            "No documents yet. Open a document and link it.",
        );
        return Ok(Part::Text(text.to_owned()));
    }
    let columns = vec![
        Column::text(lang.t("Văn bản", "Document")),
        Column::text(lang.t("Ngày ban hành", "Issued on")),
        Column::text(lang.t("Quan hệ", "Relation")),
        Column::text(lang.t("Trích yếu", "Summary")),
    ];
    let rows = kept.iter().map(|(found, relation)| {
        let cells = vec![
            Cell::text(found.title(lang)),
            Cell::text_or_unknown(found.issued_on.map(show_date)),
            Cell::text(relation.name(lang)),
            Cell::text(&found.summary),
        ];
        TableRow::new(url(found.id), cells)
    });
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Văn bản", "Documents").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }))
}
