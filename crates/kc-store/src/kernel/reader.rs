//! A connection as the store functions see it, on either engine.

use super::postgres::PgConnection;
use super::{Row, StoreError, Stored, Value, sqlite};
use rusqlite::Connection;

/// A connection of one of the two engines.
pub(crate) enum Link {
    Sqlite(Connection),
    Postgres(Box<PgConnection>),
}

impl Link {
    pub(crate) fn query(&mut self, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
        match self {
            Self::Sqlite(connection) => sqlite::query(connection, sql, values),
            Self::Postgres(connection) => connection.query(sql, values),
        }
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Stored<u64> {
        match self {
            Self::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Self::Postgres(connection) => connection.execute(sql, values),
        }
    }

    pub(super) fn batch(&mut self, sql: &str) -> Stored<()> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Self::Postgres(connection) => connection.batch(sql),
        }
    }

    /// Begins or ends a transaction.
    pub(super) fn turn(&mut self, sql: &str) -> Stored<()> {
        match self {
            Self::Sqlite(connection) => sqlite::turn(connection, sql),
            Self::Postgres(connection) => connection.batch(sql),
        }
    }

    /// Whether the engine has ended the transaction by itself, as SQLite does on a full disk.
    pub(super) fn is_over(&self) -> bool {
        match self {
            Self::Sqlite(connection) => connection.is_autocommit(),
            Self::Postgres(_) => false,
        }
    }

    pub(super) fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// Reads from one unchanging picture of the database.
pub struct Reader<'a> {
    link: &'a mut Link,
}

impl<'a> Reader<'a> {
    pub(crate) fn over(link: &'a mut Link) -> Self {
        Self { link }
    }

    /// All rows of a query.
    pub(crate) fn query(&mut self, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
        self.link.query(sql, values)
    }

    /// The first row of a query, if there is one.
    pub(crate) fn first(&mut self, sql: &str, values: &[Value]) -> Stored<Option<Row>> {
        Ok(self.link.query(sql, values)?.into_iter().next())
    }

    /// The only number of a query that always answers one.
    pub(crate) fn number(&mut self, sql: &str, values: &[Value]) -> Stored<i64> {
        let row = self.first(sql, values)?;
        row.ok_or_else(|| StoreError::Shape("no row".to_owned()))?
            .get(0)
    }

    /// Whether the engine is PostgreSQL; for `dialect` only.
    pub(crate) fn is_postgres(&self) -> bool {
        self.link.is_postgres()
    }
}
