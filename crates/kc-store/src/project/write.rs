//! Writing a project: the row as it is now, and the version it was until now.

use crate::kernel::{Stored, Tx, Value};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::{fold, sort_key};
use kc_domain::project::Project;

/// Adds a project with its first version; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, project: &Project) -> Stored<()> {
    let mut values = vec![project.id.into()];
    values.extend(facts(project));
    values.extend([
        project.organisation.into(),
        project.party.into(),
        project.proposed_by.into(),
        project.illustrative.into(),
        tx.at().into(),
    ]);
    let added = tx.execute(
        "INSERT INTO project (id, code, title, title_fold, title_sort, programme_id, plan_id, batch,
                              kind, level, content_group, trade, status, place_written,
                              establishment_id, unit_id, starts_on, ends_on, need, outcome,
                              cost_estimated, support_asked, workers, turns, note, area,
                              decision_id, contract_number, contracted_on, accepted_on,
                              registered_on, reason, withdrawn_at, process, state, state_since,
                              organisation_id, party_id, proposed_by, illustrative, version,
                              recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34,
                 $35, $36, $37, $38, $39, $40, 1, $41)
         ON CONFLICT (id) DO NOTHING",
        &values,
    )?;
    if added == 1 {
        revise(tx, project, 1)?;
    }
    Ok(())
}

/// Changes a project that is still as the person saw it, closes the version that held until now
/// and opens the next.
pub fn update(tx: &mut Tx<'_>, project: &Project) -> Stored<()> {
    let mut values = facts(project);
    values.extend([project.id.into(), project.version.into()]);
    tx.update_one(
        "UPDATE project
         SET code = $1, title = $2, title_fold = $3, title_sort = $4, programme_id = $5,
             plan_id = $6, batch = $7, kind = $8, level = $9, content_group = $10, trade = $11,
             status = $12, place_written = $13, establishment_id = $14, unit_id = $15,
             starts_on = $16, ends_on = $17, need = $18, outcome = $19, cost_estimated = $20,
             support_asked = $21, workers = $22, turns = $23, note = $24, area = $25,
             decision_id = $26, contract_number = $27, contracted_on = $28, accepted_on = $29,
             registered_on = $30, reason = $31, withdrawn_at = $32, process = $33, state = $34,
             state_since = $35, version = version + 1
         WHERE id = $36 AND version = $37",
        &values,
    )?;
    tx.execute(
        "UPDATE project_revision SET superseded_at = $1
         WHERE project_id = $2 AND superseded_at = $3",
        &[tx.at().into(), project.id.into(), Instant::FOREVER.into()],
    )?;
    revise(tx, project, project.version.saturating_add(1))
}

/// Opens a version that holds until it is superseded.
fn revise(tx: &mut Tx<'_>, project: &Project, revision: i64) -> Stored<()> {
    tx.execute(
        "INSERT INTO project_revision (project_id, revision, recorded_at, superseded_at,
                                       programme_id, plan_id, level, content_group, status, area,
                                       registered_on, workers, turns, withdrawn)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            project.id.into(),
            revision.into(),
            tx.at().into(),
            Instant::FOREVER.into(),
            project.programme.into(),
            project.plan.into(),
            project.level.map(Level::code).into(),
            project.content_group.as_ref().into(),
            project.status.code().into(),
            (&project.area).into(),
            project.registered_on.into(),
            project.workers.into(),
            project.turns.into(),
            project.withdrawn_at.is_some().into(),
        ],
    )?;
    Ok(())
}

/// What can change, in the order both statements take it.
fn facts(project: &Project) -> Vec<Value> {
    let standing = project.standing.as_ref();
    vec![
        (&project.code).into(),
        (&project.title).into(),
        fold(&[&*project.title, &*project.code].join(" ")).into(),
        sort_key(&project.title).into(),
        project.programme.into(),
        project.plan.into(),
        project.batch.as_ref().into(),
        project.kind.code().into(),
        project.level.map(Level::code).into(),
        project.content_group.as_ref().into(),
        project.trade.as_ref().into(),
        project.status.code().into(),
        project.place_written.as_ref().into(),
        project.establishment.into(),
        project.unit.into(),
        project.starts_on.into(),
        project.ends_on.into(),
        project.need.as_ref().into(),
        project.outcome.as_ref().into(),
        project.cost_estimated.into(),
        project.support_asked.into(),
        project.workers.into(),
        project.turns.into(),
        project.note.as_ref().into(),
        (&project.area).into(),
        project.decision.into(),
        project.contract_number.as_ref().into(),
        project.contracted_on.into(),
        project.accepted_on.into(),
        project.registered_on.into(),
        project.reason.as_ref().into(),
        project.withdrawn_at.into(),
        standing.map(|held| &held.process).into(),
        standing.map(|held| &held.state).into(),
        standing.map(|held| held.since).into(),
    ]
}
