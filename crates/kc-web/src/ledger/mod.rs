//! Kinh phí: purses, entries, moves prepared and approved, reversals.

mod entries;
mod forms;
mod journal;
mod moves;
mod purses;

pub(crate) use moves::{money_at_a_glance, project_money};
pub(crate) use purses::tabs;

use crate::kernel::components::Offer;
use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::{EntryId, PurseId};
use kc_domain::kernel::text::Lang;
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
        journal::list,
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
        "/projects/{project}/moves/new",
        Access::SignedIn,
        moves::new,
    ),
    post("/projects/{project}/moves", Access::SignedIn, moves::create),
];

/// The files of a move that one hand prepared for another.
pub(crate) fn papers(lang: Lang, id: EntryId) -> Vec<Offer> {
    let labels = [
        lang.t("Tải giấy đề nghị Word", "Request for Word"),
        lang.t("Tải giấy đề nghị PDF", "Request as PDF"),
    ];
    let ways = labels.into_iter().zip(["docx", "pdf"]);
    ways.map(|(label, ending)| Offer::open(label, format!("/ledger/waiting/{id}/paper/{ending}")))
        .collect()
}

/// The address of a purse.
pub(crate) fn purse_url(id: PurseId) -> String {
    format!("/ledger/purses/{id}")
}

/// The address of an entry.
pub(crate) fn entry_url(id: EntryId) -> String {
    format!("/ledger/entries/{id}")
}
