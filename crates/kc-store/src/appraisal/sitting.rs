//! Sittings in their versions, and who sat.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::appraisal::Sitting;
use kc_domain::kernel::id::{CouncilId, SittingId, UserId};

const SITTING: &str = "SELECT id, council_id, number, version, corrects_id, reason, held_on, \
                       place_written, minutes, recorded_at, closed_at, closed_by FROM sitting";

/// One sitting, whoever asks.
pub fn find_sitting(reader: &mut Reader<'_>, id: SittingId) -> Stored<Option<Sitting>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    let (sql, values) = conditions.statement(SITTING, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// The sittings of a council with all their versions, the newest first.
pub fn list_sittings(reader: &mut Reader<'_>, council: CouncilId) -> Stored<Vec<Sitting>> {
    let mut conditions = Conditions::new();
    conditions.add("council_id = ?", [council.into()]);
    let (sql, values) = conditions.statement(SITTING, "ORDER BY number DESC, version DESC", []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// The newest version of a sitting's number; nought where there is none.
pub fn newest_version(reader: &mut Reader<'_>, council: CouncilId, number: i64) -> Stored<i64> {
    reader.number(
        "SELECT COALESCE(max(version), 0) FROM sitting WHERE council_id = $1 AND number = $2",
        &[council.into(), number.into()],
    )
}

/// Adds a sitting that is still open.
pub fn insert_sitting(tx: &mut Tx<'_>, sitting: &Sitting) -> Stored<()> {
    tx.execute(
        "INSERT INTO sitting (id, council_id, number, version, corrects_id, reason, held_on,
                              place_written, minutes, closed_at, closed_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL, $10)",
        &[
            sitting.id.into(),
            sitting.council.into(),
            sitting.number.into(),
            sitting.version.into(),
            sitting.corrects.into(),
            sitting.reason.as_ref().into(),
            sitting.held_on.into(),
            sitting.place_written.as_ref().into(),
            sitting.minutes.as_ref().into(),
            sitting.opened_at.into(),
        ],
    )?;
    Ok(())
}

/// Keeps what the secretary wrote so far.
pub fn set_notes(tx: &mut Tx<'_>, id: SittingId, minutes: Option<&str>) -> Stored<()> {
    tx.update_one(
        "UPDATE sitting SET minutes = $1 WHERE id = $2 AND closed_at IS NULL",
        &[minutes.into(), id.into()],
    )
}

/// Closes the minutes.
pub fn close(tx: &mut Tx<'_>, id: SittingId) -> Stored<()> {
    let by = tx.permit().user();
    let at = tx.at();
    tx.update_one(
        "UPDATE sitting SET closed_at = $1, closed_by = $2 WHERE id = $3 AND closed_at IS NULL",
        &[at.into(), by.into(), id.into()],
    )
}

/// Who sat.
pub fn presence(reader: &mut Reader<'_>, id: SittingId) -> Stored<Vec<UserId>> {
    let sql = "SELECT person_id FROM sitting_presence WHERE sitting_id = $1 ORDER BY person_id";
    let rows = reader.query(sql, &[id.into()])?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Notes who sits, in place of what was noted before.
pub fn set_presence(tx: &mut Tx<'_>, id: SittingId, people: &[UserId]) -> Stored<()> {
    tx.execute(
        "DELETE FROM sitting_presence WHERE sitting_id = $1",
        &[id.into()],
    )?;
    for person in people {
        tx.execute(
            "INSERT INTO sitting_presence (sitting_id, person_id) VALUES ($1, $2)
             ON CONFLICT (sitting_id, person_id) DO NOTHING",
            &[id.into(), (*person).into()],
        )?;
    }
    Ok(())
}

fn read(row: &Row) -> Stored<Sitting> {
    Ok(Sitting {
        id: row.get(0)?,
        council: row.get(1)?,
        number: row.get(2)?,
        version: row.get(3)?,
        corrects: row.get(4)?,
        reason: row.get(5)?,
        held_on: row.get(6)?,
        place_written: row.get(7)?,
        minutes: row.get(8)?,
        opened_at: row.get(9)?,
        closed_at: row.get(10)?,
        closed_by: row.get(11)?,
    })
}
