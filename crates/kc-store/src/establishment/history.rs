//! What an establishment was supported with: the projects it stands in.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{EstablishmentId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::policy::Scope;

/// Most projects shown beside one establishment.
const SUPPORTS_MAX: i64 = 200;

/// One project an establishment stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The project.
    pub project: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// National or local, where known.
    pub level: Option<Level>,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// Whether it was taken out of the list.
    pub withdrawn: bool,
}

/// The projects of an establishment within a scope, newest first.
pub fn supports(
    reader: &mut Reader<'_>,
    scope: &Scope,
    id: EstablishmentId,
) -> Stored<Vec<Support>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    conditions.add("project.establishment_id = ?", [id.into()]);
    let (sql, values) = conditions.statement(
        "SELECT id, code, title, level, registered_on, \
         CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END FROM project",
        "ORDER BY registered_on DESC, code LIMIT ?",
        [SUPPORTS_MAX.into()],
    );
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| {
            Ok(Support {
                project: row.get(0)?,
                code: row.get(1)?,
                title: row.get(2)?,
                level: row.code_or_none(3, Level::from_code)?,
                registered_on: row.get(4)?,
                withdrawn: row.get(5)?,
            })
        })
        .collect()
}
