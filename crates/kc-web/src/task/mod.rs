//! Việc cần làm: the first page, the calendar of deadlines, what is late, who stands in for whom.

mod calendar;
mod delegations;
mod home;
mod late;
mod reminders;
mod rows;
mod sides;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

const DELEGATE: Access = Access::Needs(Action::Delegate);

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
];
