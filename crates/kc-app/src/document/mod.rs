//! Documents: list, show, record, amend, link to records, keep files.

pub mod amend;
pub mod attach;
pub mod link;
pub mod record;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, ROWS_MAX, Window};
use kc_domain::document::{Document, DocumentKind, Relation};
use kc_domain::kernel::id::DocumentId;
use kc_domain::policy::{Action, Subject};
use kc_store::document;
pub use kc_store::document::{Attachment, Filter, Linked, Order};

/// Documents the reader may see.
pub fn list(cx: &Cx<'_>, filter: &Filter, order: Order, window: Window) -> Done<Page<Document>> {
    let scope = cx.scope(Action::ReadDocuments)?;
    cx.read(|reader| Ok(document::list(reader, &scope, filter, order, window)?))
}

/// The newest decisions the reader may see, to choose from.
pub fn decisions(cx: &Cx<'_>) -> Done<Vec<Document>> {
    let filter = Filter {
        kind: Some(DocumentKind::Decision),
        ..Filter::default()
    };
    Ok(list(cx, &filter, Order::Newest, Window::of_page(1, ROWS_MAX))?.rows)
}

/// One document.
pub fn show(cx: &Cx<'_>, id: DocumentId) -> Done<Document> {
    let found = cx
        .read(|reader| Ok(document::find(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadDocuments, &subject(&found))?;
    Ok(found)
}

impl Remembered for DocumentId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The documents of a record the reader was shown, as far as they may be read.
pub fn of_record(cx: &Cx<'_>, record: [u8; 16]) -> Done<Vec<(Document, Relation)>> {
    match cx.scope(Action::ReadDocuments) {
        Ok(scope) => cx.read(|reader| Ok(document::of_record(reader, &scope, record)?)),
        Err(_) => Ok(Vec::new()),
    }
}

/// What the policy must know of a document.
pub fn subject(document: &Document) -> Subject {
    Subject::new(document.area.clone(), Some(document.organisation))
}
