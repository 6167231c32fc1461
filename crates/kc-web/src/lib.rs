//! What is seen: pages, public portal, REST API.

pub mod kernel;

mod acceptance;
mod amendment;
mod appraisal;
mod audit;
mod contract;
mod decision;
mod document;
mod establishment;
mod followup;
mod identity;
mod indicator;
mod ledger;
mod monitoring;
mod norm;
mod payment;
mod place;
mod plan;
mod process;
mod programme;
mod project;
mod report;
mod statement;
mod task;

use kernel::route::Route;

pub use kernel::server::{serve, site};

/// Every route of the site, word by word.
pub fn routes() -> Vec<Route> {
    [
        kernel::common::ROUTES,
        task::ROUTES,
        identity::ROUTES,
        identity::organisation::ROUTES,
        identity::people::ROUTES,
        establishment::ROUTES,
        document::ROUTES,
        programme::ROUTES,
        plan::ROUTES,
        decision::ROUTES,
        project::ROUTES,
        appraisal::ROUTES,
        process::ROUTES,
        contract::ROUTES,
        payment::ROUTES,
        amendment::ROUTES,
        monitoring::ROUTES,
        acceptance::ROUTES,
        followup::ROUTES,
        indicator::ROUTES,
        statement::ROUTES,
        report::ROUTES,
        ledger::ROUTES,
        norm::ROUTES,
        place::ROUTES,
        audit::ROUTES,
    ]
    .concat()
}
