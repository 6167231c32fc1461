//! The guidance of a plan: the letter that opens the round, and this year's priorities.

use crate::kernel::{Reader, Stored, Tx};
use kc_domain::kernel::id::{DocumentId, PlanId};
use kc_domain::plan::Guidance;

/// The guidance of a plan; empty where nobody recorded one.
pub fn guidance(reader: &mut Reader<'_>, plan: PlanId) -> Stored<Guidance> {
    let row = reader.first(
        "SELECT document_id FROM plan_guidance WHERE plan_id = $1",
        &[plan.into()],
    )?;
    let letter: Option<DocumentId> = match row {
        Some(row) => row.get(0)?,
        None => None,
    };
    let rows = reader.query(
        "SELECT said FROM plan_priority WHERE plan_id = $1 ORDER BY position",
        &[plan.into()],
    )?;
    let priorities = rows.iter().map(|row| row.get(0)).collect::<Stored<_>>()?;
    Ok(Guidance { letter, priorities })
}

/// Keeps the guidance of a plan in place of what was there.
pub fn keep_guidance(tx: &mut Tx<'_>, plan: PlanId, guidance: &Guidance) -> Stored<()> {
    tx.execute(
        "INSERT INTO plan_guidance (plan_id, document_id, recorded_at) VALUES ($1, $2, $3)
         ON CONFLICT (plan_id) DO UPDATE SET document_id = excluded.document_id",
        &[plan.into(), guidance.letter.into(), tx.at().into()],
    )?;
    tx.execute(
        "DELETE FROM plan_priority WHERE plan_id = $1",
        &[plan.into()],
    )?;
    for (position, said) in (1_i64..).zip(&guidance.priorities) {
        tx.execute(
            "INSERT INTO plan_priority (plan_id, position, said) VALUES ($1, $2, $3)",
            &[plan.into(), position.into(), said.into()],
        )?;
    }
    Ok(())
}
