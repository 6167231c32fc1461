//! What can be done: one use case, one file.

pub mod place;
pub mod statement;
