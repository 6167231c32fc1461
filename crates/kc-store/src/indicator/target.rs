//! Targets as they were set.

use super::{figure, frame};
use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::indicator::record::TargetRecord;
use kc_domain::kernel::id::TargetId;
use kc_domain::kernel::period::Period;
use kc_domain::policy::Scope;
use kc_domain::programme::frame::Frame;

/// Most targets of one programme or plan.
const TARGETS_MAX: i64 = 500;

const COLUMNS: &str = "SELECT id, word, record_id, indicator, figure, period_from, period_to, \
                       area, organisation_id, illustrative FROM target";

/// One target nobody withdrew, whoever asks.
pub fn find_target(reader: &mut Reader<'_>, id: TargetId) -> Stored<Option<TargetRecord>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ? AND withdrawn_at IS NULL", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// The targets of a programme or plan that nobody withdrew, in the order they were set.
pub fn list_targets(
    reader: &mut Reader<'_>,
    scope: &Scope,
    about: Frame,
) -> Stored<Vec<TargetRecord>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "target", None);
    conditions.add("target.word = ?", [about.word().into()]);
    conditions.add("target.record_id = ?", [about.bytes().to_vec().into()]);
    conditions.add("target.withdrawn_at IS NULL", []);
    let tail = "ORDER BY position LIMIT ?";
    let (sql, values) = conditions.statement(COLUMNS, tail, [TARGETS_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Adds a target; adding the same again changes nothing.
pub fn insert_target(tx: &mut Tx<'_>, target: &TargetRecord) -> Stored<()> {
    tx.execute(
        "INSERT INTO target (id, word, record_id, position, indicator, figure, period_from,
                             period_to, area, organisation_id, illustrative, recorded_at)
         VALUES ($1, $2, $3,
                 (SELECT COALESCE(max(position), 0) + 1 FROM target WHERE record_id = $3),
                 $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO NOTHING",
        &[
            target.id.into(),
            target.frame.word().into(),
            target.frame.bytes().to_vec().into(),
            (&target.indicator).into(),
            (&target.printed).into(),
            target.period.map(Period::from).into(),
            target.period.map(Period::to).into(),
            (&target.area).into(),
            target.organisation.into(),
            target.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Withdraws a target once. The row stays.
pub fn withdraw_target(tx: &mut Tx<'_>, id: TargetId) -> Stored<()> {
    tx.update_one(
        "UPDATE target SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL",
        &[tx.at().into(), id.into()],
    )
}

fn read(row: &Row) -> Stored<TargetRecord> {
    let printed: String = row.get(4)?;
    let (from, to): (Option<_>, Option<_>) = (row.get(5)?, row.get(6)?);
    Ok(TargetRecord {
        id: row.get(0)?,
        frame: frame(row, 1, 2)?,
        indicator: row.get(3)?,
        figure: figure(&printed)?,
        printed,
        period: from.zip(to).and_then(|(from, to)| Period::new(from, to)),
        area: row.get(7)?,
        organisation: row.get(8)?,
        illustrative: row.get(9)?,
    })
}
