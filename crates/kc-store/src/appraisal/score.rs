//! Scores: added and struck, never changed.

use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::appraisal::{Points, Score, Struck, StruckFor};
use kc_domain::kernel::id::{ProjectId, ScoreId, SittingId, UserId};
use std::collections::BTreeMap;

/// Every score of a sitting, struck ones too, in the order they were given.
pub fn scores(reader: &mut Reader<'_>, sitting: SittingId) -> Stored<Vec<Score>> {
    let mut points: BTreeMap<ScoreId, Vec<(String, Points)>> = BTreeMap::new();
    let rows = reader.query(
        "SELECT score_point.score_id, score_point.criterion, score_point.points
         FROM score_point JOIN score ON score.id = score_point.score_id
         WHERE score.sitting_id = $1 ORDER BY score_point.score_id, score_point.criterion",
        &[sitting.into()],
    )?;
    for row in &rows {
        let held = points.entry(row.get(0)?).or_default();
        held.push((row.get(1)?, Points(row.get(2)?)));
    }
    let rows = reader.query(
        "SELECT id, project_id, person_id, total, remark, scored_at, struck_at, struck_for
         FROM score WHERE sitting_id = $1 ORDER BY scored_at, id",
        &[sitting.into()],
    )?;
    rows.iter()
        .map(|row| read(row, sitting, &mut points))
        .collect()
}

fn read(
    row: &Row,
    sitting: SittingId,
    points: &mut BTreeMap<ScoreId, Vec<(String, Points)>>,
) -> Stored<Score> {
    let id = row.get(0)?;
    let struck = match row.get(6)? {
        None => None,
        Some(at) => Some(Struck {
            at,
            why: row.code(7, StruckFor::from_code)?,
        }),
    };
    Ok(Score {
        id,
        sitting,
        project: row.get(1)?,
        person: row.get(2)?,
        points: points.remove(&id).unwrap_or_default(),
        total: Points(row.get(3)?),
        remark: row.get(4)?,
        scored_at: row.get(5)?,
        struck,
    })
}

/// Adds a score that counts.
pub fn insert_score(tx: &mut Tx<'_>, score: &Score) -> Stored<()> {
    tx.execute(
        "INSERT INTO score (id, sitting_id, project_id, person_id, total, remark, scored_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            score.id.into(),
            score.sitting.into(),
            score.project.into(),
            score.person.into(),
            score.total.0.into(),
            score.remark.as_ref().into(),
            score.scored_at.into(),
        ],
    )?;
    for (criterion, points) in &score.points {
        tx.execute(
            "INSERT INTO score_point (score_id, criterion, points) VALUES ($1, $2, $3)",
            &[score.id.into(), criterion.into(), points.0.into()],
        )?;
    }
    Ok(())
}

/// Strikes the score of a member for a file, if one counts; answers whether one did.
pub fn strike(
    tx: &mut Tx<'_>,
    sitting: SittingId,
    (project, person): (ProjectId, UserId),
    why: StruckFor,
) -> Stored<bool> {
    let at = tx.at();
    let struck = tx.execute(
        "UPDATE score SET struck_at = $1, struck_for = $2
         WHERE sitting_id = $3 AND project_id = $4 AND person_id = $5 AND struck_at IS NULL",
        &[
            at.into(),
            why.code().into(),
            sitting.into(),
            project.into(),
            person.into(),
        ],
    )?;
    Ok(struck > 0)
}
