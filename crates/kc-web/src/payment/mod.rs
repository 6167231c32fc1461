//! Tạm ứng, thanh toán, quyết toán: the form that prepares, what waits for the second hand, and
//! the lists handed to the treasury.

mod handovers;
mod prepare;
mod vouchers;
mod waiting;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::policy::Action;

/// Money that leaves.
pub const ROUTES: &[Route] = &[
    get(
        "/projects/{project}/payments/new",
        Access::Needs(Action::PrepareMove),
        prepare::new,
    ),
    post(
        "/projects/{project}/payments",
        Access::Needs(Action::PrepareMove),
        prepare::create,
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
        "/ledger/waiting/{entry}/paper/{format}",
        Access::Needs(Action::ReadLedger),
        waiting::paper_file,
    ),
    get(
        "/ledger/handovers",
        Access::Needs(Action::ReadLedger),
        handovers::list,
    ),
    get(
        "/ledger/handovers/new",
        Access::Needs(Action::PrepareMove),
        handovers::new,
    ),
    post(
        "/ledger/handovers",
        Access::Needs(Action::PrepareMove),
        handovers::create,
    ),
    get(
        "/ledger/handovers/{handover}",
        Access::Needs(Action::ReadLedger),
        handovers::show,
    ),
    get(
        "/ledger/handovers/{handover}/file",
        Access::Needs(Action::ReadLedger),
        handovers::file,
    ),
];
