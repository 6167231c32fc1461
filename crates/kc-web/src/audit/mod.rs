//! Who did what: the whole audit, one record's history, and the timeline on record pages.

mod history;
mod pages;

pub use history::history_part;

use crate::kernel::route::{Access, Route, get};
use kc_domain::policy::Action;

/// The audit.
pub const ROUTES: &[Route] = &[get("/audit", Access::Needs(Action::ReadAudit), pages::list)];
