//! Projects: list, record, forms, steps.

pub mod beneficiary;
mod composition;
mod equipment;
mod facts;
mod forms;
mod late;
mod list;
pub mod listing;
mod pages;
mod read;
mod show;
mod standing;
mod steps;
mod way;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::ProjectId;
use kc_domain::policy::Action;

/// Projects.
pub const ROUTES: &[Route] = &[
    get("/projects", Access::Needs(Action::ReadProjects), list::list),
    get(
        "/projects/new",
        Access::Needs(Action::ProposeProject),
        pages::new,
    ),
    post(
        "/projects",
        Access::Needs(Action::ProposeProject),
        pages::create,
    ),
    get(
        "/projects/{project}",
        Access::Needs(Action::ReadProjects),
        show::show,
    ),
    get(
        "/projects/{project}/edit",
        Access::Needs(Action::ProposeProject),
        pages::edit,
    ),
    post(
        "/projects/{project}",
        Access::Needs(Action::ProposeProject),
        pages::update,
    ),
    get(
        "/projects/{project}/equipment/new",
        Access::Needs(Action::ProposeProject),
        equipment::new,
    ),
    post(
        "/projects/{project}/equipment",
        Access::Needs(Action::ProposeProject),
        equipment::create,
    ),
    get(
        "/projects/{project}/activities/new",
        Access::Needs(Action::ProposeProject),
        composition::new_activity,
    ),
    post(
        "/projects/{project}/activities",
        Access::Needs(Action::ProposeProject),
        composition::add_activity,
    ),
    post(
        "/projects/{project}/activities/{activity}/removal",
        Access::Needs(Action::ProposeProject),
        composition::remove_activity,
    ),
    get(
        "/projects/{project}/beneficiaries/new",
        Access::Needs(Action::ProposeProject),
        composition::new_beneficiary,
    ),
    post(
        "/projects/{project}/beneficiaries",
        Access::Needs(Action::ProposeProject),
        composition::add_beneficiary,
    ),
    post(
        "/projects/{project}/beneficiaries/{establishment}/removal",
        Access::Needs(Action::ProposeProject),
        composition::remove_beneficiary,
    ),
    post(
        "/projects/{project}/late",
        Access::Needs(Action::AdmitProject),
        late::take_in,
    ),
    get(
        "/projects/{project}/steps/{step}",
        Access::Needs(Action::ReadProjects),
        steps::ask,
    ),
    post(
        "/projects/{project}/steps/{step}",
        Access::Needs(Action::ReadProjects),
        steps::take,
    ),
    get(
        "/projects/{project}/papers/{paper}",
        Access::Needs(Action::ReadProjects),
        way::ask,
    ),
    post(
        "/projects/{project}/papers/{paper}",
        Access::Needs(Action::ReadProjects),
        way::take,
    ),
];

/// The address of a project.
pub fn url(id: ProjectId) -> String {
    format!("/projects/{id}")
}
