//! Việc cần làm: the first page.

mod pages;

use crate::kernel::route::{Access, Route, get};

/// The first page.
pub const ROUTES: &[Route] = &[get("/", Access::SignedIn, pages::show)];
