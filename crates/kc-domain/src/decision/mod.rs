//! Decisions (quyết định): the legal acts that approve, change, move or stop the projects of a plan.
//!
//! A decision carries the change itself: when it is issued, steps, ledger and plan follow in one
//! go. A draft may be changed; what is issued is changed only by another decision.

mod effect;
mod fact;
mod kind;
pub mod refusal;
mod rules;
mod status;

pub use effect::{Effect, effects};
pub use fact::{Change, Fact, Facts, changes};
pub use kind::DecisionKind;
pub use rules::{
    PurseRoom, Situation, Target, check_item, check_target, check_whole, over_purses, serves,
};
pub use status::DecisionStatus;

use crate::kernel::date::Instant;
use crate::kernel::id::{
    DecisionId, DecisionItemId, DocumentId, OrganisationId, PlanId, ProjectId, PurseId, UserId,
};
use crate::kernel::money::Dong;
use crate::ledger::Source;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Identity.
    pub id: DecisionId,
    /// What it does.
    pub kind: DecisionKind,
    /// The plan whose projects it is about.
    pub plan: PlanId,
    /// The later plan that projects go to, for postponing and carrying over.
    pub to_plan: Option<PlanId>,
    /// The decision it supplements or changes.
    pub amends: Option<DecisionId>,
    /// Đợt: `I/2026`.
    pub batch: Option<String>,
    /// Trích yếu.
    pub title: String,
    /// Căn cứ, one act each, in order.
    pub basis: Vec<String>,
    /// Why, for what takes money or projects away.
    pub reason: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Post of who signs.
    pub signer_post: Option<String>,
    /// Name of who signs.
    pub signer_name: Option<String>,
    /// Draft, issued or discarded.
    pub status: DecisionStatus,
    /// Number and symbol, once issued.
    pub number: Option<String>,
    /// Day of the decision, once issued.
    pub dated: Option<NaiveDate>,
    /// The paper, once issued.
    pub document: Option<DocumentId>,
    /// Who drafted it.
    pub drafted_by: UserId,
    /// When it was drafted.
    pub drafted_at: Instant,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
}

/// One line of a decision: what a project gets from a purse, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Identity.
    pub id: DecisionItemId,
    /// The project.
    pub project: ProjectId,
    /// The purse.
    pub purse: PurseId,
    /// Whose money the purse holds.
    pub source: Source,
    /// The purse of the later plan, for carrying over.
    pub to_purse: Option<PurseId>,
    /// Đồng approved before the decision.
    pub before: Dong,
    /// Đồng approved after it.
    pub after: Dong,
}

impl Item {
    /// What the decision adds; below zero for what it takes away.
    pub fn change(&self) -> Dong {
        self.after.minus(self.before)
    }
}

#[cfg(test)]
mod tests;
