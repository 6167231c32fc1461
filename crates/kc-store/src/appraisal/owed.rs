//! Scores that members still owe.

use crate::kernel::{Reader, Row, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{CouncilId, SittingId, UserId};

/// An open sitting with files a member still has to score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedScores {
    /// The council.
    pub council: CouncilId,
    /// Its name.
    pub council_name: String,
    /// The sitting.
    pub sitting: SittingId,
    /// Its number.
    pub number: i64,
    /// When it was opened.
    pub opened_at: Instant,
    /// The day of the sitting.
    pub held_on: NaiveDate,
    /// Files without a score of the member that counts, nor a reason to stay away from them.
    pub files: i64,
    /// Whether the member declared interests for the year.
    pub has_declared: bool,
}

/// Most open sittings of one member that are looked through.
const OPEN_MAX: i64 = 200;

/// What a member still owes, the nearest sitting first.
pub fn owed_scores(reader: &mut Reader<'_>, person: UserId) -> Stored<Vec<OwedScores>> {
    let rows = reader.query(
        "SELECT council.id, council.name, sitting.id, sitting.number, sitting.recorded_at,
                sitting.held_on, count(*),
                (SELECT count(*) FROM interest_declaration
                 WHERE interest_declaration.person_id = $1
                     AND interest_declaration.year = plan.year)
         FROM council_member
         JOIN council ON council.id = council_member.council_id
         JOIN plan ON plan.id = council.plan_id
         JOIN sitting ON sitting.council_id = council.id AND sitting.closed_at IS NULL
         JOIN sitting_file ON sitting_file.sitting_id = sitting.id
         WHERE council_member.person_id = $2
             AND NOT EXISTS (
                 SELECT 1 FROM score
                 WHERE score.sitting_id = sitting.id
                     AND score.project_id = sitting_file.project_id
                     AND score.person_id = $3 AND score.struck_at IS NULL)
             AND NOT EXISTS (
                 SELECT 1 FROM recusal
                 WHERE recusal.council_id = council.id
                     AND recusal.project_id = sitting_file.project_id
                     AND recusal.person_id = $4)
         GROUP BY council.id, council.name, plan.year, sitting.id, sitting.number,
                  sitting.recorded_at, sitting.held_on
         ORDER BY sitting.held_on, sitting.id
         LIMIT $5",
        &[
            person.into(),
            person.into(),
            person.into(),
            person.into(),
            OPEN_MAX.into(),
        ],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<OwedScores> {
    let declared: i64 = row.get(7)?;
    Ok(OwedScores {
        council: row.get(0)?,
        council_name: row.get(1)?,
        sitting: row.get(2)?,
        number: row.get(3)?,
        opened_at: row.get(4)?,
        held_on: row.get(5)?,
        files: row.get(6)?,
        has_declared: declared > 0,
    })
}
