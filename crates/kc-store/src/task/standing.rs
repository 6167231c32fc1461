//! Projects by where they stand, each with the moment it came there.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::Window;
use crate::kernel::{Reader, Row, Stored, Value};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{OrganisationId, ProjectId, UserId};
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::project::Status;

/// A project that stands somewhere and waits for its next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Identity.
    pub id: ProjectId,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// When it came there.
    pub since: Instant,
    /// Last day of the work.
    pub ends_on: Option<NaiveDate>,
    /// Support asked of the State, đồng.
    pub support_asked: Option<Dong>,
    /// Why it was last returned.
    pub reason: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that registered it.
    pub organisation: OrganisationId,
    /// The name of that organisation.
    pub organisation_name: String,
    /// The firm or service organisation behind it.
    pub party: Option<OrganisationId>,
    /// Who proposed it.
    pub proposed_by: Option<UserId>,
}

/// The columns of [`read`]. A project came to where it stands with the first version after the
/// last one that stood elsewhere.
const COLUMNS: &str = "SELECT project.id, project.title, project.status, \
    (SELECT min(here.recorded_at) FROM project_revision here \
     WHERE here.project_id = project.id AND here.revision > COALESCE( \
         (SELECT max(there.revision) FROM project_revision there \
          WHERE there.project_id = project.id AND there.status <> project.status), 0)), \
    project.ends_on, project.support_asked, project.reason, project.area, \
    project.organisation_id, organisation.name, project.party_id, project.proposed_by \
    FROM project JOIN organisation ON organisation.id = project.organisation_id";

/// Projects within a scope that stand in one state, the oldest registration first.
pub fn list_standing(
    reader: &mut Reader<'_>,
    scope: &Scope,
    status: Status,
    window: Window,
) -> Stored<Vec<Standing>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    conditions.add("project.status = ?", [status.code().into()]);
    select(reader, &conditions, window)
}

/// Projects in some states that some people proposed, or that some organisations stand behind.
pub fn list_proposed(
    reader: &mut Reader<'_>,
    people: &[UserId],
    parties: &[OrganisationId],
    statuses: &[Status],
    window: Window,
) -> Stored<Vec<Standing>> {
    let mut conditions = Conditions::new();
    let mut whose = vec!["project.proposed_by = ?"; people.len()];
    whose.resize(
        people.len().saturating_add(parties.len()),
        "project.party_id = ?",
    );
    let people = people.iter().map(|id| Value::from(*id));
    let values = people.chain(parties.iter().map(|id| Value::from(*id)));
    conditions.add(&["(", &*whose.join(" OR "), ")"].concat(), values);
    let marks = vec!["?"; statuses.len()].join(", ");
    conditions.add(
        &["project.status IN (", &*marks, ")"].concat(),
        statuses.iter().map(|status| status.code().into()),
    );
    select(reader, &conditions, window)
}

fn select(
    reader: &mut Reader<'_>,
    conditions: &Conditions,
    window: Window,
) -> Stored<Vec<Standing>> {
    let tail = "ORDER BY project.registered_on, project.id LIMIT ? OFFSET ?";
    let page = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(COLUMNS, tail, page);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Standing> {
    Ok(Standing {
        id: row.get(0)?,
        title: row.get(1)?,
        status: row.code(2, Status::from_code)?,
        since: row.get(3)?,
        ends_on: row.get(4)?,
        support_asked: row.get(5)?,
        reason: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        organisation_name: row.get(9)?,
        party: row.get(10)?,
        proposed_by: row.get(11)?,
    })
}
