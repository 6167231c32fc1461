//! Keeping contracts, their appendices and their end.

use crate::kernel::{Stored, Tx};
use kc_domain::contract::{Appendix, Contract, Liquidation, Part};
use kc_domain::kernel::id::ContractId;

/// Keeps a contract as it was signed. A second one of its kind breaks the key of the table.
pub fn insert(tx: &mut Tx<'_>, contract: &Contract) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO contract (id, project_id, kind, number, signed_on, giver, taker,
                               advance_percent, starts_on, ends_on, terms, schedule, document_id,
                               area, organisation_id, illustrative, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &[
            contract.id.into(),
            contract.project.into(),
            contract.kind.code().into(),
            (&contract.number).into(),
            contract.signed_on.into(),
            (&contract.giver).into(),
            (&contract.taker).into(),
            contract.advance_percent.into(),
            contract.starts_on.into(),
            contract.ends_on.into(),
            contract.terms.as_ref().into(),
            contract.schedule.as_ref().into(),
            contract.document.into(),
            (&contract.area).into(),
            contract.organisation.into(),
            contract.illustrative.into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    insert_parts(tx, contract.id, 0, &contract.parts)
}

/// Keeps an appendix at its position, counted from 1.
pub fn insert_appendix(
    tx: &mut Tx<'_>,
    id: ContractId,
    position: i64,
    appendix: &Appendix,
) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO contract_appendix (contract_id, position, number, signed_on, ends_on, reason,
                                        recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id.into(),
            position.into(),
            (&appendix.number).into(),
            appendix.signed_on.into(),
            appendix.ends_on.into(),
            (&appendix.reason).into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    insert_parts(tx, id, position, &appendix.parts)
}

fn insert_parts(tx: &mut Tx<'_>, id: ContractId, position: i64, parts: &[Part]) -> Stored<()> {
    for (line, part) in (0_i64..).zip(parts) {
        tx.execute(
            "INSERT INTO contract_part (contract_id, position, line, source, purse_id, amount)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                id.into(),
                position.into(),
                line.into(),
                part.source.code().into(),
                part.purse.into(),
                part.amount.into(),
            ],
        )?;
    }
    Ok(())
}

/// Writes down how a contract ended; ending it twice is stale.
pub fn end(tx: &mut Tx<'_>, id: ContractId, end: &Liquidation) -> Stored<()> {
    tx.update_one(
        "UPDATE contract SET ended_on = $1, end_number = $2 WHERE id = $3 AND ended_on IS NULL",
        &[end.on.into(), end.number.as_ref().into(), id.into()],
    )
}
