//! What the stages of a purse or project hold: always summed from the entries.

use crate::kernel::{Reader, StoreError, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Purse, Source, Stage};
use std::collections::BTreeMap;

/// The changes of one stage by day, in order: of the purse for a purse's stage, of the project
/// and source otherwise.
pub fn history(
    reader: &mut Reader<'_>,
    stage: Stage,
    source: Source,
    purse: Option<PurseId>,
    project: Option<ProjectId>,
) -> Stored<Vec<(NaiveDate, i64)>> {
    let code = stage.code();
    let rows = if stage.is_of_purse() {
        reader.query(
            "SELECT effective_on,
                    CAST(sum(CASE WHEN to_stage = $1 THEN amount ELSE -amount END) AS BIGINT)
             FROM ledger_entry
             WHERE purse_id = $2 AND (from_stage = $3 OR to_stage = $4)
             GROUP BY effective_on ORDER BY effective_on",
            &[code.into(), purse.into(), code.into(), code.into()],
        )?
    } else {
        reader.query(
            "SELECT effective_on,
                    CAST(sum(CASE WHEN to_stage = $1 THEN amount ELSE -amount END) AS BIGINT)
             FROM ledger_entry
             WHERE project_id = $2 AND source = $3 AND (from_stage = $4 OR to_stage = $5)
             GROUP BY effective_on ORDER BY effective_on",
            &[
                code.into(),
                project.into(),
                source.code().into(),
                code.into(),
                code.into(),
            ],
        )?
    };
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

/// What a purse holds free, and what was ever assigned to it net of cuts.
pub fn purse_balance(reader: &mut Reader<'_>, purse: PurseId) -> Stored<(Dong, Dong)> {
    let row = reader.first(
        "SELECT
            CAST(COALESCE(sum(CASE WHEN to_stage = 'available' THEN amount
                                   WHEN from_stage = 'available' THEN -amount ELSE 0 END), 0)
                 AS BIGINT),
            CAST(COALESCE(sum(CASE WHEN from_stage = 'authority' THEN amount
                                   WHEN to_stage = 'authority' THEN -amount ELSE 0 END), 0)
                 AS BIGINT)
         FROM ledger_entry WHERE purse_id = $1",
        &[purse.into()],
    )?;
    row.map_or(Ok((Dong::ZERO, Dong::ZERO)), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// What each of some purses holds free, and what was assigned to it, in one question.
pub fn purse_balances(
    reader: &mut Reader<'_>,
    purses: &[Purse],
) -> Stored<BTreeMap<PurseId, (Dong, Dong)>> {
    let (Some(first), Some(last)) = (
        purses.iter().min_by_key(|p| p.id),
        purses.iter().max_by_key(|p| p.id),
    ) else {
        return Ok(BTreeMap::new());
    };
    let rows = reader.query(
        "SELECT purse_id,
            CAST(sum(CASE WHEN to_stage = 'available' THEN amount
                          WHEN from_stage = 'available' THEN -amount ELSE 0 END) AS BIGINT),
            CAST(sum(CASE WHEN from_stage = 'authority' THEN amount
                          WHEN to_stage = 'authority' THEN -amount ELSE 0 END) AS BIGINT)
         FROM ledger_entry WHERE purse_id >= $1 AND purse_id <= $2 GROUP BY purse_id",
        &[first.id.into(), last.id.into()],
    )?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))
        .collect()
}

/// What each stage of a project holds, by source: what came in less what went out.
pub fn stages_of_project(
    reader: &mut Reader<'_>,
    project: ProjectId,
) -> Stored<Vec<(Source, Stage, Dong)>> {
    let rows = reader.query(
        "SELECT source, from_stage, to_stage, amount FROM ledger_entry WHERE project_id = $1",
        &[project.into()],
    )?;
    let mut held: BTreeMap<(Source, Stage), i64> = BTreeMap::new();
    for row in &rows {
        let (source, amount): (_, i64) = (row.code(0, Source::from_code)?, row.get(3)?);
        for (stage, change) in [(1, -amount), (2, amount)] {
            let stage = row.code(stage, Stage::from_code)?;
            let sum = held.entry((source, stage)).or_default();
            let beyond = || StoreError::Shape(format!("the money of {project} is beyond counting"));
            *sum = sum.checked_add(change).ok_or_else(beyond)?;
        }
    }
    let stages = held.into_iter();
    Ok(stages
        .map(|((source, stage), sum)| (source, stage, Dong(sum)))
        .collect())
}
