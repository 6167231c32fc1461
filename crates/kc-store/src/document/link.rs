//! What documents are linked to.

use super::{COLUMNS, read};
use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx, Value};
use kc_domain::document::{Document, Relation};
use kc_domain::kernel::id::{DocumentId, OrganisationId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// A record that a document is linked to, as it is kept for searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The word of the record.
    pub word: String,
    /// Its identity, 16 bytes.
    pub record: Vec<u8>,
    /// What the document is to it.
    pub relation: Relation,
    /// What the record is called.
    pub title: String,
    /// Its code.
    pub note: String,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge of it.
    pub organisation: Option<OrganisationId>,
    /// A second organisation concerned.
    pub party: Option<OrganisationId>,
}

/// Everything a document is linked to, then the programmes and plans that name it as their
/// decision; the caller leaves out what the reader may not see.
pub fn links(reader: &mut Reader<'_>, document: DocumentId) -> Stored<Vec<Linked>> {
    let rows = reader.query(
        "SELECT search_entry.word, document_link.record_id, document_link.relation,
                search_entry.title, search_entry.note, search_entry.area,
                search_entry.organisation_id, search_entry.party_id
         FROM document_link
         JOIN search_entry ON search_entry.record_id = document_link.record_id
         WHERE document_link.document_id = $1
         ORDER BY document_link.recorded_at, document_link.record_id",
        &[document.into()],
    )?;
    let mut links = rows.iter().map(linked).collect::<Stored<Vec<_>>>()?;
    let rows = reader.query(
        "SELECT search_entry.word, search_entry.record_id, 'approval', search_entry.title,
                search_entry.note, search_entry.area, search_entry.organisation_id,
                search_entry.party_id
         FROM (SELECT id FROM programme WHERE decision_id = $1
               UNION ALL
               SELECT id FROM plan WHERE decision_id = $2) AS decided
         JOIN search_entry ON search_entry.record_id = decided.id
         ORDER BY search_entry.number",
        &[document.into(), document.into()],
    )?;
    for found in &rows {
        let found = linked(found)?;
        let is_same =
            |known: &Linked| (&known.record, known.relation) == (&found.record, found.relation);
        if !links.iter().any(is_same) {
            links.push(found);
        }
    }
    Ok(links)
}

fn linked(row: &Row) -> Stored<Linked> {
    Ok(Linked {
        word: row.get(0)?,
        record: row.get(1)?,
        relation: row.code(2, Relation::from_code)?,
        title: row.get(3)?,
        note: row.get(4)?,
        area: row.get(5)?,
        organisation: row.get(6)?,
        party: row.get(7)?,
    })
}

/// The documents of a record within a scope, each with what it is to the record.
pub fn of_record(
    reader: &mut Reader<'_>,
    scope: &Scope,
    record: [u8; 16],
) -> Stored<Vec<(Document, Relation)>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "document", None);
    conditions.add(
        "document_link.record_id = ?",
        [Value::Blob(record.to_vec())],
    );
    let head = COLUMNS.replace(
        " FROM document",
        ", document_link.relation FROM document \
         JOIN document_link ON document_link.document_id = document.id",
    );
    let tail = "ORDER BY document.issued_on IS NULL, document.issued_on, document.id";
    let (sql, values) = conditions.statement(&head, tail, []);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| Ok((read(row)?, row.code(14, Relation::from_code)?)))
        .collect()
}

/// Links a document to a record; linking twice changes nothing.
pub fn insert_link(
    tx: &mut Tx<'_>,
    document: DocumentId,
    word: &str,
    record: [u8; 16],
    relation: Relation,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO document_link (document_id, word, record_id, relation, recorded_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (record_id, document_id, relation) DO NOTHING",
        &[
            document.into(),
            word.into(),
            Value::Blob(record.to_vec()),
            relation.code().into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}
