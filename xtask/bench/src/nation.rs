//! A nation's worth of data: the projects of the demo, copied until there are enough.
//!
//! The demo goes through the use cases, so its rows are as the product writes them. A copy changes
//! identifiers and numbers only; every other column stays, whatever columns there will be.

use crate::failure::Failure;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Transaction};
use std::fmt;
use std::path::{Path, PathBuf};

/// Projects in the nation; spread over forty programmes, that is 5,000 in each.
const PROJECTS: i64 = 200_000;
/// Ledger entries in the nation.
const ENTRIES: i64 = 1_000_000;

/// What was made.
pub(crate) struct Nation {
    projects: i64,
    entries: i64,
    megabytes: u64,
    /// Where the database lies.
    pub(crate) file: PathBuf,
}

impl fmt::Display for Nation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            projects,
            entries,
            megabytes,
            ..
        } = self;
        write!(
            f,
            "{projects} projects, {entries} ledger entries, {megabytes} MB on disk"
        )
    }
}

/// The rows of one table to copy, and how a copy differs from the row it copies.
struct Pattern {
    table: &'static str,
    /// SQL over the old row (`old`) and the copy (`copy.n`, `copy.turn`).
    rows: &'static str,
    /// Column and value; a column not named here is copied as it is.
    changes: &'static [(&'static str, &'static str)],
}

const PATTERNS: &[Pattern] = &[
    Pattern {
        table: "programme",
        rows: "old.code = 'HP-2016-2020' AND copy.n <= 40 AND copy.turn = 0",
        changes: &[
            ("id", "derived(old.id, copy.n % 40 + 1)"),
            ("code", "old.code || '-' || copy.n"),
        ],
    },
    Pattern {
        table: "project",
        rows: "old.id IN (SELECT id FROM original) AND copy.turn = 0",
        changes: &[
            ("id", "derived(old.id, copy.n)"),
            ("code", "old.code || '-' || copy.n"),
            ("title", "old.title || ' ' || copy.n"),
            ("title_fold", "old.title_fold || ' ' || copy.n"),
            ("programme_id", "derived(old.programme_id, copy.n % 40 + 1)"),
        ],
    },
    Pattern {
        table: "project_revision",
        rows: "old.project_id IN (SELECT id FROM original) AND copy.turn = 0",
        changes: &[
            ("project_id", "derived(old.project_id, copy.n)"),
            ("programme_id", "derived(old.programme_id, copy.n % 40 + 1)"),
        ],
    },
    Pattern {
        table: "ledger_entry",
        rows: "old.project_id IN (SELECT id FROM original)",
        changes: &[
            ("id", "derived(old.id, copy.n * 16 + copy.turn)"),
            ("project_id", "derived(old.project_id, copy.n)"),
            (
                "reverses_id",
                "derived(old.reverses_id, copy.n * 16 + copy.turn)",
            ),
            (
                "sequence",
                "(SELECT max(sequence) FROM ledger_entry) \
                 + row_number() OVER (ORDER BY copy.turn, copy.n, old.sequence)",
            ),
        ],
    },
    Pattern {
        table: "search_entry",
        rows: "old.record_id IN (SELECT id FROM original) AND copy.turn = 0",
        changes: &[
            ("record_id", "derived(old.record_id, copy.n)"),
            ("title", "old.title || ' ' || copy.n"),
            (
                "number",
                "(SELECT max(number) FROM search_entry) \
                 + row_number() OVER (ORDER BY copy.n, old.number)",
            ),
        ],
    },
];

/// Brings the index of the search into the order it has when its rows came one by one: what is put
/// in at once lies in pieces, which the next writes would merge.
const SEARCH_IN_ORDER: &str = "INSERT INTO search_text (search_text) VALUES ('optimize')";

/// The words of each copied project, under the number its entry got.
const SEARCH_TEXT: &str = "
    INSERT INTO search_text (rowid, folded)
    SELECT search_entry.number, 'kcproject ' || project.title_fold
    FROM search_entry
    JOIN project ON project.id = search_entry.record_id
    WHERE search_entry.number > $1";

