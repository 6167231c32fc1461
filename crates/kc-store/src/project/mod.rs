//! Projects: one row each, and a closed row for every version there was.

mod composition;
mod equipment;
mod list;
mod money;
mod row;
mod steps;
mod write;

pub use composition::{
    Late, activities, add_activity, keep_late, keep_supported, late, remove_activity,
    remove_supported, supported,
};
pub use equipment::{add_equipment, list_equipment};
pub use list::{Filter, Listed, Order, Totals, list, total};
pub use steps::{Held, Taken, insert_step, keep_paper, list_papers, list_steps};
pub use write::{insert, update};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored, Value};
use kc_domain::kernel::id::{EstablishmentId, OrganisationId, ProjectId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::project::Project;
use std::collections::BTreeSet;

/// One project, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: ProjectId) -> Stored<Option<Project>> {
    let mut conditions = Conditions::new();
    conditions.add("project.id = ?", [id.into()]);
    first(reader, &conditions)
}

/// The project of a code.
pub fn find_by_code(reader: &mut Reader<'_>, code: &str) -> Stored<Option<Project>> {
    let mut conditions = Conditions::new();
    conditions.add("project.code = ?", [code.into()]);
    first(reader, &conditions)
}

/// Those of some projects that lie within a scope.
pub fn within(
    reader: &mut Reader<'_>,
    scope: &Scope,
    ids: impl IntoIterator<Item = ProjectId>,
) -> Stored<BTreeSet<ProjectId>> {
    let mut conditions = Conditions::new();
    conditions.among("project.id", ids.into_iter().map(Value::from));
    conditions.scope(scope, "project", Some("party_id"));
    let (sql, values) = conditions.statement("SELECT project.id FROM project", "", []);
    let rows = reader.query(&sql, &values)?;
    rows.iter().map(|row| row.get(0)).collect()
}

fn first(reader: &mut Reader<'_>, conditions: &Conditions) -> Stored<Option<Project>> {
    let head = ["SELECT ", row::COLUMNS, " FROM project"].concat();
    let (sql, values) = conditions.statement(&head, "", []);
    let found = reader.first(&sql, &values)?;
    found.as_ref().map(row::read).transpose()
}

/// The next free number among codes with a prefix: `DA-2017-` holding three answers 4.
pub fn next_number(reader: &mut Reader<'_>, prefix: &str) -> Stored<i64> {
    let last = reader.first(
        "SELECT code FROM project WHERE code >= $1 AND code < $2 ORDER BY code DESC LIMIT 1",
        &[prefix.into(), format!("{prefix}~").into()],
    )?;
    let code: String = match last {
        Some(row) => row.get(0)?,
        None => return Ok(1),
    };
    let number: i64 = code
        .strip_prefix(prefix)
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0);
    Ok(number.saturating_add(1))
}

/// Name, area and organisations of a beneficiary, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beneficiary {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that looks after it.
    pub organisation: OrganisationId,
    /// Its own organisation, where it has one.
    pub party: Option<OrganisationId>,
}

/// The beneficiary of an identity, whoever asks.
pub fn beneficiary(reader: &mut Reader<'_>, id: EstablishmentId) -> Stored<Option<Beneficiary>> {
    let row = reader.first(
        "SELECT name, area, organisation_id, party_id FROM establishment WHERE id = $1",
        &[id.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Beneficiary {
        name: row.get(0)?,
        area: row.get(1)?,
        organisation: row.get(2)?,
        party: row.get(3)?,
    }))
}
