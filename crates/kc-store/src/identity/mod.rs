//! People, organisations, roles and sessions.

pub mod organisation;
pub mod person;
pub mod session;
