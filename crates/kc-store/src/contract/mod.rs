//! Contracts with their values and appendices, and the monthly progress under them.

mod progress;
mod write;

pub use progress::{Late, keep_progress, late_candidates, list_progress};
pub use write::{end, insert, insert_appendix};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::contract::{Appendix, Contract, ContractKind, Liquidation, Part};
use kc_domain::kernel::id::{ContractId, ProjectId};
use kc_domain::ledger::Source;
use std::collections::BTreeMap;

const COLUMNS: &str = "SELECT id, project_id, kind, number, signed_on, giver, taker, \
    advance_percent, starts_on, ends_on, terms, schedule, document_id, ended_on, end_number, area, \
    organisation_id, illustrative FROM contract";

/// The contracts of a project, that which binds the money first.
pub fn of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Contract>> {
    of_projects(reader, &[project])
}

/// The contracts of several projects, each with that which binds the money first.
pub fn of_projects(reader: &mut Reader<'_>, projects: &[ProjectId]) -> Stored<Vec<Contract>> {
    let mut conditions = Conditions::new();
    conditions.among("project_id", projects.iter().map(|id| (*id).into()));
    let (sql, values) = conditions.statement(COLUMNS, "ORDER BY project_id, kind", []);
    let rows = reader.query(&sql, &values)?;
    whole(reader, &rows)
}

/// One contract, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: ContractId) -> Stored<Option<Contract>> {
    let sql = [COLUMNS, " WHERE id = $1"].concat();
    let rows = reader.query(&sql, &[id.into()])?;
    Ok(whole(reader, &rows)?.pop())
}

/// Contracts with their parts and appendices, all read in two questions.
fn whole(reader: &mut Reader<'_>, rows: &[Row]) -> Stored<Vec<Contract>> {
    let mut contracts = rows.iter().map(read).collect::<Stored<Vec<_>>>()?;
    if contracts.is_empty() {
        return Ok(contracts);
    }
    let mut of_these = Conditions::new();
    of_these.among("contract_id", contracts.iter().map(|held| held.id.into()));
    let mut parts = parts(reader, &of_these)?;
    let appendices = appendices(reader, &of_these)?;
    for contract in &mut contracts {
        contract.parts = parts.remove(&(contract.id, 0)).unwrap_or_default();
    }
    for (id, position, mut appendix) in appendices {
        appendix.parts = parts.remove(&(id, position)).unwrap_or_default();
        if let Some(contract) = contracts.iter_mut().find(|held| held.id == id) {
            contract.appendices.push(appendix);
        }
    }
    Ok(contracts)
}

/// Every part by its contract and the position it stands at: 0 as signed, then each appendix.
fn parts(
    reader: &mut Reader<'_>,
    of_these: &Conditions,
) -> Stored<BTreeMap<(ContractId, i64), Vec<Part>>> {
    let (sql, values) = of_these.statement(
        "SELECT contract_id, position, source, purse_id, amount FROM contract_part",
        "ORDER BY contract_id, position, line",
        [],
    );
    let mut parts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &reader.query(&sql, &values)? {
        let at = (row.get(0)?, row.get(1)?);
        parts.entry(at).or_default().push(Part {
            source: row.code(2, Source::from_code)?,
            purse: row.get(3)?,
            amount: row.get(4)?,
        });
    }
    Ok(parts)
}

/// Every appendix with its contract and position, still without its parts.
fn appendices(
    reader: &mut Reader<'_>,
    of_these: &Conditions,
) -> Stored<Vec<(ContractId, i64, Appendix)>> {
    let (sql, values) = of_these.statement(
        "SELECT contract_id, position, number, signed_on, ends_on, reason FROM contract_appendix",
        "ORDER BY contract_id, position",
        [],
    );
    let appendix = |row: &Row| {
        let appendix = Appendix {
            number: row.get(2)?,
            signed_on: row.get(3)?,
            parts: Vec::new(),
            ends_on: row.get(4)?,
            reason: row.get(5)?,
        };
        Ok((row.get(0)?, row.get(1)?, appendix))
    };
    reader.query(&sql, &values)?.iter().map(appendix).collect()
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
