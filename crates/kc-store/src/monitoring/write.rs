//! Writing visits: whole, once; then only the project made from a survey, or a withdrawal.

use crate::kernel::{Stored, Tx};
use kc_domain::kernel::id::{PlanId, ProjectId, VisitId};
use kc_domain::monitoring::{Verdict, Visit};

/// Adds a visit with its people and answers; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, visit: &Visit) -> Stored<()> {
    let added = tx.execute(
        "INSERT INTO visit (id, kind, project_id, establishment_id, held_on, place_written, need,
                            progress, money, machine, verdict, conclusion, recorded_by, area,
                            organisation_id, party_id, illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (id) DO NOTHING",
        &[
            visit.id.into(),
            visit.kind.code().into(),
            visit.project.into(),
            visit.establishment.into(),
            visit.held_on.into(),
            visit.place_written.as_ref().into(),
            visit.findings.need.as_ref().into(),
            visit.findings.progress.as_ref().into(),
            visit.findings.money.as_ref().into(),
            visit.findings.machine.as_ref().into(),
            visit.verdict.map(Verdict::code).into(),
            visit.conclusion.as_ref().into(),
            visit.recorded_by.into(),
            (&visit.area).into(),
            visit.organisation.into(),
            visit.party.into(),
            visit.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    if added == 1 {
        insert_people(tx, visit)?;
        insert_answers(tx, visit)?;
    }
    Ok(())
}

fn insert_people(tx: &mut Tx<'_>, visit: &Visit) -> Stored<()> {
    for (position, person) in (1_i64..).zip(&visit.people) {
        tx.execute(
            "INSERT INTO visit_person (visit_id, position, side, name, post)
             VALUES ($1, $2, $3, $4, $5)",
            &[
                visit.id.into(),
                position.into(),
                person.side.code().into(),
                (&person.name).into(),
                person.post.as_ref().into(),
            ],
        )?;
    }
    Ok(())
}

fn insert_answers(tx: &mut Tx<'_>, visit: &Visit) -> Stored<()> {
    for answer in &visit.answers {
        tx.execute(
            "INSERT INTO visit_answer (visit_id, question, finding) VALUES ($1, $2, $3)",
            &[
                visit.id.into(),
                (&answer.question).into(),
                answer.finding.code().into(),
            ],
        )?;
    }
    Ok(())
}

/// Names the project that was proposed from a survey; a survey is used once.
pub fn link(tx: &mut Tx<'_>, survey: VisitId, project: ProjectId) -> Stored<()> {
    tx.update_one(
        "UPDATE visit SET project_id = $1
         WHERE id = $2 AND project_id IS NULL AND kind = 'survey'",
        &[project.into(), survey.into()],
    )
}

/// Withdraws a visit once. The row stays.
pub fn withdraw(tx: &mut Tx<'_>, id: VisitId, reason: &str) -> Stored<()> {
    tx.update_one(
        "UPDATE visit SET withdrawn_because = $1 WHERE id = $2 AND withdrawn_because IS NULL",
        &[reason.into(), id.into()],
    )
}

/// Keeps the plan that a visit without a project names.
pub fn name_plan(tx: &mut Tx<'_>, id: VisitId, plan: PlanId) -> Stored<()> {
    tx.execute(
        "INSERT INTO visit_plan (visit_id, plan_id) VALUES ($1, $2)
         ON CONFLICT (visit_id) DO NOTHING",
        &[id.into(), plan.into()],
    )?;
    Ok(())
}
