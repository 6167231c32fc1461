//! People: list, one person with roles, inviting, roles, closing.

mod forms;
mod list;
mod moves;
mod show;

pub use show::roles;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::UserId;
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadPeople);
const MANAGE: Access = Access::Needs(Action::ManagePeople);

/// People.
pub const ROUTES: &[Route] = &[
    get("/people", READ, list::list),
    get("/people/new", MANAGE, moves::new),
    post("/people", MANAGE, moves::invite),
    get("/people/{person}", READ, show::show),
    post("/people/{person}/roles", MANAGE, moves::give_role),
    post("/people/{person}/roles/{role}/end", MANAGE, moves::end_role),
    post("/people/{person}/invitation", MANAGE, moves::renew_link),
    post("/people/{person}/closure", MANAGE, moves::close),
    post("/people/{person}/opening", MANAGE, moves::open),
];

/// The address of a person.
pub fn url(id: UserId) -> String {
    format!("/people/{id}")
}
