//! Kinh phí: purses, entries, moves prepared and approved, reversals.

mod entries;
mod forms;
mod moves;
mod purses;
mod waiting;

pub(crate) use moves::{money_at_a_glance, project_money};

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::{EntryId, PurseId};
use kc_domain::policy::Action;

/// The ledger.
pub const ROUTES: &[Route] = &[
    get("/ledger", Access::Needs(Action::ReadLedger), purses::list),
    get(
        "/ledger/purses/new",
        Access::Needs(Action::AssignBudget),
        purses::new,
    ),
    post(
        "/ledger/purses",
        Access::Needs(Action::AssignBudget),
        purses::create,
    ),
    get(
        "/ledger/purses/{purse}",
        Access::Needs(Action::ReadLedger),
        purses::show,
    ),
    post(
        "/ledger/purses/{purse}/moves",
        Access::Needs(Action::AssignBudget),
        purses::create_move,
    ),
    get(
        "/ledger/entries",
        Access::Needs(Action::ReadLedger),
        entries::list,
    ),
    get(
        "/ledger/entries/{entry}",
        Access::Needs(Action::ReadLedger),
        entries::show,
    ),
    post(
        "/ledger/entries/{entry}/reversal",
        Access::Needs(Action::ReverseEntry),
        entries::reverse,
    ),
    get(
        "/ledger/waiting",
        Access::Needs(Action::ReadLedger),
        waiting::list,
    ),
    post(
        "/ledger/waiting/{entry}/approval",
        Access::Needs(Action::ApproveMove),
        waiting::approve,
    ),
    post(
        "/ledger/waiting/{entry}/rejection",
        Access::Needs(Action::ApproveMove),
        waiting::reject,
    ),
    get(
        "/projects/{project}/moves/new",
        Access::SignedIn,
        moves::new,
    ),
    post("/projects/{project}/moves", Access::SignedIn, moves::create),
];

/// The address of a purse.
pub(crate) fn purse_url(id: PurseId) -> String {
    format!("/ledger/purses/{id}")
}

/// The address of an entry.
pub(crate) fn entry_url(id: EntryId) -> String {
    format!("/ledger/entries/{id}")
}
