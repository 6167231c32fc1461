//! What the projects and purses behind some entries are called.

use crate::kernel::dialect::Conditions;
use crate::kernel::{FromValue, Reader, Stored, Value};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::policy::Scope;
use std::collections::{BTreeMap, BTreeSet};

/// The titles of some projects, as far as they lie within a scope.
pub fn project_titles(
    reader: &mut Reader<'_>,
    scope: &Scope,
    ids: impl Iterator<Item = ProjectId>,
) -> Stored<BTreeMap<ProjectId, String>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    let head = "SELECT project.id, project.title FROM project";
    named(reader, conditions, "project.id", head, ids)
}

/// The names of some purses, as far as they lie within a scope.
pub fn purse_names(
    reader: &mut Reader<'_>,
    scope: &Scope,
    ids: impl Iterator<Item = PurseId>,
) -> Stored<BTreeMap<PurseId, String>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "purse", None);
    let head = "SELECT purse.id, purse.name FROM purse";
    named(reader, conditions, "purse.id", head, ids)
}

fn named<T: Ord + FromValue>(
    reader: &mut Reader<'_>,
    mut conditions: Conditions,
    key: &str,
    head: &str,
    ids: impl Iterator<Item = T>,
) -> Stored<BTreeMap<T, String>>
where
    Value: From<T>,
{
    let ids: BTreeSet<T> = ids.collect();
    conditions.among(key, ids.into_iter().map(Value::from));
    let (sql, values) = conditions.statement(head, "", []);
    let rows = reader.query(&sql, &values)?;
    let rows = rows.iter();
    rows.map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
