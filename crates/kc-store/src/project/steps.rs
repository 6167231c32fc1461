//! The way a project went, and the papers in its dossier.

use crate::kernel::{Reader, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{DocumentId, ProjectId};

/// A step a project took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Key of the step.
    pub step: String,
    /// Key of the state it left.
    pub from: String,
    /// Key of the state it reached.
    pub to: String,
    /// The day it counts from.
    pub on: NaiveDate,
    /// Who took it.
    pub by: Option<String>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// The paper it stands on.
    pub document: Option<DocumentId>,
    /// Why.
    pub reason: Option<String>,
}

/// The steps a project took, in their order.
pub fn list_steps(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Taken>> {
    let rows = reader.query(
        "SELECT project_step.step, project_step.from_state, project_step.to_state,
                project_step.taken_on, person.full_name, project_step.recorded_at,
                project_step.document_id, project_step.reason
         FROM project_step
         LEFT JOIN person ON person.id = project_step.taken_by
         WHERE project_step.project_id = $1
         ORDER BY project_step.number",
        &[project.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Taken {
                step: row.get(0)?,
                from: row.get(1)?,
                to: row.get(2)?,
                on: row.get(3)?,
                by: row.get(4)?,
                recorded_at: row.get(5)?,
                document: row.get(6)?,
                reason: row.get(7)?,
            })
        })
        .collect()
}

/// Keeps a step; who took it and when stand in the transaction.
pub fn insert_step(tx: &mut Tx<'_>, project: ProjectId, taken: &Taken) -> Stored<()> {
    let (user, at) = (tx.permit().user(), tx.at());
    let sql = "SELECT COALESCE(max(number), 0) FROM project_step WHERE project_id = $1";
    let last = tx.reader().number(sql, &[project.into()])?;
    tx.execute(
        "INSERT INTO project_step (project_id, number, step, from_state, to_state, taken_on,
                                   taken_by, recorded_at, document_id, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            project.into(),
            last.saturating_add(1).into(),
            (&taken.step).into(),
            (&taken.from).into(),
            (&taken.to).into(),
            taken.on.into(),
            user.into(),
            at.into(),
            taken.document.into(),
            taken.reason.as_ref().into(),
        ],
    )?;
    Ok(())
}

/// A paper in the dossier of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The key its process gives it.
    pub paper: String,
    /// How many sets.
    pub copies: i64,
    /// Who keeps the original.
    pub holder: String,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// The recorded document, where there is one.
    pub document: Option<DocumentId>,
}

/// The papers in the dossier of a project.
pub fn list_papers(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Held>> {
    let rows = reader.query(
        "SELECT paper, copies, holder, received_on, document_id
         FROM project_paper WHERE project_id = $1 ORDER BY received_on, paper",
        &[project.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Held {
                paper: row.get(0)?,
                copies: row.get(1)?,
                holder: row.get(2)?,
                received_on: row.get(3)?,
                document: row.get(4)?,
            })
        })
        .collect()
}

/// Records a paper that came in; a later version of it takes the place of the first.
pub fn keep_paper(tx: &mut Tx<'_>, project: ProjectId, held: &Held) -> Stored<()> {
    let (user, at) = (tx.permit().user(), tx.at());
    tx.execute(
        "INSERT INTO project_paper (project_id, paper, copies, holder, received_on, document_id,
                                    recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (project_id, paper) DO UPDATE
         SET copies = excluded.copies, holder = excluded.holder,
             received_on = excluded.received_on, document_id = excluded.document_id,
             recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at",
        &[
            project.into(),
            (&held.paper).into(),
            held.copies.into(),
            (&held.holder).into(),
            held.received_on.into(),
            held.document.into(),
            user.into(),
            at.into(),
        ],
    )?;
    Ok(())
}
