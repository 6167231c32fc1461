//! Recording a document, once.

use super::subject;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::search;
use chrono::NaiveDate;
use kc_domain::document::refusal::Refusal;
use kc_domain::document::{Document, DocumentKind, DocumentNumber, IssuerLevel};
use kc_domain::kernel::id::{DocumentId, OrganisationId};
use kc_domain::kernel::text::{Lang, clean, fold};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Scope};
use kc_store::document;
use kc_store::kernel::{Reader, Tx};

/// A document as it is entered.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Số, ký hiệu.
    pub number: Option<DocumentNumber>,
    /// Ngày ban hành.
    pub issued_on: Option<NaiveDate>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Loại.
    pub kind: DocumentKind,
    /// Trích yếu.
    pub summary: String,
    /// Level of the issuer.
    pub level: Option<IssuerLevel>,
    /// First day in force.
    pub valid_from: Option<NaiveDate>,
    /// Last day in force.
    pub valid_to: Option<NaiveDate>,
    /// Where the text was found.
    pub source: Option<String>,
    /// Where it is kept.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a document.
pub fn record(cx: &Cx<'_>, new: NewDocument) -> Done<DocumentId> {
    let id = DocumentId(token::new_id(cx.now())?);
    let new = build(id, new, 1)?;
    let about = About::new("document", id);
    let permit = cx.permit(Action::RecordDocument, subject(&new), &about)?;
    let scope = cx.scope(Action::ReadDocuments)?;
    cx.change(&permit, &about, |tx| keep(tx, &scope, &new))
}

/// Records a document inside the transaction of another use case, which answers for the permit.
pub(crate) fn record_within(cx: &Cx<'_>, tx: &mut Tx<'_>, new: NewDocument) -> Done<DocumentId> {
    let id = DocumentId(token::new_id(cx.now())?);
    let new = build(id, new, 1)?;
    let scope = cx.scope(Action::ReadDocuments)?;
    keep(tx, &scope, &new)
}

fn keep(tx: &mut Tx<'_>, scope: &Scope, new: &Document) -> Done<DocumentId> {
    check_new(&mut tx.reader(), scope, new)?;
    document::insert(tx, new)?;
    search::keep_document(tx, new)?;
    let detail = format!("Ghi {}: {}", new.title(Lang::Vi), new.summary);
    tx.trace(Trace::new("document", new.id, detail));
    Ok(new.id)
}

/// The same number, day and issuer is the same document.
pub(super) fn check_new(reader: &mut Reader<'_>, scope: &Scope, new: &Document) -> Done<()> {
    let Some(number) = &new.number else {
        return Ok(());
    };
    let is_same = |other: &Document| {
        other.id != new.id
            && other.issued_on == new.issued_on
            && fold(&other.issuer) == fold(&new.issuer)
    };
    let others = document::of_number(reader, scope, number)?;
    match others.iter().find(|other| is_same(other)) {
        Some(other) => Err(Refusal::AlreadyKept {
            title: other.title(Lang::Vi),
        }
        .into()),
        None => Ok(()),
    }
}

pub(super) fn build(id: DocumentId, new: NewDocument, version: i64) -> Done<Document> {
    let (issuer, summary) = (clean(&new.issuer), clean(&new.summary));
    if summary.is_empty() {
        return Err(Failure::invalid(
            "summary",
            "Hãy nhập trích yếu.",
            "Say what the document is about.",
        ));
    }
    if let (Some(first), Some(last)) = (new.valid_from, new.valid_to)
        && last < first
    {
        return Err(Refusal::BackwardValidity.into());
    }
    Ok(Document {
        id,
        number: new.number,
        issued_on: new.issued_on,
        issuer,
        kind: new.kind,
        summary,
        level: new.level,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        source: new.source,
        area: new.area,
        organisation: new.organisation,
        illustrative: new.illustrative,
        version,
    })
}
