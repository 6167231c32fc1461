//! A picture of the data of an office: every row of every table but the audit, as text.

use postgres::{Client, NoTls};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Row};
use std::fmt::Write as _;
use std::path::Path;

const TABLES: &str = "SELECT name FROM sqlite_master
                      WHERE type = 'table' AND name NOT LIKE 'audit%'
                        AND name NOT LIKE 'search_text%' AND name NOT LIKE 'sqlite%'
                      ORDER BY name";

const PG_TABLES: &str = "SELECT table_name::text FROM information_schema.tables
                         WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                           AND table_name NOT LIKE 'audit%'
                         ORDER BY 1";

/// Reads the file beside whoever holds it.
pub fn of_file(file: &Path) -> String {
    let connection =
        Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the data file");
    let mut picture = String::new();
    for table in rows(&connection, TABLES) {
        let name = table.trim_matches('"');
        // Not every table has a number of its own for each row: the lines themselves are ordered.
        let mut all = rows(&connection, &format!("SELECT * FROM {name}"));
        all.sort_unstable();
        writeln!(picture, "{name}\n{}", all.join("\n")).expect("text");
    }
    picture
}

/// Reads the database beside whoever holds it.
pub fn of_database(url: &str) -> String {
    let mut client = Client::connect(url, NoTls).expect("the database");
    let mut texts = |sql: &str| -> Vec<String> {
        let rows = client.query(sql, &[]).expect("rows");
        rows.iter().map(|row| row.get(0)).collect()
    };
    let mut picture = String::new();
    for table in texts(PG_TABLES) {
        let all = texts(&format!("SELECT t::text FROM \"{table}\" AS t ORDER BY 1"));
        writeln!(picture, "{table}\n{}", all.join("\n")).expect("text");
    }
    picture
}

/// Each row as one line of text.
fn rows(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("a statement");
    let columns = statement.column_count();
    let line = |row: &Row<'_>| {
        let cells: Vec<Value> = (0..columns)
            .map(|column| row.get(column))
            .collect::<Result<_, _>>()?;
        Ok(cells.iter().map(show).collect::<Vec<_>>().join("|"))
    };
    let lines = statement.query_map([], line).expect("rows");
    lines.collect::<Result<_, _>>().expect("rows")
}

fn show(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}
