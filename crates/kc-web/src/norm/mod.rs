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

/// Rules, their explanation, and their adoption. The law is public: a single rule opens for
/// everybody who may read rules, wherever they are.
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
    get("/norms/{norm_file}/file", Access::SignedIn, show::file),
    get("/norms/{norm_file}/{rule}", Access::SignedIn, show::show),
    get(
        "/projects/{project}/norm",
        Access::Needs(Action::CollectProject),
        tell::ask,
    ),
    post(
        "/projects/{project}/norm",
        Access::Needs(Action::CollectProject),
        tell::tell,
    ),
];

/// The address of a rule.
fn url(norm: &Norm) -> String {
    format!("/norms/{}", norm.path())
}

/// The address where the rules are told of a project.
fn tell_url(project: ProjectId) -> String {
    crate::kernel::remedy::kind_of_support(project)
}
