//! The ledger: the only place where money is counted.
//!
//! An [`Entry`] moves one amount from one stage to another, so every entry balances by
//! construction. Nothing is edited: cut, carry-over, refund and correction are entries. No
//! stage of a purse or project may go below zero, on any day.

mod approval;
mod kind;
mod purse;
pub mod refusal;
mod rules;
mod source;
mod stage;

pub use approval::{Approval, Early};
pub use kind::MoveKind;
pub use purse::Purse;
pub use rules::{Facts, NewMove, decide, decide_reversal, room_from};
pub use source::Source;
pub use stage::Stage;

use crate::kernel::date::Instant;
use crate::kernel::id::{DocumentId, EntryId, OrganisationId, ProjectId, PurseId, UserId};
use crate::kernel::money::Dong;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// The place of this money in the State's budget index: loại 280, khoản 309 "hoạt động khuyến
/// công". Thông tư 28/2018/TT-BTC.
pub const BUDGET_LINE: &str = "280-309";

/// One entry: an amount moved from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identity.
    pub id: EntryId,
    /// What kind of move it is.
    pub kind: MoveKind,
    /// The stage the money leaves.
    pub from: Stage,
    /// The stage the money reaches.
    pub to: Stage,
    /// Whose money it is.
    pub source: Source,
    /// Budget year, where the source tells it.
    pub budget_year: Option<i32>,
    /// The purse it comes from or belongs to.
    pub purse: Option<PurseId>,
    /// The project it is for.
    pub project: Option<ProjectId>,
    /// Đồng, above zero.
    pub amount: Dong,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// The moment it became known.
    pub recorded_at: Instant,
    /// The document it stands on.
    pub document: Option<DocumentId>,
    /// The entry it reverses, wholly or in part.
    pub reverses: Option<EntryId>,
    /// Why, for reversals and cuts.
    pub reason: Option<String>,
    /// Who recorded it.
    pub recorded_by: Option<UserId>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}
