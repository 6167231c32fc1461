//! A connection as the store functions see it, on either engine.

use super::postgres::PgConnection;
use super::{Row, StoreError, Stored, Value, sqlite};
use rusqlite::Connection;

/// A connection of one of the two engines.
pub(super) enum Engine {
    Sqlite(Connection),
    Postgres(Box<PgConnection>),
}

/// A connection, with the number of statements that went over it.
pub(crate) struct Link {
    pub(super) engine: Engine,
    sent: u64,
}

impl Link {
    pub(super) fn sqlite(connection: Connection) -> Self {
        Self {
            engine: Engine::Sqlite(connection),
            sent: 0,
        }
    }

    pub(super) fn postgres(connection: PgConnection) -> Self {
        Self {
            engine: Engine::Postgres(Box::new(connection)),
            sent: 0,
        }
    }

    /// How many statements went over this connection, also those that begin and end a transaction.
    pub(super) fn sent(&self) -> u64 {
        self.sent
    }

    /// The engine, for one more statement.
    fn send(&mut self, sql: &str) -> &mut Engine {
        self.sent = self.sent.wrapping_add(1);
        tracing::trace!(sql);
        &mut self.engine
    }

    pub(crate) fn query(&mut self, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
        match self.send(sql) {
            Engine::Sqlite(connection) => sqlite::query(connection, sql, values),
            Engine::Postgres(connection) => connection.query(sql, values),
        }
    }

    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Stored<u64> {
        match self.send(sql) {
            Engine::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Engine::Postgres(connection) => connection.execute(sql, values),
        }
    }

    pub(super) fn batch(&mut self, sql: &str) -> Stored<()> {
        match self.send(sql) {
            Engine::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Engine::Postgres(connection) => connection.batch(sql),
        }
    }

    /// Begins or ends a transaction.
    pub(super) fn turn(&mut self, sql: &str) -> Stored<()> {
        match self.send(sql) {
            Engine::Sqlite(connection) => sqlite::turn(connection, sql),
            Engine::Postgres(connection) => connection.batch(sql),
        }
    }

    /// Whether the engine has ended the transaction by itself, as SQLite does on a full disk.
    pub(super) fn is_over(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(connection) => connection.is_autocommit(),
            Engine::Postgres(_) => false,
        }
    }

    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.engine, Engine::Postgres(_))
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
