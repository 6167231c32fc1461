//! What of the field waits for the person who asks: open requests and obstacles of their side that
//! are near their deadline or past it.

use crate::kernel::{Cx, Done};
use chrono::{Days, NaiveDate};
use kc_domain::identity::{Actor, Role};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Text;
use kc_domain::monitoring::{MatterKind, Side};
use kc_domain::policy::Action;
use kc_store::monitoring::{self, Open};

/// Days ahead that a person is told of: two weeks leave time for a visit and a paper.
const AHEAD_DAYS: u64 = 14;

/// One thing that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What must be done.
    pub what: Text,
    /// The project it is about.
    pub project: ProjectId,
    /// What it is, and the title of the project.
    pub title: String,
    /// Since when it waits.
    pub since: NaiveDate,
    /// By when it must be done.
    pub due: NaiveDate,
}

/// Open requests and obstacles that the person who asks must deal with, the most urgent first.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    let sides = sides(cx);
    let Ok(scope) = cx.scope(Action::ReadProjects) else {
        return Ok(Vec::new());
    };
    let today = cx.today();
    let due_by = today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(today);
    let open = cx.read(|reader| Ok(monitoring::open_matters(reader, &scope, &sides, due_by)?))?;
    Ok(open.into_iter().map(waiting).collect())
}

/// The sides a person stands for, also in the place of somebody who is away.
fn sides(cx: &Cx<'_>) -> Vec<Side> {
    let held = cx.actor().into_iter().flat_map(Actor::held);
    let mut sides: Vec<_> = held.filter_map(|given| side_of(given.role)).collect();
    sides.sort_unstable();
    sides.dedup();
    sides
}

/// The side a role stands for; those who only read or count stand for none.
fn side_of(role: Role) -> Option<Side> {
    match role {
        Role::CentreOfficer | Role::CentreHead => Some(Side::Centre),
        Role::DepartmentOfficer | Role::DepartmentHead => Some(Side::Department),
        Role::CommuneOfficer => Some(Side::Commune),
        Role::Firm => Some(Side::Beneficiary),
        Role::ServiceOrganisation => Some(Side::Other),
        _ => None,
    }
}

fn waiting(open: Open) -> Waiting {
    let matter = open.matter;
    let what = match matter.kind {
        MatterKind::Request => Text::new("Thực hiện yêu cầu", "Meet a request"),
        MatterKind::Obstacle => Text::new("Tháo gỡ vướng mắc", "Remove an obstacle"),
    };
    Waiting {
        what,
        project: matter.project,
        title: format!("{} – {}", matter.what, open.project),
        since: matter.raised_on,
        due: matter.due_on,
    }
}
