//! Submitting a proposal for approval.

use super::step::{self, Given};
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::lifecycle::Move;

/// Hands a proposal in.
pub fn submit(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    step::take(cx, id, version, Move::Submit, &Given::default())
}
