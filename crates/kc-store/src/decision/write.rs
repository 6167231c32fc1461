//! Writing decisions; what is issued is never written again.

use crate::kernel::{Stored, Tx, Value};
use kc_domain::decision::Decision;
use kc_domain::kernel::id::{DecisionId, UserId};
use kc_domain::kernel::text::fold;

/// Adds a draft; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, decision: &Decision) -> Stored<()> {
    let mut values = facts(decision);
    values.extend([
        decision.id.into(),
        decision.drafted_by.into(),
        (&decision.area).into(),
        decision.organisation.into(),
        decision.illustrative.into(),
        decision.drafted_at.into(),
    ]);
    tx.execute(
        "INSERT INTO decision (kind, plan_id, to_plan_id, amends_id, batch, title, title_fold, basis,
                               reason, issuer, signer_post, signer_name, status, number, dated,
                               document_id, issued_by, id, drafted_by, area, organisation_id,
                               illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, NULL, $17,
                 $18, $19, $20, $21, 1, $22)
         ON CONFLICT (id) DO NOTHING",
        &values,
    )?;
    Ok(())
}

/// Changes a draft that is still as the person saw it; `issued_by` when it becomes an act.
pub fn update(tx: &mut Tx<'_>, decision: &Decision, issued_by: Option<UserId>) -> Stored<()> {
    let mut values = facts(decision);
    values.extend([
        issued_by.into(),
        decision.id.into(),
        decision.version.into(),
    ]);
    tx.update_one(
        "UPDATE decision
         SET kind = $1, plan_id = $2, to_plan_id = $3, amends_id = $4, batch = $5, title = $6,
             title_fold = $7, basis = $8, reason = $9, issuer = $10, signer_post = $11,
             signer_name = $12, status = $13, number = $14, dated = $15, document_id = $16,
             issued_by = $17, version = version + 1
         WHERE id = $18 AND version = $19 AND status = 'draft'",
        &values,
    )
}

/// Keeps that somebody worked on a draft.
pub fn add_hand(tx: &mut Tx<'_>, id: DecisionId, person: UserId) -> Stored<()> {
    tx.execute(
        "INSERT INTO decision_hand (decision_id, person_id) VALUES ($1, $2)
         ON CONFLICT (decision_id, person_id) DO NOTHING",
        &[id.into(), person.into()],
    )?;
    Ok(())
}

/// What can change, in the order both statements take it.
fn facts(decision: &Decision) -> Vec<Value> {
    let number = decision.number.as_deref().unwrap_or_default();
    vec![
        decision.kind.code().into(),
        decision.plan.into(),
        decision.to_plan.into(),
        decision.amends.into(),
        decision.batch.as_ref().into(),
        (&decision.title).into(),
        fold(&[&*decision.title, number].join(" ")).into(),
        decision.basis.join("\n").into(),
        decision.reason.as_ref().into(),
        (&decision.issuer).into(),
        decision.signer_post.as_ref().into(),
        decision.signer_name.as_ref().into(),
        decision.status.code().into(),
        decision.number.as_ref().into(),
        decision.dated.into(),
        decision.document.into(),
    ]
}
