//! Ten rows for each one, whatever tables there are.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::functions::{Context, FunctionFlags};
use std::collections::BTreeSet;
use std::path::Path;

/// How many copies stand beside each row.
const COPIES: i64 = 9;

/// What is not copied: who may sign in, chains, what the engine or the program keeps for itself, and
/// settings of which there are few by nature.
const LEFT: &[&str] = &[
    "assignment",
    "audit",
    "audit_head",
    "decision_fact",
    "delegation",
    "invitation",
    "norm_file",
    "person",
    "process_version",
    "schema_migration",
    "session",
];

/// Copies every row of every table. A copy stands beside its original, under the same records: it
/// differs in its own identity, and where the table allows no second. What a rule of the table
/// refuses is left out.
pub(crate) fn grow(file: &Path) {
    let mut connection = Connection::open(file).unwrap();
    connection
        .pragma_update(None, "foreign_keys", "OFF")
        .unwrap();
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
        .unwrap();
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection
        .create_scalar_function("varied", 2, flags, varied)
        .unwrap();
    let tx = connection.transaction().unwrap();
    for table in tables(&tx) {
        copy(&tx, &table);
    }
    tx.commit().unwrap();
}

fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
               AND name NOT LIKE 'search%' AND name <> $1 ORDER BY name";
    let mut all = strings(connection, sql, "");
    all.retain(|table| !LEFT.contains(&table.as_str()));
    all
}

fn copy(connection: &Connection, table: &str) {
    let varied = varied_columns(connection, table);
    let columns = strings(connection, "SELECT name FROM pragma_table_info($1)", table);
    let values = columns.iter().map(|column| {
        if varied.contains(column) {
            format!("varied(old.{column}, copy.n)")
        } else {
            format!("old.{column}")
        }
    });
    let sql = format!(
        "WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < $1)
         INSERT OR IGNORE INTO {table} ({}) SELECT {} FROM {table} AS old CROSS JOIN copy",
        columns.join(", "),
        values.collect::<Vec<_>>().join(", ")
    );
    connection.execute(&sql, [COPIES]).unwrap();
}

/// One column of each key of a table: its own identity, else the first that names no other record.
fn varied_columns(connection: &Connection, table: &str) -> BTreeSet<String> {
    let elsewhere = strings(
        connection,
        "SELECT \"from\" FROM pragma_foreign_key_list($1)",
        table,
    );
    let keys = strings(
        connection,
        "SELECT name FROM pragma_index_list($1) WHERE \"unique\" = 1 ORDER BY seq DESC",
        table,
    );
    let mut varied = BTreeSet::new();
    for key in keys {
        let columns = strings(
            connection,
            "SELECT name FROM pragma_index_info($1) ORDER BY seqno",
            &key,
        );
        if columns.iter().any(|column| varied.contains(column)) {
            continue;
        }
        let own = columns.iter().find(|column| *column == "id");
        let free = || columns.iter().find(|column| !elsewhere.contains(column));
        varied.extend(own.or_else(free).cloned());
    }
    varied
}

/// The texts a question about one name answers.
fn strings(connection: &Connection, sql: &str, of: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([of], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Another value of the same kind: identities and numbers move on, days too, texts get a tail.
fn varied(context: &Context<'_>) -> rusqlite::Result<rusqlite::types::Value> {
    use rusqlite::types::Value;
    let copy: i64 = context.get(1)?;
    Ok(match context.get::<Value>(0)? {
        Value::Integer(number) => Value::Integer(number + copy * 1_000_000),
        Value::Text(text) => Value::Text(later(&text, copy).unwrap_or(format!("{text}-{copy}"))),
        Value::Blob(mut id) => {
            id.iter_mut()
                .rev()
                .take(1)
                .for_each(|byte| *byte ^= u8::try_from(copy).unwrap());
            Value::Blob(id)
        }
        other => other,
    })
}

fn later(text: &str, copy: i64) -> Option<String> {
    let day: chrono::NaiveDate = text.parse().ok()?;
    let days = chrono::Days::new(u64::try_from(copy).unwrap() * 100);
    Some(day.checked_sub_days(days)?.to_string())
}
