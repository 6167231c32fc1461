//! Processes: what they are, and putting one of the province into force.

mod forms;
mod pages;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

/// Processes. A reference has two parts: key and version.
pub const ROUTES: &[Route] = &[
    get("/processes", Access::Needs(Action::ReadRules), pages::list),
    get(
        "/processes/new",
        Access::Needs(Action::AdoptRules),
        forms::new,
    ),
    post(
        "/processes",
        Access::Needs(Action::AdoptRules),
        forms::create,
    ),
    // A process is read by everybody who may read rules, wherever it holds.
    get(
        "/processes/{process}/{version}",
        Access::SignedIn,
        pages::show,
    ),
];

/// The address of a process.
pub fn url(reference: &str) -> String {
    format!("/processes/{reference}")
}
