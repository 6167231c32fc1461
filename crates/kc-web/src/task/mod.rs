//! Việc cần làm: the first page, the calendar of deadlines, what is late, who stands in for whom.

mod calendar;
mod delegations;
mod home;
mod late;
mod nothing;
mod person;
mod reminders;
mod rows;
mod sides;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

const DELEGATE: Access = Access::Needs(Action::Delegate);

const MANAGE: Access = Access::Needs(Action::ManagePeople);

/// The first page and the pages beside it.
pub const ROUTES: &[Route] = &[
    get("/", Access::SignedIn, home::show),
    get("/calendar", Access::SignedIn, calendar::show),
    get("/late", Access::Needs(Action::AppraiseProject), late::list),
    get("/delegations", DELEGATE, delegations::list),
    post("/delegations", DELEGATE, delegations::create),
    post(
        "/delegations/{delegation}/revocation",
        DELEGATE,
        delegations::revoke,
    ),
    get("/reminders", Access::SignedIn, reminders::show),
    post("/reminders", Access::SignedIn, reminders::save),
    post("/reminders/calendar", Access::SignedIn, reminders::renew),
    post("/reminders/calendar/end", Access::SignedIn, reminders::end),
    get("/calendar/{feed}", Access::Open, reminders::feed),
    get(
        "/people/{person}/absence",
        Access::Needs(Action::ReadPeople),
        person::show,
    ),
    post("/people/{person}/letters", MANAGE, person::save),
    post(
        "/people/{person}/delegations/{delegation}/revocation",
        MANAGE,
        person::revoke,
    ),
];
