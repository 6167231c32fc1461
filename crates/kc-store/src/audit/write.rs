//! Appending to the chain; the kernel calls it before each commit.

use crate::kernel::{Link, Reader, Stored, Trace};
use kc_domain::audit::{GENESIS, Outcome, Record};
use kc_domain::kernel::date::Instant;
use kc_domain::policy::Attempt;

/// Appends one record behind the last; the open write holds the lock on the last link.
pub(crate) fn append(
    link: &mut Link,
    attempt: &Attempt,
    at: Instant,
    outcome: Outcome,
    trace: Trace,
) -> Stored<()> {
    let (last, previous) = super::head(&mut Reader::over(link))?;
    let mut record = Record {
        sequence: last.saturating_add(1),
        at,
        user: attempt.user,
        name: attempt.name.clone(),
        action: attempt.action.code().to_owned(),
        outcome,
        word: trace.word.to_owned(),
        record: trace.record,
        area: attempt.area.as_str().to_owned(),
        detail: trace.detail,
        previous,
        hash: GENESIS,
    };
    record.hash = record.compute_hash();
    insert(link, &record)
}

fn insert(link: &mut Link, record: &Record) -> Stored<()> {
    link.execute(
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
    link.execute(
        "UPDATE audit_head SET sequence = $1, hash = $2 WHERE one = 1",
        &[record.sequence.into(), record.hash.into()],
    )?;
    Ok(())
}
