//! Monthly progress: what was reported, and the contracts whose reports may be late.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::contract::progress::Progress;
use kc_domain::kernel::id::{OrganisationId, ProjectId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use std::collections::BTreeMap;

/// The reports of a project, the newest month first.
pub fn list_progress(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Progress>> {
    let rows = reader.query(
        "SELECT project_id, month, percent, done, difficulties, reported_by, reported_on
         FROM progress WHERE project_id = $1 ORDER BY month DESC",
        &[project.into()],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Progress> {
    Ok(Progress {
        project: row.get(0)?,
        month: row.get(1)?,
        percent: row.get(2)?,
        done: row.get(3)?,
        difficulties: row.get(4)?,
        reported_by: row.get(5)?,
        reported_on: row.get(6)?,
    })
}

/// Keeps the report of a month; a later one of the same month takes its place, and the audit
/// keeps both.
pub fn keep_progress(tx: &mut Tx<'_>, new: &Progress) -> Stored<()> {
    tx.execute(
        "INSERT INTO progress (project_id, month, percent, done, difficulties, reported_by,
                               reported_on, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (project_id, month) DO UPDATE
         SET percent = excluded.percent, done = excluded.done,
             difficulties = excluded.difficulties, reported_by = excluded.reported_by,
             reported_on = excluded.reported_on, recorded_at = excluded.recorded_at",
        &[
            new.project.into(),
            new.month.into(),
            new.percent.into(),
            (&new.done).into(),
            new.difficulties.as_ref().into(),
            new.reported_by.into(),
            new.reported_on.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// A project under contract, with what tells which of its reports are missing.
#[derive(Debug, Clone)]
pub struct Late {
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// The day of its contract.
    pub signed_on: NaiveDate,
    /// The months reported.
    pub reported: Vec<NaiveDate>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// A second organisation concerned.
    pub party: Option<OrganisationId>,
}

/// Projects under contract and neither accepted nor closed, oldest contract first.
pub fn late_candidates(reader: &mut Reader<'_>, scope: &Scope, limit: i64) -> Stored<Vec<Late>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    conditions.add(
        "contract.kind = 'execution' AND contract.ended_on IS NULL",
        [],
    );
    conditions.add(
        "project.accepted_on IS NULL AND project.withdrawn_at IS NULL",
        [],
    );
    conditions.add("project.status <> 'stopped'", []);
    // Few contracts are under way, many projects lie in an area: CROSS JOIN starts from the former.
    conditions.add("project.id = contract.project_id", []);
    let (sql, values) = conditions.statement(
        "SELECT project.id, project.title, contract.signed_on, project.area,
                project.organisation_id, project.party_id
         FROM contract CROSS JOIN project",
        "ORDER BY contract.signed_on, project.id LIMIT ?",
        [limit.into()],
    );
    let rows = reader.query(&sql, &values)?;
    let late = |row: &Row| {
        Ok(Late {
            project: row.get(0)?,
            title: row.get(1)?,
            signed_on: row.get(2)?,
            reported: Vec::new(),
            area: row.get(3)?,
            organisation: row.get(4)?,
            party: row.get(5)?,
        })
    };
    let mut found = rows.iter().map(late).collect::<Stored<Vec<_>>>()?;
    let mut months = months(reader, &found)?;
    for late in &mut found {
        late.reported = months.remove(&late.project).unwrap_or_default();
    }
    Ok(found)
}

/// The months reported of some projects.
fn months(reader: &mut Reader<'_>, of: &[Late]) -> Stored<BTreeMap<ProjectId, Vec<NaiveDate>>> {
    let mut months: BTreeMap<_, Vec<_>> = BTreeMap::new();
    if of.is_empty() {
        return Ok(months);
    }
    let mut conditions = Conditions::new();
    conditions.among("project_id", of.iter().map(|late| late.project.into()));
    let head = "SELECT project_id, month FROM progress";
    let (sql, values) = conditions.statement(head, "ORDER BY project_id, month DESC", []);
    for row in &reader.query(&sql, &values)? {
        months.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(months)
}
