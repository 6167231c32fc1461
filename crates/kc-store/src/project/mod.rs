//! Projects: one row each, and a closed row for every version there was.

mod equipment;
mod list;
mod money;
mod row;
mod write;

pub use equipment::{add_equipment, list_equipment};
pub use list::{Filter, Listed, Order, Totals, count, list, total};
pub use write::{insert, update};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, EstablishmentId, OrganisationId, ProjectId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::project::Project;

/// Papers offered at once when a decision is chosen.
const DECISIONS_MAX: i64 = 100;

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

/// What is kept of the decision behind a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its number.
    pub number: String,
    /// Day of issue.
    pub issued_on: Option<NaiveDate>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that recorded it.
    pub organisation: OrganisationId,
}

/// The decision of an identity, whoever asks.
pub fn decision(reader: &mut Reader<'_>, id: DocumentId) -> Stored<Option<Decision>> {
    let row = reader.first(
        "SELECT number, issued_on, area, organisation_id FROM document WHERE id = $1",
        &[id.into()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Decision {
        number: row.get(0)?,
        issued_on: row.get(1)?,
        area: row.get(2)?,
        organisation: row.get(3)?,
    }))
}

/// The newest dated papers within a scope that a decision may be chosen from.
pub fn decisions(
    reader: &mut Reader<'_>,
    scope: &Scope,
) -> Stored<Vec<(DocumentId, String, Option<NaiveDate>, String)>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "document", None);
    let head = "SELECT document.id, document.number, document.issued_on, document.summary \
                FROM document";
    let tail = "ORDER BY document.issued_on DESC, document.id DESC LIMIT ?";
    let (sql, values) = conditions.statement(head, tail, [DECISIONS_MAX.into()]);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .collect()
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
