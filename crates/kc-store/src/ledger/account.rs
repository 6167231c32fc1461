//! What the stages of a purse or project hold: always summed from the entries.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, StoreError, Stored, Value};
use chrono::NaiveDate;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Source, Stage};
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
    let mut balances = purse_balances(reader, [purse])?;
    Ok(balances.remove(&purse).unwrap_or_default())
}

/// What went between two stages of some purses, by the index alone.
const MOVED: &str = "SELECT purse_id, from_stage, to_stage, sum(amount) AS moved FROM ledger_entry";
const BY_STAGES: &str = "GROUP BY purse_id, from_stage, to_stage";

/// What a purse holds free and what was assigned to it, of what was moved.
const BALANCE: &str = "SELECT purse_id,
    CAST(sum(CASE WHEN to_stage = 'available' THEN moved
                  WHEN from_stage = 'available' THEN -moved ELSE 0 END) AS BIGINT),
    CAST(sum(CASE WHEN from_stage = 'authority' THEN moved
                  WHEN to_stage = 'authority' THEN -moved ELSE 0 END) AS BIGINT) ";

/// What each of some purses holds free, and what was assigned to it, in one question. Most entries
/// of a purse are further on their way; each side names its stages, so that those are not read.
pub fn purse_balances(
    reader: &mut Reader<'_>,
    purses: impl IntoIterator<Item = PurseId>,
) -> Stored<BTreeMap<PurseId, (Dong, Dong)>> {
    let purses: Vec<_> = purses.into_iter().map(Value::from).collect();
    if purses.is_empty() {
        return Ok(BTreeMap::new());
    }
    let is_summed = |stage: &Stage| matches!(stage, Stage::Authority | Stage::Available);
    let (own, further): (Vec<_>, Vec<_>) = Stage::ALL.into_iter().partition(is_summed);
    let (own, further) = (quoted(&own), quoted(&further));
    let head = [BALANCE, "FROM (", MOVED].concat();
    let marks = vec!["?"; purses.len()].join(", ");
    let arriving = [" UNION ALL ", MOVED, " WHERE purse_id IN (", &*marks].concat();
    let stages = [
        ") AND from_stage IN (",
        &*further,
        ") AND to_stage IN (",
        &*own,
    ]
    .concat();
    let tail = [BY_STAGES, &*arriving, &*stages, ") ", BY_STAGES];
    let tail = [&*tail.concat(), ") AS moves GROUP BY purse_id"].concat();
    let mut leaving = Conditions::new();
    leaving.among("purse_id", purses.iter().cloned());
    leaving.add(&["from_stage IN (", &*own, ")"].concat(), []);
    let (sql, values) = leaving.statement(&head, &tail, purses);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))
        .collect()
}

fn quoted(stages: &[Stage]) -> String {
    let quoted: Vec<_> = stages.iter().map(|s| format!("'{}'", s.code())).collect();
    quoted.join(", ")
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
