//! What is seen: pages, public portal, REST API.

pub mod kernel;

mod identity;
mod programme;

use kernel::route::Route;

pub use kernel::server::{serve, site};

/// Every route of the site, word by word.
pub fn routes() -> Vec<Route> {
    [kernel::common::ROUTES, identity::ROUTES, programme::ROUTES].concat()
}
