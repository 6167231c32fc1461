//! Amending what is recorded of a document that is still as the person saw it.

use super::record::{NewDocument, build, check_new};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Trace};
use crate::search;
use kc_domain::document::Document;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::DocumentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_store::document;

/// Amends a document; who keeps it, where, and the mark of sample data stay.
pub fn amend(cx: &Cx<'_>, id: DocumentId, version: i64, new: NewDocument) -> Done<()> {
    let before = show(cx, id)?;
    let mut after = build(id, new, version)?;
    after.area = before.area.clone();
    after.organisation = before.organisation;
    after.illustrative = before.illustrative;
    let about = About::new("document", id);
    let permit = cx.permit(Action::RecordDocument, subject(&before), &about)?;
    let scope = cx.scope(Action::ReadDocuments)?;
    cx.change(&permit, &about, |tx| {
        check_new(&mut tx.reader(), &scope, &after)?;
        document::update(tx, &after)?;
        search::keep_document(tx, &after)?;
        let detail = format!("Sửa văn bản: {} → {}", line(&before), line(&after));
        tx.trace(Trace::new("document", id, detail));
        Ok(())
    })
}

fn line(document: &Document) -> String {
    let day = document.issued_on.map(show_date);
    format!(
        "{}, {}, {}: {}",
        document.title(Lang::Vi),
        day.as_deref().unwrap_or("không rõ ngày"),
        document.issuer,
        document.summary
    )
}
