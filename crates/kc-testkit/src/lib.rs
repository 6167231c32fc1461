//! For tests only: both engines, a small cast, and offices that vanish after the test.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "the testkit serves tests only: what cannot be set up ends the test"
)]

mod case;
mod cast;
mod engine;
mod judging;
mod picture;
mod records;
pub mod smtp;
pub mod wire;

pub use case::{make, tell};
pub use cast::{Cast, HA_NOI, HAI_PHONG, Member, THUY_NGUYEN, VINH_BAO};
pub use engine::{Engine, TestOffice};
pub use judging::{new_council, new_decision, new_score, new_sitting};
pub use records::{new_decision_paper, new_plan, new_programme, new_project, new_purse};
