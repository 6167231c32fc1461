//! Projects that may be the same support as one of them. Which are, a rule says: here they are only
//! gathered, by what the indexes can find.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Value};
use kc_domain::kernel::id::{EstablishmentId, ProjectId};
use kc_domain::kernel::text::fold;
use kc_domain::norm::Key;
use kc_domain::norm::doubles::Support;
use kc_domain::project::Project;
use std::collections::{BTreeMap, BTreeSet};

/// The most projects that are compared with one; a firm has a handful, a commune some dozens.
const COMPARED_MAX: i64 = 500;

const PROJECTS: &str = "
SELECT project.id, project.code, project.title, project.support_asked, project_norm.kind,
       establishment.name_key, establishment.tax_number, establishment.owner_name, establishment.address_written
FROM project
LEFT JOIN project_norm ON project_norm.project_id = project.id
LEFT JOIN establishment ON establishment.id = project.establishment_id";

/// The firms with the same name, tax number or owner as a firm, and some of its place.
const FIRMS: &str = "
SELECT other.id FROM establishment own
JOIN establishment other ON other.name_key = own.name_key
WHERE own.id = $1
UNION
SELECT other.id FROM establishment own
JOIN establishment other ON other.tax_number = own.tax_number
WHERE own.id = $2
UNION
SELECT other.id FROM establishment own
JOIN establishment other ON other.owner_name = own.owner_name
WHERE own.id = $3
UNION
SELECT near.id FROM (
    SELECT other.id FROM establishment own
    JOIN establishment other ON other.area = own.area
    WHERE own.id = $4
    LIMIT $5) near";

const MACHINES: &str = "
SELECT equipment.project_id, equipment.name, equipment.model FROM equipment";

const SAME_MODEL: &str = "
SELECT other.project_id FROM equipment
JOIN equipment other ON other.model = equipment.model
WHERE equipment.project_id = $1
LIMIT $2";

/// A project and those that may be the same support; the others were neither withdrawn nor stopped.
pub fn alike(reader: &mut Reader<'_>, project: &Project) -> Stored<Vec<Support>> {
    let firms = firms(reader, project.establishment)?;
    let of_model = [project.id.into(), COMPARED_MAX.into()];
    let mut by_model = ids(reader, SAME_MODEL, &of_model)?;
    if firms.is_empty() && by_model.is_empty() {
        return Ok(Vec::new());
    }
    by_model.insert(project.id.0);
    let mut found = chosen(reader, "project.establishment_id", &firms)?;
    found.extend(chosen(reader, "project.id", &by_model)?);
    found.sort_by(|a, b| a.code.cmp(&b.code));
    found.dedup_by_key(|support| support.project);
    let mut machines = machines(reader, &found)?;
    for support in &mut found {
        support.machines = machines.remove(&support.project).unwrap_or_default();
    }
    Ok(found)
}

fn firms(reader: &mut Reader<'_>, like: Option<EstablishmentId>) -> Stored<BTreeSet<[u8; 16]>> {
    let Some(own) = like.map(Value::from) else {
        return Ok(BTreeSet::new());
    };
    let values = [
        own.clone(),
        own.clone(),
        own.clone(),
        own,
        COMPARED_MAX.into(),
    ];
    ids(reader, FIRMS, &values)
}

fn ids(reader: &mut Reader<'_>, sql: &str, values: &[Value]) -> Stored<BTreeSet<[u8; 16]>> {
    let rows = reader.query(sql, values)?;
    rows.iter()
        .map(|row| Ok(row.get::<ProjectId>(0)?.0))
        .collect()
}

fn chosen(reader: &mut Reader<'_>, column: &str, ids: &BTreeSet<[u8; 16]>) -> Stored<Vec<Support>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Conditions::new();
    conditions.among(column, ids.iter().map(|id| Value::Blob(id.to_vec())));
    conditions.add("project.status NOT IN ('withdrawn', 'stopped')", []);
    let tail = "ORDER BY project.code LIMIT ?";
    let (sql, values) = conditions.statement(PROJECTS, tail, [COMPARED_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// The machines of some projects that carry a model, by project.
fn machines(reader: &mut Reader<'_>, of: &[Support]) -> Stored<BTreeMap<ProjectId, Vec<String>>> {
    let mut machines: BTreeMap<ProjectId, Vec<String>> = BTreeMap::new();
    if of.is_empty() {
        return Ok(machines);
    }
    let mut conditions = Conditions::new();
    conditions.among(
        "equipment.project_id",
        of.iter().map(|support| Value::from(support.project)),
    );
    conditions.add("equipment.model IS NOT NULL", []);
    let (sql, values) = conditions.statement(MACHINES, "", []);
    for row in &reader.query(&sql, &values)? {
        let (name, model): (String, String) = (row.get(1)?, row.get(2)?);
        let key = Support::machine_key(&name, Some(&model));
        machines.entry(row.get(0)?).or_default().extend(key);
    }
    Ok(machines)
}

fn read(row: &Row) -> Stored<Support> {
    let key: Option<String> = row.get(5)?;
    let tax: Option<String> = row.get(6)?;
    let owner: Option<String> = row.get(7)?;
    let address: Option<String> = row.get(8)?;
    Ok(Support {
        project: row.get(0)?,
        code: row.get(1)?,
        title: row.get(2)?,
        amount: row.get(3)?,
        kind: row
            .get::<Option<String>>(4)?
            .as_deref()
            .and_then(Key::parse),
        firm: key.map_or_else(String::new, |key| Support::firm_key(tax.as_deref(), key)),
        owner: owner.as_deref().map(fold).unwrap_or_default(),
        address: address.as_deref().map(fold).unwrap_or_default(),
        machines: Vec::new(),
    })
}
