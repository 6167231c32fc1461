//! The audit: appended to by every transaction, read by those who may.

mod write;

pub(crate) use write::append;

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored};
use kc_domain::audit::{GENESIS, Outcome, Record};
use kc_domain::kernel::date::Instant;
use kc_domain::policy::Scope;

const COLUMNS: &str = "SELECT sequence, at, person_id, name, action, outcome, word, record, area, \
                       detail, previous, hash FROM audit";

/// Records within a scope, newest first; of one record only when it is named.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    record: Option<&str>,
    window: Window,
) -> Stored<Page<Record>> {
    let mut conditions = Conditions::new();
    conditions.scope_by_area(scope, "audit");
    if let Some(record) = record {
        conditions.add("audit.record = ?", [record.into()]);
    }
    let parts = [
        "SELECT count(*) FROM audit",
        COLUMNS,
        "ORDER BY sequence DESC",
    ];
    conditions.page(reader, parts, window, read)
}

/// Everything done to one record, newest first, whoever asks; what was refused to strangers is left
/// out. The caller shows it only beside a record it has already shown.
pub fn of_record(reader: &mut Reader<'_>, record: &str, limit: i64) -> Stored<Vec<Record>> {
    let sql = "SELECT sequence, at, person_id, name, action, outcome, word, record, area, detail, \
               previous, hash FROM audit WHERE record = $1 AND outcome = 'done'
               ORDER BY sequence DESC LIMIT $2";
    reader
        .query(sql, &[record.into(), limit.into()])?
        .iter()
        .map(read)
        .collect()
}

/// The next records of the chain, for checking it from end to end.
pub fn chain(reader: &mut Reader<'_>, after: i64, limit: i64) -> Stored<Vec<Record>> {
    let sql = "SELECT sequence, at, person_id, name, action, outcome, word, record, area, detail, \
               previous, hash FROM audit WHERE sequence > $1 ORDER BY sequence LIMIT $2";
    reader
        .query(sql, &[after.into(), limit.into()])?
        .iter()
        .map(read)
        .collect()
}

/// How often an action on a record was refused since a moment.
pub fn count_refusals(
    reader: &mut Reader<'_>,
    action: &str,
    record: &str,
    since: Instant,
) -> Stored<i64> {
    reader.number(
        "SELECT count(*) FROM audit
         WHERE record = $1 AND action = $2 AND outcome = 'refused' AND at >= $3",
        &[record.into(), action.into(), since.into()],
    )
}

/// Number and hash of the last record; what official papers print at their foot.
pub fn head(reader: &mut Reader<'_>) -> Stored<(i64, [u8; 32])> {
    let row = reader.first("SELECT sequence, hash FROM audit_head WHERE one = 1", &[])?;
    row.map_or(Ok((0, GENESIS)), |row| Ok((row.get(0)?, row.get(1)?)))
}

fn read(row: &Row) -> Stored<Record> {
    Ok(Record {
        sequence: row.get(0)?,
        at: row.get(1)?,
        user: row.get(2)?,
        name: row.get(3)?,
        action: row.get(4)?,
        outcome: row.code(5, Outcome::from_code)?,
        word: row.get(6)?,
        record: row.get(7)?,
        area: row.get(8)?,
        detail: row.get(9)?,
        previous: row.get(10)?,
        hash: row.get(11)?,
    })
}
