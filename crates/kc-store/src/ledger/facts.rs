//! What the ledger must know of a project.

use crate::kernel::{Reader, StoreError, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{OrganisationId, ProjectId, PurseId, UserId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::place::area::AreaPath;
use kc_domain::process::Status;

/// A project as the ledger sees it.
#[derive(Debug, Clone)]
pub struct ProjectFacts {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// The day of the decision that approved it.
    pub decided_on: Option<NaiveDate>,
    /// The time of its plan, or of its programme where it has no plan.
    pub period: Option<Period>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// A second organisation concerned.
    pub party: Option<OrganisationId>,
    /// Who proposed it.
    pub proposed_by: Option<UserId>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// A project as the ledger sees it.
pub fn project_facts(reader: &mut Reader<'_>, id: ProjectId) -> Stored<Option<ProjectFacts>> {
    let row = reader.first(
        "SELECT project.title, project.status, document.issued_on,
                COALESCE(plan.starts_on, programme.starts_on),
                COALESCE(plan.ends_on, programme.ends_on),
                project.area, project.organisation_id, project.party_id, project.proposed_by,
                project.illustrative
         FROM project
         LEFT JOIN document ON document.id = project.decision_id
         LEFT JOIN plan ON plan.id = project.plan_id
         LEFT JOIN programme ON programme.id = project.programme_id
         WHERE project.id = $1 AND project.withdrawn_at IS NULL",
        &[id.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let period = match (
        row.get::<Option<NaiveDate>>(3)?,
        row.get::<Option<NaiveDate>>(4)?,
    ) {
        (Some(from), Some(to)) => {
            let backwards = || StoreError::Shape("backward period".to_owned());
            Some(Period::new(from, to).ok_or_else(backwards)?)
        }
        _ => None,
    };
    Ok(Some(ProjectFacts {
        title: row.get(0)?,
        status: row.code(1, Status::from_code)?,
        decided_on: row.get(2)?,
        period,
        area: row.get(5)?,
        organisation: row.get(6)?,
        party: row.get(7)?,
        proposed_by: row.get(8)?,
        illustrative: row.get(9)?,
    }))
}

/// What the ledger holds approved for a project, by the purse it came from.
pub fn approved_of_project(
    reader: &mut Reader<'_>,
    project: ProjectId,
) -> Stored<Vec<(PurseId, Dong)>> {
    let rows = reader.query(
        "SELECT purse_id,
                CAST(sum(CASE WHEN from_stage = 'available' AND to_stage = 'approved' THEN amount
                              WHEN from_stage = 'approved' AND to_stage = 'available' THEN -amount
                              ELSE 0 END) AS BIGINT)
         FROM ledger_entry WHERE project_id = $1 AND purse_id IS NOT NULL
         GROUP BY purse_id ORDER BY purse_id",
        &[project.into()],
    )?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}
