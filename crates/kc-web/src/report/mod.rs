//! Reports: what one may report on, the report, what a cell is made of, files, the API.

mod address;
mod api;
mod cells;
mod index;
mod nested;
mod page;
mod pictures;
mod places;
mod send;
mod tables;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadReports);

/// Reports. A programme, a plan and everything have one address each; the query says the rest.
pub const ROUTES: &[Route] = &[
    get("/reports", READ, index::list),
    get("/reports/programme", READ, page::show),
    get("/reports/programme/entries", READ, cells::show),
    get("/reports/programme/file", READ, page::file),
    post(
        "/reports/programme/dispatches",
        Access::Needs(Action::SendReport),
        send::create,
    ),
    get("/api/v1/reports/programme", READ, api::report),
    get("/api/v1/reports/programme/entries", READ, api::entries),
    get("/api/openapi.json", Access::Open, api::description),
];
