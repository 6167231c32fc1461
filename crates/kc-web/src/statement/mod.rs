//! Statements: list, record with verdicts, form, trial without keeping.

mod forms;
mod help;
mod list;
mod pages;
mod show;
mod verdicts;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::StatementId;
use kc_domain::policy::Action;

/// Statements.
pub const ROUTES: &[Route] = &[
    get(
        "/statements",
        Access::Needs(Action::ReadStatements),
        list::list,
    ),
    get(
        "/statements/new",
        Access::Needs(Action::RecordStatement),
        pages::new,
    ),
    post(
        "/statements/trial",
        Access::Needs(Action::RecordStatement),
        pages::try_out,
    ),
    post(
        "/statements",
        Access::Needs(Action::RecordStatement),
        pages::create,
    ),
    get(
        "/statements/{statement}",
        Access::Needs(Action::ReadStatements),
        show::show,
    ),
    get(
        "/statements/{statement}/edit",
        Access::Needs(Action::RecordStatement),
        pages::edit,
    ),
    post(
        "/statements/{statement}",
        Access::Needs(Action::RecordStatement),
        pages::update,
    ),
    post(
        "/statements/{statement}/withdrawal",
        Access::Needs(Action::RecordStatement),
        show::withdraw,
    ),
];

/// The address of a statement.
pub fn url(id: StatementId) -> String {
    format!("/statements/{id}")
}
