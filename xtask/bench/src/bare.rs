//! The same questions put to the driver itself: no rules, no pages, no permission.

use crate::failure::Failure;
use crate::load::Round;
use rusqlite::{Connection, OpenFlags, Statement, ToSql};
use std::path::Path;
use std::time::Instant;

/// One record and its money.
pub(crate) const RECORD: &[&str] = &[
    "SELECT code, title, kind, level, content_group, status, area, registered_on, starts_on, ends_on,
            cost_estimated, support_asked, workers, turns, note, version
     FROM project WHERE id = $1",
    "SELECT kind, from_stage, to_stage, source, amount, effective_on, recorded_at
     FROM ledger_entry WHERE project_id = $1 ORDER BY effective_on, sequence",
    "SELECT at, name, action, detail FROM audit WHERE record = $1 ORDER BY sequence DESC LIMIT 50",
];

/// Fifty rows of a filtered list, and how many there are with how much money.
pub(crate) const LIST: &[&str] = &[
    "SELECT id, code, title, kind, level, content_group, status, registered_on
     FROM project WHERE content_group = $1 AND withdrawn_at IS NULL
     ORDER BY registered_on DESC, id DESC LIMIT 50",
    "SELECT count(*), sum(cost_estimated), sum(support_asked)
     FROM project WHERE content_group = $1 AND withdrawn_at IS NULL",
    "SELECT count(DISTINCT project.id), sum(ledger_entry.amount)
     FROM project JOIN ledger_entry ON ledger_entry.project_id = project.id
     WHERE project.content_group = $1 AND project.withdrawn_at IS NULL",
];

/// Twenty hits of a search in the index.
pub(crate) const SEARCH: &[&str] = &[
    "SELECT search_entry.word, search_entry.title, search_entry.note
     FROM search_text
     JOIN search_entry ON search_entry.number = search_text.rowid
     WHERE search_text MATCH $1 LIMIT 20",
];

/// The money of one programme by group, source and stage.
pub(crate) const PROGRAMME: &[&str] = &[
    "SELECT project.content_group, ledger_entry.source, ledger_entry.from_stage,
            ledger_entry.to_stage, sum(ledger_entry.amount), count(DISTINCT project.id)
     FROM project
     JOIN ledger_entry ON ledger_entry.project_id = project.id
     WHERE project.programme_id = (SELECT id FROM programme WHERE code = $1)
     GROUP BY 1, 2, 3, 4",
];

/// The same for everything there is.
pub(crate) const NATION: &[&str] = &[
    "SELECT project.content_group, ledger_entry.source, ledger_entry.from_stage,
            ledger_entry.to_stage, sum(ledger_entry.amount), count(DISTINCT project.id)
     FROM project
     JOIN ledger_entry ON ledger_entry.project_id = project.id
     WHERE project.registered_on >= $1
     GROUP BY 1, 2, 3, 4",
];

/// Asks all `questions` with each of the values in turn, and reads every cell.
pub(crate) fn ask(
    file: &Path,
    questions: &[&str],
    values: &[Box<dyn ToSql>],
) -> Result<Round, Failure> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.pragma_update(None, "mmap_size", 268_435_456)?;
    let mut statements = questions
        .iter()
        .map(|sql| connection.prepare(sql))
        .collect::<Result<Vec<_>, _>>()?;
    let mut calls = Vec::with_capacity(values.len());
    let started = Instant::now();
    for value in values {
        let call = Instant::now();
        for statement in &mut statements {
            drain(statement, value)?;
        }
        calls.push(call.elapsed());
    }
    Ok(Round::new(calls, started.elapsed()))
}

fn drain(statement: &mut Statement<'_>, value: &dyn ToSql) -> Result<(), Failure> {
    let columns = statement.column_count();
    let mut rows = statement.query([value])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
    }
    Ok(())
}

/// Commits two rows at a time, each commit on the disk before the next.
pub(crate) fn write(file: &Path, times: usize) -> Result<Round, Failure> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(
        "CREATE TABLE bench_row (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;",
    )?;
    let mut insert = connection.prepare("INSERT INTO bench_row (text) VALUES ($1), ($1)")?;
    let text = "một chương trình thử, dài như một dòng nhật ký thường gặp ".repeat(4);
    let mut calls = Vec::with_capacity(times);
    let started = Instant::now();
    for _ in 0..times {
        let call = Instant::now();
        connection.execute_batch("BEGIN IMMEDIATE")?;
        insert.execute([&text])?;
        connection.execute_batch("COMMIT")?;
        calls.push(call.elapsed());
    }
    Ok(Round::new(calls, started.elapsed()))
}
