//! Withdrawing a visit that was recorded wrongly. The row stays, and so does the trace.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::kernel::id::VisitId;
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::monitoring::refusal::Refusal;
use kc_domain::monitoring::{Verdict, Visit, VisitKind};
use kc_domain::policy::Action;
use kc_store::monitoring;

/// Withdraws a visit with a reason.
pub fn withdraw(cx: &Cx<'_>, id: VisitId, reason: &str) -> Done<()> {
    let found = show(cx, id)?;
    let about = About::new("visit", id);
    let permit = cx.permit(Action::RecordVisit, subject(&found), &about)?;
    let reason = clean(reason);
    cx.change(&permit, &about, |tx| {
        let now = monitoring::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        expect_loose(&now)?;
        if reason.is_empty() {
            return Err(Refusal::NoReason.into());
        }
        monitoring::withdraw(tx, id, &reason)?;
        let detail = format!(
            "Rút {}. Lý do: {reason}",
            now.title(Lang::Vi).to_lowercase()
        );
        tx.trace(Trace::new("visit", id, detail));
        Ok(())
    })
}

/// A passed acceptance moved its project on; a survey with a proposal stands behind it.
pub fn expect_loose(visit: &Visit) -> Result<(), Refusal> {
    if visit.withdrawn_because.is_some() {
        return Err(Refusal::Withdrawn);
    }
    match (visit.kind, visit.verdict) {
        (VisitKind::Acceptance, Some(Verdict::Passed)) => Err(Refusal::AcceptanceStays),
        (VisitKind::Survey, _) if visit.project.is_some() => Err(Refusal::SurveyUsed),
        _ => Ok(()),
    }
}
