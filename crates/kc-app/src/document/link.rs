//! Linking a document to the record it stands behind.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::search::{self, Hit};
use kc_domain::document::Relation;
use kc_domain::kernel::id::DocumentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{Action, Subject};
use kc_store::document::{self, Linked, Total};

/// Links a document to a record the person may read, found by search.
pub fn link(cx: &Cx<'_>, id: DocumentId, record: [u8; 16], relation: Relation) -> Done<()> {
    let found = show(cx, id)?;
    let about = About::new("document", id);
    let permit = cx.permit(Action::RecordDocument, subject(&found), &about)?;
    let target = search::readable(cx, record)?.ok_or(Failure::NotFound)?;
    cx.change(&permit, &about, |tx| {
        document::insert_link(tx, id, &target.word, record, relation)?;
        let detail = format!(
            "Gắn {} với {} ({})",
            found.title(Lang::Vi),
            target.title,
            relation.name(Lang::Vi)
        );
        tx.trace(Trace::new("document", id, detail));
        Ok(())
    })
}

/// What a document is linked to, as far as the reader may see it.
pub fn links(cx: &Cx<'_>, id: DocumentId) -> Done<Vec<Linked>> {
    let found = show(cx, id)?;
    let all = cx.read(|reader| Ok(document::links(reader, found.id)?))?;
    let is_readable = |linked: &Linked| {
        let subject =
            Subject::new(linked.area.clone(), linked.organisation).with_party(linked.party);
        search::reading(&linked.word).is_some_and(|action| cx.may_on(action, &subject))
    };
    Ok(all.into_iter().filter(is_readable).collect())
}

/// Projects and money of a programme or plan a document stands behind; nothing for other records,
/// and for whoever may not read reports.
pub fn total(cx: &Cx<'_>, linked: &Linked) -> Done<Option<Total>> {
    let Ok(scope) = cx.scope(Action::ReadReports) else {
        return Ok(None);
    };
    cx.read(|reader| Ok(document::total(reader, &scope, linked)?))
}

/// Records a document may be linked to, for the words typed; documents themselves are left out.
pub fn targets(cx: &Cx<'_>, words: &str) -> Done<Vec<Hit>> {
    let hits = search::find(cx, words)?;
    Ok(hits
        .into_iter()
        .filter(|hit| hit.word != "document")
        .collect())
}
