//! Giving a draft up; it stays to be read.

use super::draft::change;
use crate::kernel::{Cx, Done};
use kc_domain::decision::DecisionStatus;
use kc_domain::kernel::id::DecisionId;

/// Discards a draft that is still as the person saw it.
pub fn discard(cx: &Cx<'_>, id: DecisionId, version: i64) -> Done<()> {
    change(cx, id, version, |_, draft| {
        draft.status = DecisionStatus::Discarded;
        Ok("Bỏ dự thảo".to_owned())
    })
}
