//! Machines and equipment of a project.

use crate::kernel::{Reader, Stored, Tx};
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::Equipment;

/// The machines of a project, in the order they were added.
pub fn list_equipment(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Equipment>> {
    let rows = reader.query(
        "SELECT id, project_id, name, model, origin, year_made, quantity, price
         FROM equipment WHERE project_id = $1 ORDER BY recorded_at, id",
        &[project.into()],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Equipment {
                id: row.get(0)?,
                project: row.get(1)?,
                name: row.get(2)?,
                model: row.get(3)?,
                origin: row.get(4)?,
                year_made: row.get(5)?,
                quantity: row.get(6)?,
                price: row.get(7)?,
            })
        })
        .collect()
}

/// Adds a machine; adding the same again changes nothing.
pub fn add_equipment(tx: &mut Tx<'_>, equipment: &Equipment) -> Stored<()> {
    tx.execute(
        "INSERT INTO equipment (id, project_id, name, model, origin, year_made, quantity, price,
                                recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (id) DO NOTHING",
        &[
            equipment.id.into(),
            equipment.project.into(),
            (&equipment.name).into(),
            equipment.model.as_ref().into(),
            equipment.origin.as_ref().into(),
            equipment.year_made.into(),
            equipment.quantity.into(),
            equipment.price.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}