/// Copies the demo in `file` until it is a nation; the server must not be running.
pub(crate) fn grow(file: PathBuf) -> Result<Nation, Failure> {
    let mut connection = Connection::open(&file)?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "cache_size", -1_000_000)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("derived", 2, flags, derived)?;
    let tx = connection.transaction()?;
    prepare(&tx)?;
    let searched = number(&tx, "SELECT max(number) FROM search_entry")?;
    for pattern in PATTERNS {
        copy(&tx, pattern)?;
    }
    tx.execute(SEARCH_TEXT, [searched])?;
    tx.execute(SEARCH_IN_ORDER, [])?;
    crate::walked::copy(&tx)?;
    tx.commit()?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(Nation {
        projects: number(&connection, "SELECT count(*) FROM project")?,
        entries: number(&connection, "SELECT count(*) FROM ledger_entry")?,
        megabytes: megabytes(&file)?,
        file,
    })
}

/// Notes which projects are copied, how often, and in how many turns their entries.
fn prepare(tx: &Transaction<'_>) -> Result<(), Failure> {
    tx.execute_batch(
        "CREATE TEMP TABLE original AS
         SELECT project.id FROM project
         JOIN programme ON programme.id = project.programme_id
         WHERE programme.code = 'HP-2016-2020';
         CREATE TEMP TABLE copy (n INTEGER NOT NULL, turn INTEGER NOT NULL);",
    )?;
    let projects = number(tx, "SELECT count(*) FROM original")?;
    let entries = number(
        tx,
        "SELECT count(*) FROM ledger_entry WHERE project_id IN (SELECT id FROM original)",
    )?;
    let copies = share(PROJECTS, projects)?;
    let turns = share(ENTRIES, entries.saturating_mul(copies))?;
    tx.execute(
        "WITH RECURSIVE
            n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1),
            turn (turn) AS (SELECT 0 UNION ALL SELECT turn + 1 FROM turn WHERE turn + 1 < $2)
         INSERT INTO copy (n, turn) SELECT n, turn FROM turn CROSS JOIN n",
        [copies, turns],
    )?;
    Ok(())
}

/// How many parts are needed to reach the whole.
fn share(whole: i64, part: i64) -> Result<i64, Failure> {
    let rounded_up = whole
        .saturating_add(part)
        .saturating_sub(1)
        .checked_div(part);
    rounded_up.ok_or_else(|| Failure::new("the demo has nothing to copy"))
}

fn copy(tx: &Transaction<'_>, pattern: &Pattern) -> Result<(), Failure> {
    let mut columns = tx.prepare("SELECT name FROM pragma_table_info($1)")?;
    let names: Vec<String> = columns
        .query_map([pattern.table], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let values: Vec<String> = names.iter().map(|name| value(pattern, name)).collect();
    let Pattern { table, rows, .. } = pattern;
    let statement = format!(
        "INSERT INTO {table} ({}) SELECT {} FROM {table} AS old CROSS JOIN copy WHERE {rows}",
        names.join(", "),
        values.join(", ")
    );
    tx.execute(&statement, [])?;
    Ok(())
}

fn value(pattern: &Pattern, column: &str) -> String {
    let change = pattern.changes.iter().find(|(name, _)| *name == column);
    change.map_or_else(|| format!("old.{column}"), |(_, value)| (*value).to_owned())
}

/// An identifier made of another and a number; nothing stays nothing.
fn derived(context: &Context<'_>) -> rusqlite::Result<Option<Vec<u8>>> {
    let old: Option<Vec<u8>> = context.get(0)?;
    let number: i64 = context.get(1)?;
    // The number goes to the end, where a time-ordered identifier holds random bytes.
    Ok(old.map(|mut id| {
        for (byte, mask) in id
            .iter_mut()
            .rev()
            .zip(number.to_le_bytes().into_iter().take(6))
        {
            *byte ^= mask;
        }
        id
    }))
}

fn number(connection: &Connection, query: &str) -> Result<i64, Failure> {
    Ok(connection.query_row(query, [], |row| row.get(0))?)
}

fn megabytes(file: &Path) -> Result<u64, Failure> {
    Ok(std::fs::metadata(file)?.len().div_ceil(1_000_000))
}
