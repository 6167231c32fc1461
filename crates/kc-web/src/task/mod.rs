//! Việc cần làm: the first page, the calendar of deadlines, what is late.

mod calendar;
mod home;
mod late;
mod rows;
mod sides;

use crate::kernel::route::{Access, Route, get};
use kc_domain::policy::Action;

/// The first page and the pages beside it.
pub const ROUTES: &[Route] = &[
    get("/", Access::SignedIn, home::show),
    get("/calendar", Access::SignedIn, calendar::show),
    get("/late", Access::Needs(Action::AppraiseProject), late::list),
];
