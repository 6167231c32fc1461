//! Changes of an approved project (điều chỉnh, bổ sung, ngừng): asked with a reason, confirmed,
//! decided, and only then true. A request keeps each fact before and after; it falls when one of
//! them has changed meanwhile.

mod fact;
mod kind;
pub mod refusal;
mod route;
mod rules;
mod stand;

pub use fact::{Fact, What};
pub use kind::AmendmentKind;
pub use route::{Authority, Route, route, routes};
pub use rules::{Hand, confirm, decide, request, stale, unchanged_by_hand};
pub use stand::Stand;

use crate::kernel::id::{AmendmentId, DocumentId, OrganisationId, ProjectId, UserId};
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// A request for change, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Identity.
    pub id: AmendmentId,
    /// The project.
    pub project: ProjectId,
    /// What kind of change.
    pub kind: AmendmentKind,
    /// Why.
    pub reason: String,
    /// The facts it changes, before and after; none for a stop.
    pub facts: Vec<Fact>,
    /// Where it stands.
    pub stand: Stand,
    /// The code of the rule by which it goes its way: `extend/national/next-year`.
    pub rule: String,
    /// The day it was asked.
    pub asked_on: NaiveDate,
    /// Who asked.
    pub asked_by: UserId,
    /// The confirmation of the province.
    pub confirmed: Option<Act>,
    /// The decision.
    pub decided: Option<Act>,
    /// The recorded paper of the decision.
    pub decision: Option<DocumentId>,
    /// Why it was refused, or which fact made it fall.
    pub note: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// The firm or service organisation behind the project.
    pub party: Option<OrganisationId>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// A confirmation or decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The day of the paper.
    pub on: NaiveDate,
    /// Who recorded it.
    pub by: UserId,
    /// The number of the paper.
    pub number: String,
}

#[cfg(test)]
mod tests;
