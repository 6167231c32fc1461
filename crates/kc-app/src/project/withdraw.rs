//! Taking a project out of the list: it stays to be read, and no report counts it or its money any more.

use super::returning::with_reason;
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::ProjectId;
use kc_domain::process::Move;

/// Withdraws a project, with a reason; its entries are reversed in the same transaction. What was
/// known of it before stays known for that time.
pub fn withdraw(cx: &Cx<'_>, id: ProjectId, version: i64, reason: &str) -> Done<()> {
    with_reason(cx, id, version, Move::Withdraw, reason)
}
