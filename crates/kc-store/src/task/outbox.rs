//! Letters on their way: written once for a person and a day, sent at least once.

use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{LetterId, UserId};

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Identity.
    pub id: LetterId,
    /// Whom it is for.
    pub person: UserId,
    /// Their name.
    pub name: String,
    /// The day it speaks of.
    pub day: NaiveDate,
    /// Where it goes.
    pub address: String,
    /// Subject.
    pub subject: String,
    /// In plain words.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// How often it was tried.
    pub attempts: i64,
}

/// Keeps a letter, and drops older ones of the same person that never left: the new one says it
/// all. A letter of the same person and day is left as it is.
pub fn insert_letter(tx: &mut Tx<'_>, letter: &Letter) -> Stored<()> {
    let at = tx.at();
    tx.execute(
        "INSERT INTO outbox (id, person_id, day, address, subject, text, html, attempts, try_at,
                             recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)
         ON CONFLICT (person_id, day) DO NOTHING",
        &[
            letter.id.into(),
            letter.person.into(),
            letter.day.into(),
            (&letter.address).into(),
            (&letter.subject).into(),
            (&letter.text).into(),
            (&letter.html).into(),
            at.into(),
            at.into(),
        ],
    )?;
    tx.execute(
        "UPDATE outbox SET dropped_at = $1
         WHERE person_id = $2 AND day < $3 AND sent_at IS NULL AND dropped_at IS NULL",
        &[at.into(), letter.person.into(), letter.day.into()],
    )?;
    Ok(())
}

/// Which letters to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Haste {
    /// Those whose time has come.
    InTime,
    /// Also those that failed and wait for their next time.
    Now,
}

/// Letters to be sent now, the oldest first; nothing goes to somebody whose account is closed.
pub fn list_waiting(
    reader: &mut Reader<'_>,
    now: Instant,
    haste: Haste,
    limit: i64,
) -> Stored<Vec<Letter>> {
    // A letter in somebody's hands has no fault yet and comes back when its time has come.
    let sql = match haste {
        Haste::InTime => {
            "SELECT outbox.id, outbox.person_id, person.full_name, outbox.day, outbox.address,
                    outbox.subject, outbox.text, outbox.html, outbox.attempts
             FROM outbox JOIN person ON person.id = outbox.person_id
             WHERE outbox.sent_at IS NULL AND outbox.dropped_at IS NULL AND person.closed = 0
               AND outbox.try_at <= $1
             ORDER BY outbox.try_at, outbox.id LIMIT $2"
        }
        Haste::Now => {
            "SELECT outbox.id, outbox.person_id, person.full_name, outbox.day, outbox.address,
                    outbox.subject, outbox.text, outbox.html, outbox.attempts
             FROM outbox JOIN person ON person.id = outbox.person_id
             WHERE outbox.sent_at IS NULL AND outbox.dropped_at IS NULL AND person.closed = 0
               AND (outbox.try_at <= $1 OR outbox.fault IS NOT NULL)
             ORDER BY outbox.try_at, outbox.id LIMIT $2"
        }
    };
    let rows = reader.query(sql, &[now.into(), limit.into()])?;
    rows.iter().map(read).collect()
}

/// Takes a letter in hand until a moment; nobody else sends it before. A letter that somebody
/// else took since it was read is stale.
pub fn take_letter(tx: &mut Tx<'_>, seen: &Letter, until: Instant) -> Stored<()> {
    tx.update_one(
        "UPDATE outbox SET attempts = attempts + 1, try_at = $1, fault = NULL
         WHERE id = $2 AND attempts = $3 AND sent_at IS NULL AND dropped_at IS NULL",
        &[until.into(), seen.id.into(), seen.attempts.into()],
    )
}

/// Sends what still waits for a person to another address; with no address it is dropped.
pub fn redirect_letters(tx: &mut Tx<'_>, person: UserId, address: Option<&str>) -> Stored<()> {
    let at = tx.at();
    match address {
        Some(address) => tx.execute(
            "UPDATE outbox SET address = $1
             WHERE person_id = $2 AND sent_at IS NULL AND dropped_at IS NULL",
            &[address.into(), person.into()],
        )?,
        None => tx.execute(
            "UPDATE outbox SET dropped_at = $1
             WHERE person_id = $2 AND sent_at IS NULL AND dropped_at IS NULL",
            &[at.into(), person.into()],
        )?,
    };
    Ok(())
}

/// Writes down that a letter was taken by the server.
pub fn mark_sent(tx: &mut Tx<'_>, id: LetterId) -> Stored<()> {
    tx.update_one(
        "UPDATE outbox SET sent_at = $1, fault = NULL WHERE id = $2 AND sent_at IS NULL",
        &[tx.at().into(), id.into()],
    )
}

/// Writes down why a letter did not leave and when it is tried again; with no such moment it is
/// given up.
pub fn mark_failed(
    tx: &mut Tx<'_>,
    id: LetterId,
    fault: &str,
    try_at: Option<Instant>,
) -> Stored<()> {
    let at = tx.at();
    let dropped = try_at.is_none().then_some(at);
    tx.update_one(
        "UPDATE outbox SET fault = $1, try_at = $2, dropped_at = COALESCE(dropped_at, $3)
         WHERE id = $4 AND sent_at IS NULL",
        &[
            fault.into(),
            try_at.unwrap_or(at).into(),
            dropped.into(),
            id.into(),
        ],
    )
}

fn read(row: &Row) -> Stored<Letter> {
    Ok(Letter {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        day: row.get(3)?,
        address: row.get(4)?,
        subject: row.get(5)?,
        text: row.get(6)?,
        html: row.get(7)?,
        attempts: row.get(8)?,
    })
}
