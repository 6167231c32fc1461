//! Annual plans: list, record, form.

mod forms;
mod guidance;
mod pages;
mod show;

pub(crate) use forms::programmes;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::PlanId;
use kc_domain::policy::Action;

/// Annual plans.
pub const ROUTES: &[Route] = &[
    get("/plans", Access::Needs(Action::ReadPlans), pages::list),
    get("/plans/new", Access::Needs(Action::RecordPlan), pages::new),
    post("/plans", Access::Needs(Action::RecordPlan), pages::create),
    get(
        "/plans/{plan}",
        Access::Needs(Action::ReadPlans),
        show::show,
    ),
    get(
        "/plans/{plan}/edit",
        Access::Needs(Action::RecordPlan),
        pages::edit,
    ),
    get(
        "/plans/{plan}/guidance",
        Access::Needs(Action::RecordPlan),
        guidance::edit,
    ),
    post(
        "/plans/{plan}/guidance",
        Access::Needs(Action::RecordPlan),
        guidance::update,
    ),
    get(
        "/plans/{plan}/guidance/paper/{format}",
        Access::Needs(Action::RecordPlan),
        guidance::paper,
    ),
    post(
        "/plans/{plan}",
        Access::Needs(Action::RecordPlan),
        pages::update,
    ),
];

/// The address of a plan.
pub fn url(id: PlanId) -> String {
    format!("/plans/{id}")
}
