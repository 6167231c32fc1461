//! Places: the search page, and the question "which unit is this" in the forms of other words.

pub mod choice;
mod pages;

use crate::kernel::route::{Access, Route, get};

/// Places.
pub const ROUTES: &[Route] = &[get("/places", Access::SignedIn, pages::search)];
