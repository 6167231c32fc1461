//! Returning a submitted proposal to its author, and stopping an approved project.

use super::guard::Given;
use super::step::{self, Which};
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::clean;
use kc_domain::process::Move;
use kc_domain::project::refusal::Refusal;

/// Gives a proposal back to be completed, with a reason.
pub fn return_to_author(cx: &Cx<'_>, id: ProjectId, version: i64, reason: &str) -> Done<()> {
    with_reason(cx, id, version, Move::Return, reason)
}

/// Stops an approved project, with a reason.
pub fn stop(cx: &Cx<'_>, id: ProjectId, version: i64, reason: &str) -> Done<()> {
    with_reason(cx, id, version, Move::Stop, reason)
}

/// Takes a step that must say why.
pub(super) fn with_reason(
    cx: &Cx<'_>,
    id: ProjectId,
    version: i64,
    step: Move,
    reason: &str,
) -> Done<()> {
    let given = Given {
        reason: Some(reason.to_owned()),
        ..Given::default()
    };
    step::take(cx, id, version, Which::Makes(step), &given)
}

/// The reason as it is kept; a step that takes something away must state one.
pub(super) fn stated(reason: &str) -> Result<String, Refusal> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Refusal::NoReason);
    }
    Ok(reason)
}
