//! People: the first run, signing in and out, passwords, roles, organisations.

pub mod api_token;
pub mod delegation;
pub mod initialise;
pub mod invitation;
pub mod invite;
pub mod organisation;
pub mod password;
pub mod people;
pub mod role;
pub mod session;
