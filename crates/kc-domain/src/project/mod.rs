//! Projects (đề án khuyến công): what they are, where they stand, what may be done next.
//!
//! Cost and support asked are estimates of a proposal. Money is counted by the ledger alone.

mod check;
mod composition;
mod equipment;
mod kind;
pub mod refusal;
mod steps;

pub use crate::process::Status;
pub use check::check;
pub use composition::{Activity, Supported, Unfit, check_composition};
pub use equipment::Equipment;
pub use kind::ProjectKind;
pub use steps::{expect_accepted, expect_contracted, expect_decided};

use crate::kernel::date::Instant;
use crate::kernel::id::{
    DocumentId, EstablishmentId, OrganisationId, PlanId, ProgrammeId, ProjectId, UserId,
};
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::place::area::AreaPath;
use crate::process::Standing;
use chrono::NaiveDate;

/// A project. What no source says is `None`, never nought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Identity.
    pub id: ProjectId,
    /// The code the office uses: `DA-2017-00012`.
    pub code: String,
    /// Title: action, product, place.
    pub title: String,
    /// The programme it counts for.
    pub programme: Option<ProgrammeId>,
    /// The annual plan it stands in.
    pub plan: Option<PlanId>,
    /// The batch it is approved in: `II/2017`.
    pub batch: Option<String>,
    /// Single, flagship, group or task.
    pub kind: ProjectKind,
    /// National or local.
    pub level: Option<Level>,
    /// Key of the group of content in the catalogue of its plan or programme.
    pub content_group: Option<String>,
    /// Trade, as written.
    pub trade: Option<String>,
    /// What it counts as.
    pub status: Status,
    /// Where it stands in its process; nothing where the steps it went through are not known.
    pub standing: Option<Standing>,
    /// The place as it was written then.
    pub place_written: Option<String>,
    /// The beneficiary.
    pub establishment: Option<EstablishmentId>,
    /// The unit that carries it out.
    pub unit: Option<OrganisationId>,
    /// First day of the work.
    pub starts_on: Option<NaiveDate>,
    /// Last day of the work.
    pub ends_on: Option<NaiveDate>,
    /// The need and its basis.
    pub need: Option<String>,
    /// What it brings, as a figure with its unit: `3.000 - 3.500 tấn/năm`.
    pub outcome: Option<String>,
    /// Estimated cost in all, đồng.
    pub cost_estimated: Option<Dong>,
    /// Support asked of the State, đồng.
    pub support_asked: Option<Dong>,
    /// Workers trained or employed.
    pub workers: Option<i64>,
    /// Turns of people taking part.
    pub turns: Option<i64>,
    /// What readers must know.
    pub note: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that registered it.
    pub organisation: OrganisationId,
    /// The firm or service organisation behind it.
    pub party: Option<OrganisationId>,
    /// Who proposed it.
    pub proposed_by: Option<UserId>,
    /// The decision that approves it.
    pub decision: Option<DocumentId>,
    /// Number of the contract.
    pub contract_number: Option<String>,
    /// Day of the contract.
    pub contracted_on: Option<NaiveDate>,
    /// Day of the acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// Day of registration; for what was taken over, the day it counts from.
    pub registered_on: NaiveDate,
    /// Why it was last returned, stopped or withdrawn.
    pub reason: Option<String>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the changes.
    pub version: i64,
}

#[cfg(test)]
pub(crate) mod tests;
