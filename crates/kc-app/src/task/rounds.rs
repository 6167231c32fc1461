//! Registration rounds that are open: whoever may propose has until their last moment.

use super::{Desk, Task, holders};
use crate::kernel::{Cx, Done, ROWS_DEFAULT, Window};
use crate::plan::{self, PlanFilter};
use chrono::Datelike;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::text::Text;
use kc_domain::plan::{Plan, RoundState};
use kc_domain::policy::Action;

/// Open rounds of plans of this and the coming years, for those who may propose.
pub(super) fn find(cx: &Cx<'_>) -> Done<Desk> {
    let mut desk = Desk::default();
    if !cx.may(Action::ProposeProject) || !cx.may(Action::ReadPlans) {
        return Ok(desk);
    }
    let now = cx.now();
    let newest = plan::list(cx, &PlanFilter::default(), Window::of_page(1, ROWS_DEFAULT))?;
    let open = newest
        .rows
        .iter()
        .filter(|plan| plan.year >= now.day().year() && plan.round_at(now) == RoundState::Open);
    desk.mine.extend(open.map(task));
    Ok(desk)
}

fn task(plan: &Plan) -> Task {
    Task {
        what: Text::new(
            "Đăng ký đề án trong đợt đang mở",
            "Register in the open round",
        ),
        title: plan.name.clone(),
        path: format!("/plans/{}", plan.id),
        amount: None,
        since: plan.round.opens_at.map(Instant::day),
        due: plan.round.closes_at.map(Instant::day),
        until: plan.round.closes_at,
        holder: holders(Action::ProposeProject),
    }
}
