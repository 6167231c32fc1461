//! What a plan comes to: by its decisions, and by the ledger beside them.

use crate::kernel::{Reader, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{DecisionId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_domain::plan::Plan;

/// What one issued decision did to a plan, of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The decision.
    pub decision: DecisionId,
    /// Whose money.
    pub source: Source,
    /// What it added.
    pub added: Dong,
    /// What it took away.
    pub taken: Dong,
    /// Over how many projects.
    pub projects: i64,
}

/// Every step of a plan up to a day, in the order of the decisions. What is carried over leaves
/// one plan and enters another by the same decision.
pub fn steps(reader: &mut Reader<'_>, plan: &Plan, on: NaiveDate) -> Stored<Vec<Step>> {
    let rows = reader.query(
        "SELECT id, source,
                CAST(sum(CASE WHEN change > 0 THEN change ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN change < 0 THEN -change ELSE 0 END) AS BIGINT),
                count(DISTINCT project_id)
         FROM (
             SELECT decision.id, decision.dated, decision.recorded_at, purse.source,
                    decision_item.project_id,
                    decision_item.amount_after - decision_item.amount_before AS change
             FROM decision
             JOIN decision_item ON decision_item.decision_id = decision.id
             JOIN purse ON purse.id = decision_item.purse_id
             WHERE decision.plan_id = $1 AND decision.status = 'issued' AND decision.dated <= $2
             UNION ALL
             SELECT decision.id, decision.dated, decision.recorded_at, purse.source,
                    decision_item.project_id,
                    decision_item.amount_before - decision_item.amount_after AS change
             FROM decision
             JOIN decision_item ON decision_item.decision_id = decision.id
             JOIN purse ON purse.id = decision_item.to_purse_id
             WHERE decision.to_plan_id = $3 AND decision.status = 'issued' AND decision.dated <= $4
         ) AS moves
         GROUP BY id, dated, recorded_at, source
         ORDER BY dated, recorded_at, id, source",
        &[plan.id.into(), on.into(), plan.id.into(), on.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Step {
                decision: row.get(0)?,
                source: row.code(1, Source::from_code)?,
                added: row.get(2)?,
                taken: row.get(3)?,
                projects: row.get(4)?,
            })
        })
        .collect()
}

/// What a decided change of one project did to a plan, of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amended {
    /// The project.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// The day of the change.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Whose money.
    pub source: Source,
    /// What it added; below zero for what it took away.
    pub change: Dong,
}

/// Every decided change of a project that moved money of a plan up to a day, in order.
pub fn amended(reader: &mut Reader<'_>, plan: &Plan, on: NaiveDate) -> Stored<Vec<Amended>> {
    let rows = reader.query(
        "SELECT project.id, project.code, amendment.decided_on, amendment.reason,
                ledger_entry.source,
                CAST(sum(CASE WHEN to_stage = 'approved' THEN ledger_entry.amount
                              ELSE -ledger_entry.amount END) AS BIGINT)
         FROM ledger_entry
         JOIN purse ON purse.id = ledger_entry.purse_id
         JOIN project ON project.id = ledger_entry.project_id
         JOIN amendment_entry ON amendment_entry.entry_id = ledger_entry.id
         JOIN amendment ON amendment.id = amendment_entry.amendment_id
         WHERE ledger_entry.effective_on <= $1
           AND ((from_stage = 'available' AND to_stage = 'approved')
                OR (from_stage = 'approved' AND to_stage = 'available'))
           AND (purse.plan_id = $2
                OR (purse.plan_id IS NULL AND purse.budget_year = $3 AND purse.area = $4))
         GROUP BY project.id, project.code, amendment.id, amendment.decided_on, amendment.reason,
                  ledger_entry.source
         ORDER BY amendment.decided_on, amendment.id, ledger_entry.source",
        &[
            on.into(),
            plan.id.into(),
            plan.year.into(),
            (&plan.area).into(),
        ],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Amended {
                project: row.get(0)?,
                code: row.get(1)?,
                on: row.get(2)?,
                reason: row.get(3)?,
                source: row.code(4, Source::from_code)?,
                change: row.get(5)?,
            })
        })
        .collect()
}

/// What the ledger holds approved from the purses of a plan on a day, by source. A plan has few purses,
/// the ledger many entries: CROSS JOIN starts from the former.
pub fn ledger_of_plan(
    reader: &mut Reader<'_>,
    plan: &Plan,
    on: NaiveDate,
) -> Stored<Vec<(Source, Dong)>> {
    let rows = reader.query(
        "SELECT ledger_entry.source,
                CAST(sum(CASE WHEN from_stage = 'available' AND to_stage = 'approved' THEN amount
                              WHEN from_stage = 'approved' AND to_stage = 'available' THEN -amount
                              ELSE 0 END) AS BIGINT)
         FROM purse CROSS JOIN ledger_entry
         WHERE ledger_entry.purse_id = purse.id AND ledger_entry.effective_on <= $1
           AND (purse.plan_id = $2
                OR (purse.plan_id IS NULL AND purse.budget_year = $3 AND purse.area = $4))
         GROUP BY ledger_entry.source ORDER BY ledger_entry.source",
        &[
            on.into(),
            plan.id.into(),
            plan.year.into(),
            (&plan.area).into(),
        ],
    )?;
    rows.iter()
        .map(|row| Ok((row.code(0, Source::from_code)?, row.get(1)?)))
        .collect()
}
