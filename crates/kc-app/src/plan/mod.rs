//! Annual plans: list, show, record, amend.

pub mod amend;
pub mod guide;
pub mod letter;
pub mod record;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::kernel::id::PlanId;
use kc_domain::plan::Plan;
use kc_domain::policy::{Action, Subject};
use kc_store::plan;
pub use kc_store::plan::PlanFilter;

/// Plans the reader may see.
pub fn list(cx: &Cx<'_>, filter: &PlanFilter<'_>, window: Window) -> Done<Page<Plan>> {
    let scope = cx.scope(Action::ReadPlans)?;
    cx.read(|reader| Ok(plan::list(reader, &scope, filter, window)?))
}

/// One plan.
pub fn show(cx: &Cx<'_>, id: PlanId) -> Done<Plan> {
    let found = cx.read(|reader| Ok(plan::find(reader, id)?))?;
    seen(cx, found)
}

impl Remembered for PlanId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The plan of a code.
pub fn show_by_code(cx: &Cx<'_>, code: &str) -> Done<Plan> {
    let found = cx.read(|reader| Ok(plan::find_by_code(reader, code)?))?;
    seen(cx, found)
}

fn seen(cx: &Cx<'_>, found: Option<Plan>) -> Done<Plan> {
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadPlans, &subject(&found))?;
    Ok(found)
}

/// What the policy must know of a plan.
pub fn subject(plan: &Plan) -> Subject {
    Subject::new(plan.area.clone(), Some(plan.organisation))
}
