//! The guidance of a plan: the letter that opens the round, and this year's priorities.

use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::kernel::id::PlanId;
use kc_domain::plan::Guidance;

/// The guidance of a plan; empty where nobody recorded one.
pub fn guidance(reader: &mut Reader<'_>, plan: PlanId) -> Stored<Guidance> {
    let row = reader.first(
        "SELECT document_id, issuer, addressees, desk, copies, signer_post, signer_name
         FROM plan_guidance WHERE plan_id = $1",
        &[plan.into()],
    )?;
    let held = row.as_ref().map(read).transpose()?.unwrap_or_default();
    let rows = reader.query(
        "SELECT said FROM plan_priority WHERE plan_id = $1 ORDER BY position",
        &[plan.into()],
    )?;
    let priorities = rows.iter().map(|row| row.get(0)).collect::<Stored<_>>()?;
    Ok(Guidance { priorities, ..held })
}

fn read(row: &Row) -> Stored<Guidance> {
    Ok(Guidance {
        letter: row.get(0)?,
        priorities: Vec::new(),
        issuer: row.get(1)?,
        addressees: lines(&row.get::<String>(2)?),
        desk: row.get(3)?,
        copies: lines(&row.get::<String>(4)?),
        signer_post: row.get(5)?,
        signer_name: row.get(6)?,
    })
}

fn lines(kept: &str) -> Vec<String> {
    kept.lines().map(str::to_owned).collect()
}

/// Keeps the guidance of a plan in place of what was there.
pub fn keep_guidance(tx: &mut Tx<'_>, plan: PlanId, guidance: &Guidance) -> Stored<()> {
    tx.execute(
        "INSERT INTO plan_guidance (plan_id, document_id, issuer, addressees, desk, copies,
                                    signer_post, signer_name, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (plan_id) DO UPDATE
         SET document_id = excluded.document_id, issuer = excluded.issuer,
             addressees = excluded.addressees, desk = excluded.desk, copies = excluded.copies,
             signer_post = excluded.signer_post, signer_name = excluded.signer_name",
        &[
            plan.into(),
            guidance.letter.into(),
            guidance.issuer.as_ref().into(),
            guidance.addressees.join("\n").into(),
            guidance.desk.as_ref().into(),
            guidance.copies.join("\n").into(),
            guidance.signer_post.as_ref().into(),
            guidance.signer_name.as_ref().into(),
            tx.at().into(),
        ],
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
