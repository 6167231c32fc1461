//! A route is a row: method, path, access, handler. There is no other way to a page.

use super::answer::Answer;
use super::visit::Visit;
use kc_domain::policy::Action;

/// How a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes.
    Post,
}

/// Who may come to a route at all; the use case decides on the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Open,
    /// Everybody who is signed in.
    SignedIn,
    /// Everybody who holds a role that may do this somewhere.
    Needs(Action),
}

/// Reads the visit, calls one use case, answers.
pub type Handler = fn(&Visit<'_>) -> Answer;

/// One route.
#[derive(Clone, Copy)]
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path, with `{name}` for what varies.
    pub path: &'static str,
    /// Access.
    pub access: Access,
    /// Handler.
    pub handler: Handler,
}

/// A row that reads.
pub const fn get(path: &'static str, access: Access, handler: Handler) -> Route {
    Route {
        method: Method::Get,
        path,
        access,
        handler,
    }
}

/// A row that changes.
pub const fn post(path: &'static str, access: Access, handler: Handler) -> Route {
    Route {
        method: Method::Post,
        path,
        access,
        handler,
    }
}
