//! The lines of decisions, and what their projects said.

use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::decision::{Decision, DecisionStatus, Fact, Facts, Item};
use kc_domain::kernel::id::{DecisionId, DecisionItemId, ProjectId};
use kc_domain::ledger::Source;

/// A line with the names beside it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The line.
    pub item: Item,
    /// Code of the project.
    pub code: String,
    /// Title of the project.
    pub title: String,
    /// The beneficiary's name.
    pub beneficiary: Option<String>,
    /// Where the work is done, as written.
    pub place: Option<String>,
    /// Code of the purse.
    pub purse: String,
}

/// The lines of a decision, project by project in the order of codes.
pub fn items(reader: &mut Reader<'_>, decision: DecisionId) -> Stored<Vec<Line>> {
    let rows = reader.query(
        "SELECT decision_item.id, decision_item.project_id, decision_item.purse_id, purse.source,
                decision_item.to_purse_id, decision_item.amount_before, decision_item.amount_after,
                project.code, project.title, establishment.name, project.place_written, purse.code
         FROM decision_item
         JOIN project ON project.id = decision_item.project_id
         JOIN purse ON purse.id = decision_item.purse_id
         LEFT JOIN establishment ON establishment.id = project.establishment_id
         WHERE decision_item.decision_id = $1
         ORDER BY project.code, purse.source, decision_item.id",
        &[decision.into()],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Line> {
    Ok(Line {
        item: Item {
            id: row.get(0)?,
            project: row.get(1)?,
            purse: row.get(2)?,
            source: row.code(3, Source::from_code)?,
            to_purse: row.get(4)?,
            before: row.get(5)?,
            after: row.get(6)?,
        },
        code: row.get(7)?,
        title: row.get(8)?,
        beneficiary: row.get(9)?,
        place: row.get(10)?,
        purse: row.get(11)?,
    })
}

/// The issued decisions and drafts a project stands in, the newest first; at most fifty.
pub fn items_of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Decision>> {
    let rows = reader.query(
        "SELECT decision.id
         FROM decision_item
         JOIN decision ON decision.id = decision_item.decision_id
         WHERE decision_item.project_id = $1 AND decision.status <> $2
         GROUP BY decision.id, decision.dated
         ORDER BY decision.dated IS NOT NULL, decision.dated DESC, decision.id DESC
         LIMIT 50",
        &[project.into(), DecisionStatus::Discarded.code().into()],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        found.extend(super::find(reader, row.get(0)?)?);
    }
    Ok(found)
}

/// Keeps a line; the same project and purse again changes its amounts.
pub fn keep_item(tx: &mut Tx<'_>, decision: DecisionId, item: &Item) -> Stored<()> {
    tx.execute(
        "INSERT INTO decision_item (id, decision_id, project_id, purse_id, to_purse_id,
                                    amount_before, amount_after)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (decision_id, project_id, purse_id) DO UPDATE
         SET to_purse_id = excluded.to_purse_id, amount_before = excluded.amount_before,
             amount_after = excluded.amount_after",
        &[
            item.id.into(),
            decision.into(),
            item.project.into(),
            item.purse.into(),
            item.to_purse.into(),
            item.before.into(),
            item.after.into(),
        ],
    )?;
    Ok(())
}

/// Takes a line out of a draft.
pub fn remove_item(tx: &mut Tx<'_>, decision: DecisionId, item: DecisionItemId) -> Stored<()> {
    tx.execute(
        "DELETE FROM decision_item WHERE decision_id = $1 AND id = $2",
        &[decision.into(), item.into()],
    )?;
    Ok(())
}

/// Forgets what a project said in a draft.
pub fn clear_project(tx: &mut Tx<'_>, decision: DecisionId, project: ProjectId) -> Stored<()> {
    tx.execute(
        "DELETE FROM decision_fact WHERE decision_id = $1 AND project_id = $2",
        &[decision.into(), project.into()],
    )?;
    Ok(())
}

/// Keeps what a project says now, in place of what it said before.
pub fn keep_facts(
    tx: &mut Tx<'_>,
    decision: DecisionId,
    project: ProjectId,
    facts: &Facts,
) -> Stored<()> {
    clear_project(tx, decision, project)?;
    for (fact, said) in facts {
        tx.execute(
            "INSERT INTO decision_fact (decision_id, project_id, fact, said)
             VALUES ($1, $2, $3, $4)",
            &[
                decision.into(),
                project.into(),
                fact.code().into(),
                said.into(),
            ],
        )?;
    }
    Ok(())
}

/// What a project said when it was put into a decision.
pub fn facts(reader: &mut Reader<'_>, decision: DecisionId, project: ProjectId) -> Stored<Facts> {
    let rows = reader.query(
        "SELECT fact, said FROM decision_fact WHERE decision_id = $1 AND project_id = $2",
        &[decision.into(), project.into()],
    )?;
    rows.iter()
        .map(|row| Ok((row.code(0, Fact::from_code)?, row.get(1)?)))
        .collect()
}
