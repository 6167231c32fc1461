//! Appending entries and opening purses.

use crate::kernel::{Stored, Tx};
use kc_domain::kernel::level::Level;
use kc_domain::ledger::{Entry, Purse};

/// Appends an entry; appending the same again changes nothing and answers `false`.
pub fn append(tx: &mut Tx<'_>, entry: &Entry) -> Stored<bool> {
    let next = "SELECT COALESCE(max(sequence), 0) + 1 FROM ledger_entry";
    let sequence = tx.reader().number(next, &[])?;
    let added = tx.execute(
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, budget_year,
                                   purse_id, project_id, amount, effective_on, recorded_at,
                                   document_id, reverses_id, reason, recorded_by, area,
                                   organisation_id, illustrative)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19)
         ON CONFLICT (id) DO NOTHING",
        &[
            entry.id.into(),
            sequence.into(),
            entry.kind.code().into(),
            entry.from.code().into(),
            entry.to.code().into(),
            entry.source.code().into(),
            entry.budget_year.into(),
            entry.purse.into(),
            entry.project.into(),
            entry.amount.into(),
            entry.effective_on.into(),
            entry.recorded_at.into(),
            entry.document.into(),
            entry.reverses.into(),
            entry.reason.as_ref().into(),
            entry.recorded_by.into(),
            (&entry.area).into(),
            entry.organisation.into(),
            entry.illustrative.into(),
        ],
    )?;
    Ok(added > 0)
}

/// Opens a purse; opening the same again changes nothing.
pub fn insert_purse(tx: &mut Tx<'_>, purse: &Purse) -> Stored<()> {
    tx.execute(
        "INSERT INTO purse (id, code, name, programme_id, plan_id, source, level, budget_year, area,
                            organisation_id, illustrative, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (id) DO NOTHING",
        &[
            purse.id.into(),
            (&purse.code).into(),
            (&purse.name).into(),
            purse.programme.into(),
            purse.plan.into(),
            purse.source.code().into(),
            purse.level.map(Level::code).into(),
            purse.budget_year.into(),
            (&purse.area).into(),
            purse.organisation.into(),
            purse.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}
