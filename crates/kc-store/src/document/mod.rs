//! Documents, what they are linked to, and their files.

mod attachment;
mod link;
mod total;

pub use attachment::{Attachment, attachments, find_attachment, insert_attachment};
pub use link::{Linked, insert_link, links, of_record};
pub use total::{Total, total};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, StoreError, Stored, Tx, Value};
use chrono::NaiveDate;
use kc_domain::document::{Document, DocumentKind, DocumentNumber, IssuerLevel};
use kc_domain::kernel::id::DocumentId;
use kc_domain::kernel::text::fold;
use kc_domain::policy::Scope;
use std::collections::BTreeMap;

const COLUMNS: &str = "SELECT document.id, document.number, document.issued_on, document.issuer, \
                       document.kind, document.summary, document.level, document.valid_from, \
                       document.valid_to, document.source, document.area, \
                       document.organisation_id, document.illustrative, document.version \
                       FROM document";

/// What a list is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of number, issuer or summary, in any case and without accents.
    pub words: String,
    /// Only this kind.
    pub kind: Option<DocumentKind>,
    /// Only issuers of this level.
    pub level: Option<IssuerLevel>,
}

/// What a list is ordered by; documents without a day stand last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
}

impl Order {
    fn tail(self) -> &'static str {
        match self {
            Self::Newest => "ORDER BY issued_on IS NULL, issued_on DESC, id",
            Self::Oldest => "ORDER BY issued_on IS NULL, issued_on, id",
        }
    }
}

/// One document, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: DocumentId) -> Stored<Option<Document>> {
    let mut conditions = Conditions::new();
    conditions.add("document.id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// The days some documents were issued, as far as they are known.
pub fn issued_on(
    reader: &mut Reader<'_>,
    ids: impl IntoIterator<Item = DocumentId>,
) -> Stored<BTreeMap<DocumentId, NaiveDate>> {
    let mut conditions = Conditions::new();
    conditions.among("id", ids.into_iter().map(Value::from));
    conditions.add("issued_on IS NOT NULL", []);
    let head = "SELECT id, issued_on FROM document";
    let (sql, values) = conditions.statement(head, "", []);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// Documents within a scope.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    order: Order,
    window: Window,
) -> Stored<Page<Document>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "document", None);
    conditions.holds_words("document.text_fold", &filter.words);
    if let Some(kind) = filter.kind {
        conditions.add("document.kind = ?", [kind.code().into()]);
    }
    if let Some(level) = filter.level {
        conditions.add("document.level = ?", [level.code().into()]);
    }
    let parts = ["SELECT count(*) FROM document", COLUMNS, order.tail()];
    conditions.page(reader, parts, window, read)
}

/// Documents within a scope that bear a number.
pub fn of_number(
    reader: &mut Reader<'_>,
    scope: &Scope,
    number: &DocumentNumber,
) -> Stored<Vec<Document>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "document", None);
    conditions.add("document.number_fold = ?", [fold(number.as_str()).into()]);
    let (sql, values) = conditions.statement(COLUMNS, "ORDER BY document.id", []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Adds a document; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, new: &Document) -> Stored<()> {
    tx.execute(
        "INSERT INTO document (id, number, number_fold, text_fold, issued_on, issuer, kind,
                               summary, level, valid_from, valid_to, source, area,
                               organisation_id, illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16)
         ON CONFLICT (id) DO NOTHING",
        &[
            new.id.into(),
            new.number.as_ref().map(DocumentNumber::as_str).into(),
            number_fold(new).into(),
            text_fold(new).into(),
            new.issued_on.into(),
            (&new.issuer).into(),
            new.kind.code().into(),
            (&new.summary).into(),
            new.level.map(IssuerLevel::code).into(),
            new.valid_from.into(),
            new.valid_to.into(),
            new.source.as_ref().into(),
            (&new.area).into(),
            new.organisation.into(),
            new.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes a document that is still as the person saw it.
pub fn update(tx: &mut Tx<'_>, after: &Document) -> Stored<()> {
    tx.update_one(
        "UPDATE document
         SET number = $1, number_fold = $2, text_fold = $3, issued_on = $4, issuer = $5,
             kind = $6, summary = $7, level = $8, valid_from = $9, valid_to = $10, source = $11,
             version = version + 1
         WHERE id = $12 AND version = $13",
        &[
            after.number.as_ref().map(DocumentNumber::as_str).into(),
            number_fold(after).into(),
            text_fold(after).into(),
            after.issued_on.into(),
            (&after.issuer).into(),
            after.kind.code().into(),
            (&after.summary).into(),
            after.level.map(IssuerLevel::code).into(),
            after.valid_from.into(),
            after.valid_to.into(),
            after.source.as_ref().into(),
            after.id.into(),
            after.version.into(),
        ],
    )
}

fn number_fold(document: &Document) -> String {
    let number = document.number.as_ref();
    number.map_or_else(String::new, |number| fold(number.as_str()))
}

fn text_fold(document: &Document) -> String {
    let number = document.number.as_ref().map(DocumentNumber::as_str);
    let text = [
        number.unwrap_or_default(),
        &document.issuer,
        &document.summary,
    ];
    fold(&text.join(" "))
}

pub(super) fn read(row: &Row) -> Stored<Document> {
    let number: Option<String> = row.get(1)?;
    let number = number.map(|text| DocumentNumber::parse(&text)).transpose();
    Ok(Document {
        id: row.get(0)?,
        number: number.map_err(|refusal| StoreError::Shape(format!("{refusal:?}")))?,
        issued_on: row.get(2)?,
        issuer: row.get(3)?,
        kind: row.code(4, DocumentKind::from_code)?,
        summary: row.get(5)?,
        level: row.code_or_none(6, IssuerLevel::from_code)?,
        valid_from: row.get(7)?,
        valid_to: row.get(8)?,
        source: row.get(9)?,
        area: row.get(10)?,
        organisation: row.get(11)?,
        illustrative: row.get(12)?,
        version: row.get(13)?,
    })
}
