//! The served program as its users reach it: over a socket, with cookies and forms.

mod connection;
mod form;
mod visitor;

pub use connection::{Answer, Connection};
pub use visitor::Visitor;
