//! Submitting a proposal for approval.

use super::guard::Given;
use super::step::{self, Which};
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::ProjectId;
use kc_domain::process::Move;

/// Hands a proposal in.
pub fn submit(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    step::take(
        cx,
        id,
        version,
        Which::Makes(Move::Submit),
        &Given::default(),
    )
}
