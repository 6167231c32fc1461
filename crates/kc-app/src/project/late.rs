//! The registration round: who comes outside it is refused, unless the head takes the proposal in.

use super::propose::{NewProject, register_late};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::clean;
use kc_domain::plan::refusal::Refusal;
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::kernel::Tx;
pub use kc_store::project::Late;
use kc_store::{plan, project};

/// Whether a project this person was shown was taken in late, and why.
pub fn late(cx: &Cx<'_>, of: &Project) -> Done<Option<Late>> {
    cx.read(|reader| Ok(project::late(reader, of.id)?))
}

/// Refuses a proposal outside the round of its plan that nobody took in late. What was returned to
/// be completed came in time. The moment is the one under which the write is kept.
pub(crate) fn expect_in_round(tx: &mut Tx<'_>, of: &Project) -> Done<()> {
    let Some(named) = of.plan else { return Ok(()) };
    if project::late(&mut tx.reader(), of.id)?.is_some() {
        return Ok(());
    }
    match plan::find(&mut tx.reader(), named)? {
        Some(found) => Ok(found.expect_open(tx.at())?),
        None => Ok(()),
    }
}

/// Registers a proposal outside the round of its plan, recorded as late.
pub fn propose_late(cx: &Cx<'_>, new: NewProject, reason: &str) -> Done<ProjectId> {
    let reason = stated(reason)?;
    register_late(cx, new, &reason)
}

/// Takes in late a proposal that was registered in time but not handed in.
pub fn admit(cx: &Cx<'_>, id: ProjectId, reason: &str) -> Done<()> {
    let seen = show(cx, id)?;
    let reason = stated(reason)?;
    let about = About::new("project", id);
    let permit = cx.permit(Action::AdmitProject, subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| keep(tx, id, &reason))
}

/// Keeps the reason inside a transaction.
pub(super) fn keep(tx: &mut Tx<'_>, id: ProjectId, reason: &str) -> Done<()> {
    let user = tx.permit().user().ok_or(Failure::NotFound)?;
    project::keep_late(tx, id, reason, user)?;
    let detail = format!("Tiếp nhận ngoài đợt đăng ký. Lý do: {reason}");
    tx.trace(Trace::new("project", id, detail));
    Ok(())
}

fn stated(reason: &str) -> Result<String, Refusal> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Refusal::NoLateReason);
    }
    Ok(reason)
}
