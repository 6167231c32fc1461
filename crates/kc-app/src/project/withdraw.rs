//! Taking a project out of the list: it stays to be read, and no report counts it or its money any more.

use super::advance::advance;
use super::returning::stated;
use crate::kernel::{Cx, Done};
use crate::ledger::reverse::reverse_project;
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::lifecycle::{Move, next};

/// Withdraws a project, with a reason; its entries are reversed in the same transaction. What was known of it before stays known for that time.
pub fn withdraw(cx: &Cx<'_>, id: ProjectId, version: i64, reason: &str) -> Done<()> {
    advance(cx, id, version, Move::Withdraw, |tx, project| {
        project.status = next(project.status, Move::Withdraw)?;
        let reason = stated(reason)?;
        reverse_project(tx, project.id, &reason)?;
        project.reason = Some(reason.clone());
        project.withdrawn_at = Some(tx.at());
        Ok(format!(". Lý do: {reason}"))
    })
}
