//! Organisations: list, record, form.

pub(super) mod forms;
mod pages;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::policy::Action;

/// Organisations.
pub const ROUTES: &[Route] = &[
    get(
        "/organisations",
        Access::Needs(Action::ReadOrganisations),
        pages::list,
    ),
    get(
        "/organisations/new",
        Access::Needs(Action::RecordOrganisation),
        pages::new,
    ),
    post(
        "/organisations",
        Access::Needs(Action::RecordOrganisation),
        pages::create,
    ),
    get(
        "/organisations/{organisation}",
        Access::Needs(Action::ReadOrganisations),
        pages::show,
    ),
    get(
        "/organisations/{organisation}/edit",
        Access::Needs(Action::RecordOrganisation),
        pages::edit,
    ),
    post(
        "/organisations/{organisation}",
        Access::Needs(Action::RecordOrganisation),
        pages::update,
    ),
];

/// The address of an organisation.
pub fn url(id: OrganisationId) -> String {
    format!("/organisations/{id}")
}
