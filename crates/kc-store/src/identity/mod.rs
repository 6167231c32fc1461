//! People, organisations, roles and sessions.
