//! The audit: a chain of records in which each carries the hash of the one before.

mod record;

pub use record::{Broken, GENESIS, Outcome, Record, verify_next};
