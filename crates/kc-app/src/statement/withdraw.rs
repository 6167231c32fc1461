//! Withdrawing a kept statement, with a reason.

use super::{kept, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::kernel::id::StatementId;
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_store::{search, statement};

/// Withdraws a statement: lists and search no longer show it, its address and its history do.
pub fn withdraw(cx: &Cx<'_>, id: StatementId, version: i64, reason: &str) -> Done<()> {
    let before = kept(cx, id)?;
    let about = About::new("statement", id);
    let permit = cx.permit(Action::RecordStatement, subject(&before), &about)?;
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Failure::invalid(
            "reason",
            "Ghi lý do rút số liệu.",
            "Say why it is withdrawn.",
        ));
    }
    cx.change(&permit, &about, |tx| {
        statement::withdraw(tx, id, version)?;
        search::forget(tx, id.0)?;
        let detail = format!("Rút số liệu công bố {}: {reason}", before.title);
        tx.trace(Trace::new("statement", id, detail));
        Ok(())
    })
}
