//! Projects by where they stand in their process, each with the day it came there.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::Window;
use crate::kernel::{Reader, Row, Stored, Value};
use chrono::NaiveDate;
use kc_domain::kernel::id::{OrganisationId, ProjectId, UserId};
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::project::Status;

/// Where a project waits for somebody, as reports count it.
const WAITING: [Status; 6] = [
    Status::Registered,
    Status::Submitted,
    Status::Returned,
    Status::Approved,
    Status::Contracted,
    Status::Accepted,
];

/// A state of one version of one process.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stand {
    /// What reports count it as.
    pub status: Status,
    /// The version of the process: `national/2014`.
    pub process: String,
    /// The key of the state: `N4`.
    pub state: String,
}

/// A project that stands somewhere and waits for its next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Identity.
    pub id: ProjectId,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub stand: Stand,
    /// The day it came there.
    pub since: NaiveDate,
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

const COLUMNS: &str = "SELECT project.id, project.title, project.status, project.process, \
    project.state, project.state_since, project.ends_on, project.support_asked, project.reason, \
    project.area, project.organisation_id, organisation.name, project.party_id, \
    project.proposed_by \
    FROM project JOIN organisation ON organisation.id = project.organisation_id";

/// The states in which projects of a scope wait.
pub fn list_stands(reader: &mut Reader<'_>, scope: &Scope) -> Stored<Vec<Stand>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    waits(&mut conditions);
    let head = "SELECT project.status, project.process, project.state FROM project";
    let tail = "GROUP BY project.status, project.process, project.state
                ORDER BY project.status, project.process, project.state";
    let (sql, values) = conditions.statement(head, tail, []);
    let stand = |row: &Row| read_stand(row, 0);
    reader.query(&sql, &values)?.iter().map(stand).collect()
}

/// Projects of a scope that stand in any of some states, those first that came there first.
pub fn list_standing(
    reader: &mut Reader<'_>,
    scope: &Scope,
    stands: &[Stand],
    window: Window,
) -> Stored<Vec<Standing>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    let one = "(project.status = ? AND project.process = ? AND project.state = ?)";
    let either = vec![one; stands.len()].join(" OR ");
    let values = stands.iter().flat_map(|stand| {
        let status = Value::from(stand.status.code());
        [status, (&stand.process).into(), (&stand.state).into()]
    });
    conditions.add(&["(", &*either, ")"].concat(), values);
    select(reader, &conditions, window)
}

/// Waiting projects that some people proposed, or that some organisations stand behind.
pub fn list_proposed(
    reader: &mut Reader<'_>,
    people: &[UserId],
    parties: &[OrganisationId],
    window: Window,
) -> Stored<Vec<Standing>> {
    let mut conditions = Conditions::new();
    let mut whose = vec!["project.proposed_by = ?"; people.len()];
    let all = people.len().saturating_add(parties.len());
    whose.resize(all, "project.party_id = ?");
    let people = people.iter().map(|id| Value::from(*id));
    let values = people.chain(parties.iter().map(|id| Value::from(*id)));
    conditions.add(&["(", &*whose.join(" OR "), ")"].concat(), values);
    waits(&mut conditions);
    select(reader, &conditions, window)
}

/// Only projects that follow a process and wait in it.
fn waits(conditions: &mut Conditions) {
    let marks = vec!["?"; WAITING.len()].join(", ");
    conditions.add(
        &["project.status IN (", &*marks, ")"].concat(),
        WAITING.map(|status| status.code().into()),
    );
    conditions.add("project.process IS NOT NULL", []);
}

fn select(
    reader: &mut Reader<'_>,
    conditions: &Conditions,
    window: Window,
) -> Stored<Vec<Standing>> {
    let tail = "ORDER BY project.state_since, project.id LIMIT ? OFFSET ?";
    let page = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(COLUMNS, tail, page);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Standing> {
    Ok(Standing {
        id: row.get(0)?,
        title: row.get(1)?,
        stand: read_stand(row, 2)?,
        since: row.get(5)?,
        ends_on: row.get(6)?,
        support_asked: row.get(7)?,
        reason: row.get(8)?,
        area: row.get(9)?,
        organisation: row.get(10)?,
        organisation_name: row.get(11)?,
        party: row.get(12)?,
        proposed_by: row.get(13)?,
    })
}

/// Reads a state from three columns.
fn read_stand(row: &Row, first: usize) -> Stored<Stand> {
    Ok(Stand {
        status: row.code(first, Status::from_code)?,
        process: row.get(first.saturating_add(1))?,
        state: row.get(first.saturating_add(2))?,
    })
}
