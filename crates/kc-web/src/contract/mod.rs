//! Hợp đồng: the form that signs, appendices, the end, progress by month, and the side of a
//! project's page that shows them.

mod appendix;
mod form;
mod part;
mod progress;

pub(crate) use part::contract_parts;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::ProjectId;
use kc_domain::policy::Action;

/// Contracts and progress.
pub const ROUTES: &[Route] = &[
    get(
        "/projects/{project}/contract",
        Access::Needs(Action::RecordContract),
        form::new,
    ),
    post(
        "/projects/{project}/contract",
        Access::Needs(Action::RecordContract),
        form::create,
    ),
    get(
        "/projects/{project}/contract/paper/{format}",
        Access::Needs(Action::ReadProjects),
        form::paper_file,
    ),
    get(
        "/contracts/{contract}/appendix",
        Access::Needs(Action::RecordContract),
        appendix::new,
    ),
    post(
        "/contracts/{contract}/appendix",
        Access::Needs(Action::RecordContract),
        appendix::create,
    ),
    get(
        "/contracts/{contract}/liquidation",
        Access::Needs(Action::RecordContract),
        appendix::ask_end,
    ),
    post(
        "/contracts/{contract}/liquidation",
        Access::Needs(Action::RecordContract),
        appendix::end,
    ),
    get(
        "/projects/{project}/progress/new",
        Access::Needs(Action::RecordProgress),
        progress::new,
    ),
    get(
        "/projects/{project}/progress/paper/{format}",
        Access::Needs(Action::ReadProjects),
        progress::paper_file,
    ),
    post(
        "/projects/{project}/progress",
        Access::Needs(Action::RecordProgress),
        progress::create,
    ),
];

/// Where the contracts of a project are shown.
fn side(project: ProjectId) -> String {
    format!("/projects/{project}?tab=contract")
}
