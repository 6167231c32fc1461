//! People, organisations and the roles that bind them.

pub mod api_token;
pub mod delegation;
mod organisation;
mod password;
pub mod refusal;
mod role;
pub mod throttle;

pub use delegation::{Delegation, StandIn};
pub use organisation::{Organisation, OrganisationKind};
pub use password::{PASSWORD_CHARACTERS_MAX, PASSWORD_CHARACTERS_MIN, check_password};
pub use role::Role;

use crate::kernel::id::{AssignmentId, OrganisationId, UserId};
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// One role of one person at one organisation, over one area, between two dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Identity.
    pub id: AssignmentId,
    /// The role.
    pub role: Role,
    /// Where the role is held.
    pub organisation: OrganisationId,
    /// The area the role covers.
    pub area: AreaPath,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// Last day in force; `None` while it has no end.
    pub valid_to: Option<NaiveDate>,
}

impl Assignment {
    /// Whether the role is in force on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// Who acts: a person with the roles in force today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Identity of the person.
    pub user: UserId,
    /// Name as it stands in the audit.
    pub name: String,
    /// Own roles in force.
    pub assignments: Vec<Assignment>,
    /// Colleagues on leave whose roles the person holds besides.
    pub stands_in: Vec<StandIn>,
}

impl Actor {
    /// The first organisation the person works for.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.assignments
            .first()
            .map(|assignment| assignment.organisation)
    }

    /// The same person with some of the roles only.
    pub fn only(&self, roles: &[Role]) -> Self {
        let mut narrowed = self.clone();
        let is_one = |held: &Assignment| roles.contains(&held.role);
        narrowed.assignments.retain(is_one);
        for absent in &mut narrowed.stands_in {
            absent.assignments.retain(is_one);
        }
        narrowed
    }

    /// The person's own roles, to be shown; what somebody may do is asked of [`Self::held`].
    pub fn own(&self) -> impl Iterator<Item = &Assignment> + Clone {
        self.assignments.iter()
    }

    /// Every role the person acts in today: the own ones, then those of whoever they stand in for.
    /// What asks for a role asks here, so that a deputy meets what the absent person would.
    pub fn held(&self) -> impl Iterator<Item = &Assignment> + Clone {
        let lent = self.stands_in.iter().flat_map(|absent| &absent.assignments);
        self.assignments.iter().chain(lent)
    }

    /// Whether the person holds a role, or stands in for somebody who does.
    pub fn has(&self, role: Role) -> bool {
        self.held().any(|assignment| assignment.role == role)
    }
}
