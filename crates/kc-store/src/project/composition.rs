//! What a project is made of, and whether it was taken in late.

use crate::kernel::{Reader, Stored, Tx};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{ActivityId, EstablishmentId, ProjectId, UserId};
use kc_domain::kernel::money::Dong;
use kc_domain::project::{Activity, Project, Supported};

/// Most activities or beneficiaries of one project.
const PARTS_MAX: i64 = 200;

/// The activities of a project, in the order they were added.
pub fn activities(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Activity>> {
    let rows = reader.query(
        "SELECT id, name, starts_on, ends_on, cost FROM project_activity
         WHERE project_id = $1 ORDER BY recorded_at, id LIMIT $2",
        &[project.into(), PARTS_MAX.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Activity {
                id: row.get(0)?,
                name: row.get(1)?,
                starts_on: row.get(2)?,
                ends_on: row.get(3)?,
                cost: row.get(4)?,
            })
        })
        .collect()
}

/// Adds an activity; adding the same again changes nothing.
pub fn add_activity(tx: &mut Tx<'_>, project: ProjectId, activity: &Activity) -> Stored<()> {
    tx.execute(
        "INSERT INTO project_activity (id, project_id, name, starts_on, ends_on, cost, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO NOTHING",
        &[
            activity.id.into(),
            project.into(),
            (&activity.name).into(),
            activity.starts_on.into(),
            activity.ends_on.into(),
            activity.cost.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Takes an activity out.
pub fn remove_activity(tx: &mut Tx<'_>, project: ProjectId, id: ActivityId) -> Stored<u64> {
    tx.execute(
        "DELETE FROM project_activity WHERE project_id = $1 AND id = $2",
        &[project.into(), id.into()],
    )
}

/// Everybody a project supports: the one it names first, then the others by name.
pub fn supported(reader: &mut Reader<'_>, project: &Project) -> Stored<Vec<Supported>> {
    let rows = reader.query(
        "SELECT establishment.id, establishment.name, establishment.trade,
                project_beneficiary.support
         FROM establishment
         LEFT JOIN project_beneficiary
             ON project_beneficiary.establishment_id = establishment.id
             AND project_beneficiary.project_id = $1
         WHERE establishment.id IN (
             SELECT own.id FROM establishment own WHERE own.id = $2
             UNION
             SELECT other.establishment_id FROM project_beneficiary other
             WHERE other.project_id = $3)
         ORDER BY establishment.id <> $4, establishment.name_fold, establishment.id
         LIMIT $5",
        &[
            project.id.into(),
            project.establishment.into(),
            project.id.into(),
            project.establishment.into(),
            PARTS_MAX.into(),
        ],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Supported {
                establishment: row.get(0)?,
                name: row.get(1)?,
                trade: row.get(2)?,
                support: row.get(3)?,
            })
        })
        .collect()
}

/// Adds a beneficiary, or changes its share.
pub fn keep_supported(
    tx: &mut Tx<'_>,
    project: ProjectId,
    establishment: EstablishmentId,
    support: Option<Dong>,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO project_beneficiary (project_id, establishment_id, support, recorded_at)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (project_id, establishment_id) DO UPDATE SET support = excluded.support",
        &[
            project.into(),
            establishment.into(),
            support.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Takes a beneficiary out.
pub fn remove_supported(
    tx: &mut Tx<'_>,
    project: ProjectId,
    establishment: EstablishmentId,
) -> Stored<u64> {
    tx.execute(
        "DELETE FROM project_beneficiary WHERE project_id = $1 AND establishment_id = $2",
        &[project.into(), establishment.into()],
    )
}

/// Why a project was taken in outside the registration round, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Why.
    pub reason: String,
    /// Who took it in.
    pub taken_by: UserId,
    /// Name of who took it in.
    pub taken_by_name: String,
    /// When.
    pub taken_at: Instant,
}

/// Whether a project was taken in late.
pub fn late(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Option<Late>> {
    let row = reader.first(
        "SELECT project_late.reason, project_late.taken_by, person.full_name, project_late.taken_at
         FROM project_late JOIN person ON person.id = project_late.taken_by
         WHERE project_late.project_id = $1",
        &[project.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Late {
        reason: row.get(0)?,
        taken_by: row.get(1)?,
        taken_by_name: row.get(2)?,
        taken_at: row.get(3)?,
    }))
}

/// Keeps that a project was taken in late; the first reason stays.
pub fn keep_late(
    tx: &mut Tx<'_>,
    project: ProjectId,
    reason: &str,
    taken_by: UserId,
) -> Stored<()> {
    tx.execute(
        "INSERT INTO project_late (project_id, reason, taken_by, taken_at)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (project_id) DO NOTHING",
        &[
            project.into(),
            reason.into(),
            taken_by.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}
