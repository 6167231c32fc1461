//! The same questions put to the driver itself: no rules, no pages, no permission.

use crate::failure::Failure;
use crate::load::Round;
use rusqlite::config::DbConfig;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Instant;

/// Who reads, and one record with the names and the money its page shows.
pub(crate) const RECORD: &[&str] = &[
    "SELECT id, sign_in, full_name, closed FROM person WHERE sign_in = 'cuc' AND $1 IS NOT NULL",
    "SELECT role, organisation_id, area, valid_from, valid_to FROM assignment
     WHERE person_id = (SELECT id FROM person WHERE sign_in = 'cuc') AND $1 IS NOT NULL",
    "SELECT code, title, programme_id, plan_id, batch, kind, level, content_group, trade, status,
            place_written, establishment_id, unit_id, starts_on, ends_on, need, outcome,
            cost_estimated, support_asked, workers, turns, note, area, organisation_id, party_id,
            proposed_by, decision_id, registered_on, reason, withdrawn_at, illustrative, version
     FROM project WHERE id = $1",
    "SELECT id, name, model, origin, year_made, quantity, price
     FROM equipment WHERE project_id = $1 ORDER BY recorded_at, id",
    "SELECT establishment.name, plan.code, plan.name, plan.catalogue, programme.code,
            programme.name, programme.catalogue, document.number, document.issued_on
     FROM project
     LEFT JOIN establishment ON establishment.id = project.establishment_id
     LEFT JOIN plan ON plan.id = project.plan_id
     LEFT JOIN programme ON programme.id = project.programme_id
     LEFT JOIN document ON document.id = project.decision_id
     WHERE project.id = $1",
    "SELECT source, from_stage, to_stage, sum(amount) FROM ledger_entry
     WHERE project_id = $1 GROUP BY source, from_stage, to_stage",
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

/// Fifty hits of a search in the index, newest first, for one of the words we keep.
macro_rules! hits {
    ($word:literal) => {
        concat!(
            "SELECT search_entry.record_id, search_entry.word, search_entry.title,
                    search_entry.note
             FROM search_text
             JOIN search_entry ON search_entry.number = search_text.rowid
             WHERE search_text MATCH 'kc",
            $word,
            " ' || $1 ORDER BY search_text.rowid DESC LIMIT 50"
        )
    };
}

/// A search through everything, word by word, as the page shows it.
pub(crate) const SEARCH: &[&str] = &[
    hits!("project"),
    hits!("establishment"),
    hits!("programme"),
    hits!("plan"),
    hits!("document"),
    hits!("statement"),
    hits!("organisation"),
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
pub(crate) fn ask(file: &Path, questions: &[&str], values: &[Value]) -> Result<Round, Failure> {
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut calls = Vec::with_capacity(values.len());
    let started = Instant::now();
    for value in values {
        let call = Instant::now();
        read(&connection, questions, value, |cell| {
            std::hint::black_box(cell);
        })?;
        calls.push(call.elapsed());
    }
    Ok(Round::new(calls, started.elapsed()))
}

/// Opens the file with the settings the product works with.
pub(crate) fn open(file: &Path, flags: OpenFlags) -> Result<Connection, Failure> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Puts all `questions` about one value, and hands over every cell.
pub(crate) fn read(
    connection: &Connection,
    questions: &[&str],
    value: &Value,
    mut cell: impl FnMut(ValueRef<'_>),
) -> Result<(), Failure> {
    for question in questions {
        let mut statement = connection.prepare_cached(question)?;
        let columns = statement.column_count();
        let mut rows = statement.query([value])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                cell(row.get_ref(column)?);
            }
        }
    }
    Ok(())
}

/// The rows of one programme recorded: itself, its entry for searching, its record in the audit.
const WRITES: &[&str] = &[
    "INSERT INTO programme (id, code, name, name_fold, catalogue, starts_on, ends_on, area,
                           organisation_id, illustrative, version, recorded_at)
    SELECT randomblob(16), 'BARE-' || hex(randomblob(8)), name, name_fold, catalogue, starts_on,
           ends_on, area, organisation_id, illustrative, 1, recorded_at
    FROM programme WHERE code = 'HP-2016-2020'",
    "INSERT INTO search_entry (record_id, word, title, note, area, organisation_id, number)
    SELECT randomblob(16), 'programme', title, note, area, organisation_id,
           (SELECT max(number) + 1 FROM search_entry)
    FROM search_entry WHERE word = 'programme' LIMIT 1",
    "INSERT INTO search_text (rowid, folded)
    SELECT max(number), 'kcprogramme chuong trinh do hp 2016 2020' FROM search_entry",
    "INSERT INTO audit (sequence, at, person_id, name, action, outcome, word, record, area, detail,
                       previous, hash)
    SELECT sequence + 1, at, person_id, name, action, outcome, word, hex(randomblob(16)), area,
           detail, hash, randomblob(32)
    FROM audit WHERE sequence = (SELECT sequence FROM audit_head WHERE one = 1)",
    "UPDATE audit_head SET sequence = sequence + 1, hash = randomblob(32) WHERE one = 1",
];

/// Commits the same rows as the product does, each commit on the disk before the next.
pub(crate) fn write(file: &Path, times: usize) -> Result<Round, Failure> {
    let connection = open_to_write(file)?;
    let mut calls = Vec::with_capacity(times);
    let started = Instant::now();
    for _ in 0..times {
        let call = Instant::now();
        commit(&connection)?;
        calls.push(call.elapsed());
    }
    Ok(Round::new(calls, started.elapsed()))
}

/// Opens the file to write as durably as the product does.
pub(crate) fn open_to_write(file: &Path) -> Result<Connection, Failure> {
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

/// Commits once. What this leaves in the audit is no chain; the file is thrown away.
pub(crate) fn commit(connection: &Connection) -> Result<(), Failure> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    for statement in WRITES {
        connection.prepare_cached(statement)?.execute([])?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(())
}
