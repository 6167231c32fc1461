//! People, organisations, roles and sessions.

pub mod api_token;
pub mod delegation;
pub mod organisation;
pub mod person;
pub mod session;
