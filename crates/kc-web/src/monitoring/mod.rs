//! Field work: the list of visits, one visit, the forms, the part of a project's page.

pub mod counts;
pub mod fields;
mod inspect;
mod list;
mod matter;
mod minutes;
mod part;
mod photo;
mod show;
mod survey;
mod tables;
mod withdraw;

pub use part::{open_part, project_parts};
pub use survey::{asked as survey_asked, prefill as survey_prefill};

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::VisitId;
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadVisits);
const RECORD: Access = Access::Needs(Action::RecordVisit);
/// A firm raises obstacles of its own project; the use case asks which right it has.
const OF_A_PROJECT: Access = Access::Needs(Action::ReadProjects);

/// Field work.
pub const ROUTES: &[Route] = &[
    get("/visits", READ, list::list),
    get("/visits/counts", READ, counts::show),
    get("/visits/surveys/new", RECORD, survey::new),
    post("/visits/surveys", RECORD, survey::create),
    get("/visits/{visit}", READ, show::show),
    get("/visits/{visit}/minutes/{format}", READ, minutes::download),
    get("/visits/{visit}/requests/new", RECORD, matter::asking),
    post("/visits/{visit}/requests", RECORD, matter::ask),
    get("/visits/{visit}/photos/new", RECORD, photo::new),
    post("/visits/{visit}/photos", RECORD, photo::create),
    get("/visits/{visit}/photos/{file}", READ, photo::open),
    get("/visits/{visit}/withdrawal", RECORD, withdraw::ask),
    post("/visits/{visit}/withdrawal", RECORD, withdraw::withdraw),
    get("/projects/{project}/inspections/new", RECORD, inspect::new),
    post("/projects/{project}/inspections", RECORD, inspect::create),
    get(
        "/projects/{project}/obstacles/new",
        OF_A_PROJECT,
        matter::new,
    ),
    post(
        "/projects/{project}/obstacles",
        OF_A_PROJECT,
        matter::create,
    ),
    get("/matters/{matter}/closing", RECORD, matter::closing),
    post("/matters/{matter}/closing", RECORD, matter::close),
];

/// The address of a visit.
pub fn url(id: VisitId) -> String {
    format!("/visits/{id}")
}
