//! One place to search everything; text is folded before it arrives.

use crate::kernel::dialect::{Conditions, search_insert, search_match, search_query};
use crate::kernel::{Reader, Row, Stored, Tx, Value};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::fold;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// Most hits answered at once.
pub const HITS_MAX: i64 = 50;

/// What is kept of a record for searching.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The identity of the record.
    pub record: [u8; 16],
    /// Its word: `project`, `establishment`, …
    pub word: &'static str,
    /// What a hit shows first.
    pub title: &'a str,
    /// What a hit shows beside: code, number, place.
    pub note: &'a str,
    /// Further text that is found but not shown.
    pub more: &'a str,
    /// Where the record lies.
    pub area: &'a AreaPath,
    /// The organisation in charge.
    pub organisation: Option<OrganisationId>,
    /// A second organisation concerned.
    pub party: Option<OrganisationId>,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The identity of the record, as 16 bytes.
    pub record: Vec<u8>,
    /// Its word.
    pub word: String,
    /// What it is called.
    pub title: String,
    /// Code, number, place.
    pub note: String,
}

/// Finds records of one word within the scope that holds for that word, newest first.
pub fn find(reader: &mut Reader<'_>, scope: &Scope, word: &str, text: &str) -> Stored<Vec<Hit>> {
    let folded = fold(text);
    if folded.trim().is_empty() {
        return Ok(Vec::new());
    }
    let query = search_query(reader, &mark(word), &folded);
    let mut conditions = Conditions::new();
    let fits = search_match(reader).replace("$1", "?");
    conditions.add(&fits, [query.into()]);
    conditions.add("search_entry.word = ?", [word.into()]);
    conditions.scope(scope, "search_entry", Some("party_id"));
    let head = "SELECT search_entry.record_id, search_entry.word, search_entry.title, \
                search_entry.note FROM search_text \
                JOIN search_entry ON search_entry.number = search_text.rowid";
    let tail = "ORDER BY search_text.rowid DESC LIMIT ?";
    let (sql, values) = conditions.statement(head, tail, [HITS_MAX.into()]);
    let hits = reader.query(&sql, &values)?;
    hits.iter().map(read).collect()
}

/// One record of a word within the scope that holds for that word.
pub fn find_record(
    reader: &mut Reader<'_>,
    scope: &Scope,
    word: &str,
    record: [u8; 16],
) -> Stored<Option<Hit>> {
    let mut conditions = Conditions::new();
    conditions.add("search_entry.record_id = ?", [Value::Blob(record.to_vec())]);
    conditions.add("search_entry.word = ?", [word.into()]);
    conditions.scope(scope, "search_entry", Some("party_id"));
    let head = "SELECT search_entry.record_id, search_entry.word, search_entry.title, \
                search_entry.note FROM search_entry";
    let (sql, values) = conditions.statement(head, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Stored<Hit> {
    Ok(Hit {
        record: row.get(0)?,
        word: row.get(1)?,
        title: row.get(2)?,
        note: row.get(3)?,
    })
}

/// Keeps a record for searching, in place of what was kept of it before.
pub fn keep(tx: &mut Tx<'_>, entry: &Entry<'_>) -> Stored<()> {
    forget(tx, entry.record)?;
    let id = Value::Blob(entry.record.to_vec());
    let next = "SELECT COALESCE(max(number), 0) + 1 FROM search_entry";
    let number = tx.reader().number(next, &[])?;
    tx.execute(
        "INSERT INTO search_entry (record_id, word, title, note, area, organisation_id, party_id,
                                   number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id,
            entry.word.into(),
            entry.title.into(),
            entry.note.into(),
            entry.area.into(),
            entry.organisation.into(),
            entry.party.into(),
            number.into(),
        ],
    )?;
    let insert = search_insert(tx.reader().is_postgres());
    let folded = fold(&[&*mark(entry.word), entry.title, entry.note, entry.more].join(" "));
    tx.execute(insert, &[number.into(), folded.into()])?;
    Ok(())
}

/// Stands in the text of each record of a word, so that the index itself tells the words apart.
fn mark(word: &str) -> String {
    format!("kc{word}")
}

/// Forgets a record, so that nobody finds it any more.
pub fn forget(tx: &mut Tx<'_>, record: [u8; 16]) -> Stored<()> {
    let id = Value::Blob(record.to_vec());
    let sql = "SELECT number FROM search_entry WHERE record_id = $1";
    if let Some(row) = tx.query(sql, std::slice::from_ref(&id))?.first() {
        let number: i64 = row.get(0)?;
        tx.execute("DELETE FROM search_text WHERE rowid = $1", &[number.into()])?;
        tx.execute("DELETE FROM search_entry WHERE record_id = $1", &[id])?;
    }
    Ok(())
}
