//! Projects: list, record, forms, steps.

pub mod beneficiary;
mod equipment;
mod facts;
mod forms;
mod list;
pub mod listing;
mod pages;
mod read;
mod show;
mod standing;
mod steps;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::ProjectId;
use kc_domain::policy::Action;
use kc_domain::project::lifecycle::Move;

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
    post(
        "/projects/{project}/submission",
        Access::Needs(Action::SubmitProject),
        |visit| steps::take(visit, Move::Submit),
    ),
    get(
        "/projects/{project}/return",
        Access::Needs(Action::ReturnProject),
        |visit| steps::ask(visit, Move::Return),
    ),
    post(
        "/projects/{project}/return",
        Access::Needs(Action::ReturnProject),
        |visit| steps::take(visit, Move::Return),
    ),
    get(
        "/projects/{project}/approval",
        Access::Needs(Action::ApproveProject),
        |visit| steps::ask(visit, Move::Approve),
    ),
    post(
        "/projects/{project}/approval",
        Access::Needs(Action::ApproveProject),
        |visit| steps::take(visit, Move::Approve),
    ),
    post(
        "/projects/{project}/settlement",
        Access::Needs(Action::RecordAcceptance),
        |visit| steps::take(visit, Move::Settle),
    ),
    get(
        "/projects/{project}/stop",
        Access::Needs(Action::ApproveProject),
        |visit| steps::ask(visit, Move::Stop),
    ),
    post(
        "/projects/{project}/stop",
        Access::Needs(Action::ApproveProject),
        |visit| steps::take(visit, Move::Stop),
    ),
    get(
        "/projects/{project}/withdrawal",
        Access::Needs(Action::WithdrawProject),
        |visit| steps::ask(visit, Move::Withdraw),
    ),
    post(
        "/projects/{project}/withdrawal",
        Access::Needs(Action::WithdrawProject),
        |visit| steps::take(visit, Move::Withdraw),
    ),
];

/// The address of a project.
pub fn url(id: ProjectId) -> String {
    format!("/projects/{id}")
}
