//! Connections, transactions, values and the differences between the two engines.

mod database;
pub mod dialect;
mod error;
mod migrate;
pub mod page;
mod postgres;
mod reader;
pub mod sent;
mod sqlite;
#[cfg(test)]
mod tests;
mod tx;
mod value;

pub use database::{Access, Database, Location, Picture};
pub use error::StoreError;
pub use migrate::{MIGRATIONS, Migration};
pub(crate) use reader::Link;
pub use reader::Reader;
pub use tx::{Stamp, Trace, Tx};
pub use value::{FromValue, Row, Value};

/// The answer of every store function.
pub type Stored<T> = Result<T, StoreError>;
