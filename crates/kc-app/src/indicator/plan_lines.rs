//! The lines of a plan by group of content.

use crate::kernel::{Cx, Done, Failure};
use crate::programme::frame;
use kc_domain::indicator::grouped::{Grouped, group};
use kc_domain::kernel::id::PlanId;
use kc_domain::policy::Action;
use kc_domain::programme::catalogue;
use kc_domain::programme::frame::Frame;
use kc_store::indicator;

/// Counts the lines of a plan by the groups of its catalogue; what is in no group is named.
pub fn plan_lines(cx: &Cx<'_>, plan: PlanId) -> Done<Grouped> {
    let head = frame::show(cx, Frame::Plan(plan))?;
    let scope = cx.scope(Action::ReadProjects)?;
    let lines = cx.read(|reader| Ok(indicator::plan_lines(reader, &scope, plan)?))?;
    let known = catalogue::find(&head.catalogue).ok_or(Failure::NotFound)?;
    Ok(group(known, &lines))
}
