//! Projects of a province that may be the same support as one of them.

use crate::kernel::{Reader, Row, Stored, Value};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::fold;
use kc_domain::norm::Key;
use kc_domain::norm::doubles::Support;
use kc_domain::place::AreaPath;
use std::collections::BTreeMap;

/// The projects of a province that were not withdrawn, as far as doubles are looked for. Which of
/// them are the same is a rule's work, and it compares folded text; so all are read.
pub fn alike(reader: &mut Reader<'_>, area: &AreaPath) -> Stored<Vec<Support>> {
    let mut supports = Vec::new();
    for province in area.of_own_province().covering_prefixes() {
        let (low, high) = province.prefix_range();
        let bounds: [Value; 2] = [low.into(), high.into()];
        let mut machines = machines(reader, &bounds)?;
        let rows = reader.query(PROJECTS, &bounds)?;
        for row in &rows {
            let mut support = read(row)?;
            support.machines = machines.remove(&support.code).unwrap_or_default();
            supports.push(support);
        }
    }
    Ok(supports)
}

const PROJECTS: &str = "
SELECT project.code, project.support_asked, project_norm.kind, establishment.name,
       establishment.tax_number, establishment.owner_name, establishment.address_written
FROM project
LEFT JOIN project_norm ON project_norm.project_id = project.id
LEFT JOIN establishment ON establishment.id = project.establishment_id
WHERE project.area >= $1
  AND project.area < $2
  AND project.withdrawn_at IS NULL
  AND project.status NOT IN ('withdrawn', 'stopped')
ORDER BY project.code";

fn machines(reader: &mut Reader<'_>, bounds: &[Value]) -> Stored<BTreeMap<String, Vec<String>>> {
    let rows = reader.query(
        "SELECT project.code, equipment.name, equipment.model
         FROM equipment JOIN project ON project.id = equipment.project_id
         WHERE project.area >= $1 AND project.area < $2 AND equipment.model IS NOT NULL
         ORDER BY project.code",
        bounds,
    )?;
    let mut machines: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &rows {
        let (code, name, model): (String, String, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let machine = Support::machine_key(&name, model.as_deref());
        machines.entry(code).or_default().extend(machine);
    }
    Ok(machines)
}

fn read(row: &Row) -> Stored<Support> {
    let kind: Option<String> = row.get(2)?;
    let name: Option<String> = row.get(3)?;
    let tax: Option<String> = row.get(4)?;
    let owner: Option<String> = row.get(5)?;
    let address: Option<String> = row.get(6)?;
    let amount: Option<Dong> = row.get(1)?;
    Ok(Support {
        code: row.get(0)?,
        kind: kind.as_deref().and_then(Key::parse),
        firm: name.map_or_else(String::new, |name| Support::firm_key(tax.as_deref(), &name)),
        owner: owner.as_deref().map(fold).unwrap_or_default(),
        address: address.as_deref().map(fold).unwrap_or_default(),
        machines: Vec::new(),
        amount,
    })
}
