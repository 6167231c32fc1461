//! Appending to the chain; the kernel calls it before each commit.

use crate::kernel::{Stored, Trace, Tx};
use kc_domain::audit::{GENESIS, Outcome, Record};

/// Appends one record behind the last; the open write holds the lock on the last link.
pub(crate) fn append(tx: &mut Tx<'_>, outcome: Outcome, trace: Trace) -> Stored<()> {
    let (last, previous) = super::head(&mut tx.reader())?;
    let permit = tx.permit();
    let mut record = Record {
        sequence: last.saturating_add(1),
        at: tx.at(),
        user: permit.user(),
        name: permit.name().to_owned(),
        action: permit.action().code().to_owned(),
        outcome,
        word: trace.word.to_owned(),
        record: trace.record,
        area: permit.subject().area.as_str().to_owned(),
        detail: trace.detail,
        previous,
        hash: GENESIS,
    };
    record.hash = record.compute_hash();
    insert(tx, &record)
}

fn insert(tx: &mut Tx<'_>, record: &Record) -> Stored<()> {
    tx.execute(
        "INSERT INTO audit (sequence, at, person_id, name, action, outcome, word, record, area,
                            detail, previous, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        &[
            record.sequence.into(),
            record.at.into(),
            record.user.into(),
            (&record.name).into(),
            (&record.action).into(),
            record.outcome.code().into(),
            (&record.word).into(),
            (&record.record).into(),
            (&record.area).into(),
            (&record.detail).into(),
            record.previous.into(),
            record.hash.into(),
        ],
    )?;
    tx.update_one(
        "UPDATE audit_head SET sequence = $1, hash = $2 WHERE one = 1",
        &[record.sequence.into(), record.hash.into()],
    )
}
