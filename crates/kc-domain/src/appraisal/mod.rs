//! Appraisal (thẩm định): councils judge the files of a plan, and a ranking shares out the money.
//!
//! Points are whole hundredths, money whole đồng. Raw scores stay; results are computed from them.

mod council;
mod effective;
mod interest;
mod points;
pub mod ranking;
pub mod refusal;
mod score;
mod sheet;
pub mod sitting;

pub use council::{Council, MEMBERS_MAX, Member, Post, Quorum, may_join};
pub use effective::Method;
pub use interest::{Ground, GroundKind, Judge, Parties, TIES_MAX, Tie, TieKind, ground};
pub use points::Points;
pub use score::{Score, Struck, StruckFor};
pub use sheet::{CouncilRule, Criterion, Sheet, Standing};
pub use sitting::Sitting;
