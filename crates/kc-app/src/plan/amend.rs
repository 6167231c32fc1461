//! Amending an annual plan that is still as the person saw it.

use super::record::{NewPlan, build};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Trace};
use crate::search;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Round;
use kc_domain::plan::refusal::Refusal;
use kc_domain::policy::Action;
use kc_store::plan;

/// Amends a plan; area, organisation and mark of sample data stay.
pub fn amend(cx: &Cx<'_>, id: PlanId, version: i64, new: NewPlan) -> Done<()> {
    let before = show(cx, id)?;
    let mut after = build(id, new, version)?;
    after.area = before.area.clone();
    after.organisation = before.organisation;
    after.illustrative = before.illustrative;
    let about = About::new("plan", id);
    let permit = cx.permit(Action::RecordPlan, subject(&before), &about)?;
    cx.change(&permit, &about, |tx| {
        let holder = plan::find_by_code(&mut tx.reader(), &after.code)?;
        if holder.is_some_and(|holder| holder.id != id) {
            return Err(Refusal::CodeTaken { code: after.code }.into());
        }
        plan::update(tx, &after)?;
        search::keep_plan(tx, &after)?;
        let detail = format!(
            "Sửa kế hoạch: {} ({}{}) → {} ({}{})",
            before.name,
            before.period,
            round(before.round),
            after.name,
            after.period,
            round(after.round)
        );
        tx.trace(Trace::new("plan", id, detail));
        Ok(())
    })
}

/// The round as the audit keeps it behind the days of the plan.
fn round(round: Round) -> String {
    match round.say(Lang::Vi) {
        said if said.is_empty() => said,
        said => format!("; đợt đăng ký {said}"),
    }
}
