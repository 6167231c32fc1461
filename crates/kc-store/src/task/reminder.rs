//! How people want to be reminded.

use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;

/// How a person wants to be reminded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminder {
    /// Where letters go.
    pub address: Option<String>,
    /// Whether a letter comes on each working day on which something presses.
    pub is_daily: bool,
    /// Whether there is a calendar feed.
    pub has_feed: bool,
    /// Who last set where letters go, where that is known.
    pub changed: Option<Changed>,
}

/// Who set where letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Identity.
    pub by: UserId,
    /// Full name.
    pub name: String,
    /// When.
    pub at: Instant,
}

/// How a person wants to be reminded; nothing chosen is no reminder.
pub fn find_reminder(reader: &mut Reader<'_>, person: UserId) -> Stored<Reminder> {
    let sql = "SELECT reminder.address, reminder.daily, reminder.feed_hash, reminder.changed_by,
                      changer.full_name, reminder.changed_at
               FROM reminder LEFT JOIN person changer ON changer.id = reminder.changed_by
               WHERE reminder.person_id = $1";
    let found = reader.first(sql, &[person.into()])?;
    found.map_or_else(|| Ok(Reminder::default()), |row| read_reminder(&row))
}

fn read_reminder(row: &Row) -> Stored<Reminder> {
    let changed = match row.get::<Option<UserId>>(3)? {
        Some(by) => Some(Changed {
            by,
            name: row.get(4)?,
            at: row.get(5)?,
        }),
        None => None,
    };
    Ok(Reminder {
        address: row.get(0)?,
        is_daily: row.get(1)?,
        has_feed: row.get::<Option<[u8; 32]>>(2)?.is_some(),
        changed,
    })
}

/// Keeps where letters go, and who said so.
pub fn set_address(
    tx: &mut Tx<'_>,
    person: UserId,
    address: Option<&str>,
    is_daily: bool,
    by: UserId,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO reminder (person_id, address, daily, recorded_at, changed_by, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id) DO UPDATE
         SET address = excluded.address, daily = excluded.daily,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at",
        &[
            person.into(),
            address.into(),
            is_daily.into(),
            tx.at().into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Keeps the hash of a new calendar address, which ends the old one; `None` ends it alone.
pub fn set_feed(tx: &mut Tx<'_>, person: UserId, hash: Option<[u8; 32]>) -> Stored<()> {
    tx.execute(
        "INSERT INTO reminder (person_id, daily, feed_hash, recorded_at)
         VALUES ($1, 0, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET feed_hash = excluded.feed_hash",
        &[person.into(), hash.into(), tx.at().into()],
    )?;
    Ok(())
}

/// The person of a calendar address.
pub fn find_by_feed(reader: &mut Reader<'_>, hash: [u8; 32]) -> Stored<Option<UserId>> {
    let sql = "SELECT person_id FROM reminder WHERE feed_hash = $1";
    reader
        .first(sql, &[hash.into()])?
        .map(|row| row.get(0))
        .transpose()
}

/// Who wants a letter on a day and has none yet, with the address.
pub fn list_unwritten(
    reader: &mut Reader<'_>,
    day: NaiveDate,
    limit: i64,
) -> Stored<Vec<(UserId, String)>> {
    let sql = "SELECT reminder.person_id, reminder.address
               FROM reminder
               JOIN person ON person.id = reminder.person_id
               WHERE reminder.daily = 1 AND reminder.address IS NOT NULL AND person.closed = 0
                 AND NOT EXISTS (SELECT 1 FROM outbox
                                 WHERE outbox.person_id = reminder.person_id AND outbox.day = $1)
               ORDER BY reminder.person_id
               LIMIT $2";
    let rows = reader.query(sql, &[day.into(), limit.into()])?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
