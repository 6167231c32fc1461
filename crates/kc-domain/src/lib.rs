//! What is true: pure rules, without I/O, clock or async.
//!
//! A rule is a function from facts to outcome. `kernel` holds what every word of the
//! business needs; each other module is one word of the glossary.

pub mod calendar;
pub mod kernel;
pub mod place;
pub mod statement;
