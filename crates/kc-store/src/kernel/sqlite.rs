//! SQLite: one file, one writer, many readers, every commit on the disk before it is told.

use super::{Row, StoreError, Stored, Value};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use std::path::Path;
use std::time::Duration;

/// The first SQLite without the race between checkpoint and writer that could harm a file.
const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

/// Statements kept prepared on each connection.
const PREPARED_STATEMENTS: usize = 256;

/// How long a connection waits for the writer of another connection.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens a connection and asserts the settings on which durability rests.
pub(super) fn connect(file: &Path, read_only: bool) -> Stored<Connection> {
    if rusqlite::version_number() < OLDEST_SAFE_SQLITE {
        return Err(StoreError::Engine(format!(
            "SQLite {} is too old",
            rusqlite::version()
        )));
    }
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let create = if read_only {
        OpenFlags::empty()
    } else {
        OpenFlags::SQLITE_OPEN_CREATE
    };
    let flags = access | create | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(PREPARED_STATEMENTS);
    // One plan for a statement, whatever is bound to it: otherwise SQLite prepares most statements
    // anew at each call, which took a fifth of the time of a record page.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if !read_only {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        assert_durable(&connection)?;
    }
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "cache_size", -16_384)?;
    Ok(connection)
}

/// WAL and FULL are promises to the user, so they are read back, not only asked for.
fn assert_durable(connection: &Connection) -> Stored<()> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if mode != "wal" || synchronous != 2 {
        let found = format!("journal_mode {mode}, synchronous {synchronous}");
        return Err(StoreError::Engine(format!(
            "SQLite refused WAL and FULL: {found}"
        )));
    }
    Ok(())
}

/// Runs a query and collects its rows.
pub(super) fn query(connection: &Connection, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Vec::with_capacity(columns);
        for column in 0..columns {
            cells.push(own(row.get_ref(column)?)?);
        }
        out.push(Row(cells));
    }
    Ok(out)
}

/// Begins or ends a transaction: one statement, prepared once.
pub(super) fn turn(connection: &Connection, sql: &str) -> Stored<()> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Runs a statement and answers how many rows it changed.
pub(super) fn execute(connection: &Connection, sql: &str, values: &[Value]) -> Stored<u64> {
    let mut statement = connection.prepare_cached(sql)?;
    let changed = statement.execute(rusqlite::params_from_iter(values))?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

fn own(value: ValueRef<'_>) -> Stored<Value> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        ValueRef::Text(text) => String::from_utf8(text.to_vec())
            .map(Value::Text)
            .map_err(|error| StoreError::Shape(error.to_string())),
        ValueRef::Blob(bytes) => Ok(Value::Blob(bytes.to_vec())),
        ValueRef::Real(_) => Err(StoreError::Shape("a fraction; we keep none".to_owned())),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
