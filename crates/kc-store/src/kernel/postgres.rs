//! PostgreSQL: the same values over the wire of its synchronous client.

use super::{Row, StoreError, Stored, Value, dialect};
use postgres::types::{FromSql, IsNull, ToSql, Type, accepts, to_sql_checked};
use postgres::{Client, NoTls, Statement};
use std::collections::BTreeMap;
use std::error::Error;

/// Most statements kept prepared on one connection: lists with many filters have many texts.
const PREPARED_STATEMENTS: usize = 512;

/// A connection with its prepared statements.
pub(crate) struct PgConnection {
    client: Client,
    prepared: BTreeMap<String, Statement>,
}

impl PgConnection {
    /// Connects to `postgres://…`.
    pub(super) fn connect(url: &str) -> Stored<Self> {
        let mut client = Client::connect(url, NoTls)?;
        client.batch_execute(dialect::POSTGRES_SETTINGS)?;
        Ok(Self {
            client,
            prepared: BTreeMap::new(),
        })
    }

    /// Whether the server has hung up.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Runs several statements that return nothing.
    pub(super) fn batch(&mut self, sql: &str) -> Stored<()> {
        Ok(self.client.batch_execute(sql)?)
    }

    /// Runs a query and collects its rows.
    pub(super) fn query(&mut self, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
        let statement = self.prepare(sql)?;
        let rows = self.client.query(&statement, &bind(values))?;
        rows.iter().map(read_row).collect()
    }

    /// Runs a statement and answers how many rows it changed.
    pub(super) fn execute(&mut self, sql: &str, values: &[Value]) -> Stored<u64> {
        let statement = self.prepare(sql)?;
        Ok(self.client.execute(&statement, &bind(values))?)
    }

    /// A statement kept from before, or made now. One whose plan depends on its values is not kept:
    /// what is kept gets one plan for all values when it was asked five times.
    fn prepare(&mut self, sql: &str) -> Stored<Statement> {
        if dialect::depends_on_values(sql) {
            return Ok(self.client.prepare(sql)?);
        }
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        if self.prepared.len() >= PREPARED_STATEMENTS {
            self.prepared.clear();
        }
        let statement = self.client.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn bind(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| -> &(dyn ToSql + Sync) { value })
        .collect()
}

fn read_row(row: &postgres::Row) -> Stored<Row> {
    (0..row.len())
        .map(|column| row.try_get::<_, Value>(column).map_err(StoreError::from))
        .collect::<Stored<Vec<_>>>()
        .map(Row)
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) if *ty == Type::INT4 => i32::try_from(*number)?.to_sql(ty, out),
            Self::Int(number) => number.to_sql(ty, out),
            Self::Text(text) => text.to_sql(ty, out),
            Self::Blob(bytes) => bytes.to_sql(ty, out),
        }
    }

    accepts!(INT8, INT4, TEXT, VARCHAR, BYTEA);

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        match *ty {
            Type::INT8 => Ok(Self::Int(i64::from_sql(ty, raw)?)),
            Type::INT4 => Ok(Self::Int(i64::from(i32::from_sql(ty, raw)?))),
            Type::BYTEA => Ok(Self::Blob(Vec::from_sql(ty, raw)?)),
            _ => Ok(Self::Text(String::from_sql(ty, raw)?)),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    accepts!(INT8, INT4, TEXT, VARCHAR, BYTEA);
}
