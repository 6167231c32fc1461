//! Acceptances: the accepted money, and each machine as it was found installed.

use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::acceptance::{Acceptance, Installed};
use kc_domain::kernel::id::{ProjectId, VisitId};

/// The acceptance of a visit; the caller has shown the visit.
pub fn find(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Option<Acceptance>> {
    let row = reader.first(
        "SELECT visit_id, volume, cost, support, counterpart FROM acceptance WHERE visit_id = $1",
        &[visit.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Acceptance {
        visit: row.get(0)?,
        volume: row.get(1)?,
        cost: row.get(2)?,
        support: row.get(3)?,
        counterpart: row.get(4)?,
        installed: installed(reader, visit)?,
    }))
}

/// The acceptance that a project passed, whoever asks.
pub fn passed(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Option<Acceptance>> {
    let row = reader.first(
        "SELECT id FROM visit
         WHERE project_id = $1 AND kind = 'acceptance' AND verdict = 'passed'
           AND withdrawn_because IS NULL
         ORDER BY held_on DESC, id DESC LIMIT 1",
        &[project.into()],
    )?;
    match row {
        Some(row) => find(reader, row.get(0)?),
        None => Ok(None),
    }
}

/// Adds an acceptance with its machines; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, acceptance: &Acceptance) -> Stored<()> {
    tx.execute(
        "INSERT INTO acceptance (visit_id, volume, cost, support, counterpart)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (visit_id) DO NOTHING",
        &[
            acceptance.visit.into(),
            (&acceptance.volume).into(),
            acceptance.cost.into(),
            acceptance.support.into(),
            acceptance.counterpart.into(),
        ],
    )?;
    for machine in &acceptance.installed {
        insert_installed(tx, acceptance.visit, machine)?;
    }
    Ok(())
}

fn insert_installed(tx: &mut Tx<'_>, visit: VisitId, machine: &Installed) -> Stored<()> {
    tx.execute(
        "INSERT INTO installed (visit_id, equipment_id, name, model, serial, origin, year_made,
                                price, invoice_number, invoiced_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (visit_id, equipment_id) DO NOTHING",
        &[
            visit.into(),
            machine.equipment.into(),
            machine.name.as_ref().into(),
            machine.model.as_ref().into(),
            machine.serial.as_ref().into(),
            machine.origin.as_ref().into(),
            machine.year_made.into(),
            machine.price.into(),
            machine.invoice_number.as_ref().into(),
            machine.invoiced_on.into(),
        ],
    )?;
    Ok(())
}

fn installed(reader: &mut Reader<'_>, visit: VisitId) -> Stored<Vec<Installed>> {
    let rows = reader.query(
        "SELECT equipment_id, name, model, serial, origin, year_made, price, invoice_number,
                invoiced_on
         FROM installed WHERE visit_id = $1 ORDER BY equipment_id",
        &[visit.into()],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Installed> {
    Ok(Installed {
        equipment: row.get(0)?,
        name: row.get(1)?,
        model: row.get(2)?,
        serial: row.get(3)?,
        origin: row.get(4)?,
        year_made: row.get(5)?,
        price: row.get(6)?,
        invoice_number: row.get(7)?,
        invoiced_on: row.get(8)?,
    })
}
