//! Submitting a proposal for approval.

use super::advance::advance;
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::lifecycle::{Move, next};

/// Hands a proposal in.
pub fn submit(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    advance(cx, id, version, Move::Submit, |_, project| {
        project.status = next(project.status, Move::Submit)?;
        project.reason = None;
        Ok(String::new())
    })
}
