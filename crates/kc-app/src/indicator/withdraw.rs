//! Withdrawing a target or result that was recorded wrongly. The row stays, and so does the trace.

use super::head;
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::programme::frame;
use kc_domain::kernel::id::{ResultId, TargetId};
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;
use kc_store::indicator;
use kc_store::kernel::{Stored, Tx};

/// Withdraws a target; answers what it belonged to.
pub fn target(cx: &Cx<'_>, id: TargetId) -> Done<Frame> {
    let found = cx.read(|reader| Ok(indicator::find_target(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    let detail = format!("Rút chỉ tiêu {}: {}", found.indicator, found.printed);
    change(cx, found.frame, detail, |tx| {
        indicator::withdraw_target(tx, id)
    })
}

/// Withdraws a result; answers what it belonged to.
pub fn result(cx: &Cx<'_>, id: ResultId) -> Done<Frame> {
    let found = cx.read(|reader| Ok(indicator::find_result(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    let known = found.printed.as_deref().unwrap_or("chưa có số liệu");
    let detail = format!("Rút kết quả {}: {known}", found.indicator);
    change(cx, found.frame, detail, |tx| {
        indicator::withdraw_result(tx, id)
    })
}

fn change(
    cx: &Cx<'_>,
    of: Frame,
    detail: String,
    work: impl FnOnce(&mut Tx<'_>) -> Stored<()>,
) -> Done<Frame> {
    let head = head(cx, of)?;
    let about = About::new(of.word(), of);
    let permit = cx.permit(Action::RecordIndicator, frame::subject(&head), &about)?;
    cx.change(&permit, &about, |tx| {
        work(tx)?;
        tx.trace(Trace::new(about.word, &about.record, detail));
        Ok(of)
    })
}
