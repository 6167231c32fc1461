//! Norms: the rules in force, the sum of a ceiling, files a province adopts, the part of a project.

mod adopt;
mod explain;
mod list;
mod project;
mod show;
mod tell;
mod words;

pub use project::project_part;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::ProjectId;
use kc_domain::norm::Norm;
use kc_domain::policy::Action;

/// Rules, their explanation, and their adoption.
pub const ROUTES: &[Route] = &[
    get("/norms", Access::Needs(Action::ReadRules), list::list),
    get(
        "/norms/explain",
        Access::Needs(Action::ReadRules),
        explain::show,
    ),
    post(
        "/norms/explain",
        Access::Needs(Action::ReadRules),
        explain::ask,
    ),
    get(
        "/norms/adopt",
        Access::Needs(Action::AdoptRules),
        adopt::new,
    ),
    post(
        "/norms/adopt",
        Access::Needs(Action::AdoptRules),
        adopt::create,
    ),
    post(
        "/norms/adopt/check",
        Access::Needs(Action::AdoptRules),
        adopt::check,
    ),
    get(
        "/norms/{file}/file",
        Access::Needs(Action::ReadRules),
        show::file,
    ),
    get(
        "/norms/{file}/{rule}",
        Access::Needs(Action::ReadRules),
        show::show,
    ),
    get(
        "/projects/{project}/norm",
        Access::Needs(Action::ReadProjects),
        tell::ask,
    ),
    post(
        "/projects/{project}/norm",
        Access::Needs(Action::ReadProjects),
        tell::tell,
    ),
];

/// The address of a rule.
fn url(norm: &Norm) -> String {
    format!("/norms/{}", norm.path())
}

/// The address where the rules are told of a project.
fn tell_url(project: ProjectId) -> String {
    format!("/projects/{project}/norm")
}
