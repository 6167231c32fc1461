//! Targets and results of programmes and plans: how they stand, and the forms that record them.

mod forms;
mod pages;
mod parts;
mod record;
mod show;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

/// Targets and results.
pub const ROUTES: &[Route] = &[
    get(
        "/indicators",
        Access::Needs(Action::ReadIndicators),
        show::show,
    ),
    get(
        "/indicators/targets/new",
        Access::Needs(Action::RecordIndicator),
        pages::new_target,
    ),
    post(
        "/indicators/targets",
        Access::Needs(Action::RecordIndicator),
        pages::create_target,
    ),
    post(
        "/indicators/targets/{target}/withdrawal",
        Access::Needs(Action::RecordIndicator),
        pages::withdraw_target,
    ),
    get(
        "/indicators/results/new",
        Access::Needs(Action::RecordIndicator),
        pages::new_result,
    ),
    post(
        "/indicators/results",
        Access::Needs(Action::RecordIndicator),
        pages::create_result,
    ),
    post(
        "/indicators/results/{result}/withdrawal",
        Access::Needs(Action::RecordIndicator),
        pages::withdraw_result,
    ),
];
