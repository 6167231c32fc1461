//! Acceptance: the form on a project, and the machines side by side on the page of the visit.

mod form;
mod pages;
mod part;
mod read;

pub use part::parts;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

const RECORD: Access = Access::Needs(Action::RecordAcceptance);

/// Acceptance.
pub const ROUTES: &[Route] = &[
    get("/projects/{project}/acceptance", RECORD, pages::new),
    post("/projects/{project}/acceptance", RECORD, pages::create),
];
