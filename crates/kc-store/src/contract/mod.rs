//! Contracts with their values and appendices, and the monthly progress under them.

mod progress;
mod write;

pub use progress::{Late, keep_progress, late_candidates, list_progress};
pub use write::{end, insert, insert_appendix};

use crate::kernel::{Reader, Row, Stored};
use kc_domain::contract::{Appendix, Contract, ContractKind, Liquidation, Part};
use kc_domain::kernel::id::{ContractId, ProjectId};
use kc_domain::ledger::Source;

const COLUMNS: &str = "SELECT id, project_id, kind, number, signed_on, giver, taker, \
    advance_percent, starts_on, ends_on, terms, schedule, document_id, ended_on, end_number, area, \
    organisation_id, illustrative FROM contract";

/// The contracts of a project, that which binds the money first.
pub fn of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Contract>> {
    let sql = [COLUMNS, " WHERE project_id = $1 ORDER BY kind"].concat();
    let rows = reader.query(&sql, &[project.into()])?;
    rows.iter().map(|row| whole(reader, row)).collect()
}

/// One contract, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: ContractId) -> Stored<Option<Contract>> {
    let sql = [COLUMNS, " WHERE id = $1"].concat();
    let row = reader.first(&sql, &[id.into()])?;
    row.as_ref().map(|row| whole(reader, row)).transpose()
}

fn whole(reader: &mut Reader<'_>, row: &Row) -> Stored<Contract> {
    let mut contract = read(row)?;
    for (position, part) in parts(reader, contract.id)? {
        if position == 0 {
            contract.parts.push(part);
        }
    }
    contract.appendices = appendices(reader, contract.id)?;
    Ok(contract)
}

/// Every part with the position it stands at: 0 as signed, then each appendix.
fn parts(reader: &mut Reader<'_>, id: ContractId) -> Stored<Vec<(i64, Part)>> {
    let rows = reader.query(
        "SELECT position, source, purse_id, amount FROM contract_part
         WHERE contract_id = $1 ORDER BY position, line",
        &[id.into()],
    )?;
    let part = |row: &Row| {
        let part = Part {
            source: row.code(1, Source::from_code)?,
            purse: row.get(2)?,
            amount: row.get(3)?,
        };
        Ok((row.get(0)?, part))
    };
    rows.iter().map(part).collect()
}

fn appendices(reader: &mut Reader<'_>, id: ContractId) -> Stored<Vec<Appendix>> {
    let parts = parts(reader, id)?;
    let rows = reader.query(
        "SELECT position, number, signed_on, ends_on, reason FROM contract_appendix
         WHERE contract_id = $1 ORDER BY position",
        &[id.into()],
    )?;
    let appendix = |row: &Row| {
        let position: i64 = row.get(0)?;
        let own = parts.iter().filter(|(at, _)| *at == position);
        Ok(Appendix {
            number: row.get(1)?,
            signed_on: row.get(2)?,
            parts: own.map(|(_, part)| *part).collect(),
            ends_on: row.get(3)?,
            reason: row.get(4)?,
        })
    };
    rows.iter().map(appendix).collect()
}

fn read(row: &Row) -> Stored<Contract> {
    let ended: Option<_> = row.get(13)?;
    let number = row.get(14)?;
    Ok(Contract {
        id: row.get(0)?,
        project: row.get(1)?,
        kind: row.code(2, ContractKind::from_code)?,
        number: row.get(3)?,
        signed_on: row.get(4)?,
        giver: row.get(5)?,
        taker: row.get(6)?,
        parts: Vec::new(),
        advance_percent: row.get(7)?,
        starts_on: row.get(8)?,
        ends_on: row.get(9)?,
        terms: row.get(10)?,
        schedule: row.get(11)?,
        document: row.get(12)?,
        appendices: Vec::new(),
        liquidation: ended.map(|on| Liquidation { number, on }),
        area: row.get(15)?,
        organisation: row.get(16)?,
        illustrative: row.get(17)?,
    })
}
