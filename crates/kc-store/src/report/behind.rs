//! What stands behind a cell: the entries whose effects sum to it, or the projects counted.

use super::Selection;
use crate::kernel::dialect::Conditions;
use crate::kernel::page::Window;
use crate::kernel::{Reader, Row, Stored, Value};
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, EntryId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::policy::Scope;
use kc_domain::report::{Cell, RowKey, SourceNode};

/// One page of what stands behind a cell, and what all of it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind<T> {
    /// The rows of the page.
    pub rows: Vec<T>,
    /// Rows in all.
    pub count: i64,
    /// The sum over all rows: the cell.
    pub sum: i64,
}

/// An entry behind a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehindEntry {
    /// The entry.
    pub id: EntryId,
    /// What it adds to the cell; negative when it takes away.
    pub effect: Dong,
    /// What kind of move it is.
    pub kind: MoveKind,
    /// Whose money it is.
    pub source: Source,
    /// The stage the money left.
    pub from: Stage,
    /// The stage the money reached.
    pub to: Stage,
    /// The day it is effective from.
    pub effective_on: NaiveDate,
    /// The project.
    pub project: ProjectId,
    /// Its code.
    pub project_code: String,
    /// Its title.
    pub project_title: String,
    /// The document it stands on.
    pub document: Option<DocumentId>,
    /// The number of the document.
    pub document_number: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// A project behind a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehindProject {
    /// The project.
    pub id: ProjectId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The code of its status.
    pub status: String,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// What it adds to the cell: one, its workers or its turns.
    pub value: i64,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// The entries behind a cell of money.
pub fn entries(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
    (row, cell): (&RowKey, Cell),
    window: Window,
) -> Stored<Behind<BehindEntry>> {
    let stages = stages_of(row);
    let mut conditions = selection.conditions(scope);
    add_row(&mut conditions, selection, row);
    let node = cell.source();
    if let Some(node) = node {
        add_source(&mut conditions, node);
    }
    add_crossing(&mut conditions, &stages);
    let (count, sum) = count_and_sum(reader, &conditions, &stages)?;
    let tail = "ORDER BY entry.effective_on, entry.sequence LIMIT ? OFFSET ?";
    let window = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(ENTRIES, tail, window);
    let rows = reader.query(&sql, &values)?;
    let rows = rows
        .iter()
        .map(|row| read_entry(row, &stages))
        .collect::<Stored<_>>()?;
    Ok(Behind { rows, count, sum })
}

const ENTRIES: &str = "SELECT entry.id, entry.amount, entry.kind, entry.source, entry.from_stage,
            entry.to_stage, entry.effective_on, project.id, project.code, project.title,
            document.id, document.number, entry.illustrative
     FROM project_revision AS revision
     JOIN ledger_entry AS entry
       ON entry.project_id = revision.project_id
      AND entry.effective_on <= $1 AND entry.recorded_at <= $2
     JOIN project ON project.id = revision.project_id
     LEFT JOIN document ON document.id = entry.document_id";

fn count_and_sum(
    reader: &mut Reader<'_>,
    conditions: &Conditions,
    stages: &[&str],
) -> Stored<(i64, i64)> {
    let head = "SELECT entry.to_stage, count(*), CAST(sum(entry.amount) AS BIGINT)
                FROM project_revision AS revision
                JOIN ledger_entry AS entry
                  ON entry.project_id = revision.project_id
                 AND entry.effective_on <= $1 AND entry.recorded_at <= $2";
    let (sql, values) = conditions.statement(head, "GROUP BY entry.to_stage", []);
    let mut count: i64 = 0;
    let mut sum = Dong::ZERO;
    for row in reader.query(&sql, &values)? {
        let to: String = row.get(0)?;
        count = count.saturating_add(row.get(1)?);
        sum = sum.plus(effect(row.get(2)?, &to, stages));
    }
    Ok((count, sum.0))
}

/// An entry that crosses into the stages adds, one that crosses out of them takes away.
fn effect(amount: Dong, to: &str, stages: &[&str]) -> Dong {
    if stages.contains(&to) {
        amount
    } else {
        Dong::ZERO.minus(amount)
    }
}

/// The stages whose money a row counts: from approved or committed on, unless it names one.
fn stages_of(row: &RowKey) -> Vec<&'static str> {
    let stages: Vec<Stage> = match row {
        RowKey::Stage(stage) => stage.and_later().to_vec(),
        _ => [Stage::Approved, Stage::Committed]
            .iter()
            .flat_map(|stage| stage.and_later().iter().copied())
            .collect(),
    };
    stages.into_iter().map(Stage::code).collect()
}

fn add_row(conditions: &mut Conditions, selection: &Selection, row: &RowKey) {
    match row {
        RowKey::Total | RowKey::Stage(_) => {}
        RowKey::Group(Some(key)) => {
            conditions.add(&[selection.group(), " = ?"].concat(), [key.into()]);
        }
        RowKey::Group(None) => {
            conditions.add("revision.content_group IS NULL", []);
        }
        RowKey::Level(Some(level)) => {
            conditions.add("revision.level = ?", [level.code().into()]);
        }
        RowKey::Level(None) => {
            conditions.add("revision.level IS NULL", []);
        }
        RowKey::Status(code) => {
            conditions.add("revision.status = ?", [code.into()]);
        }
        RowKey::Source(node) => add_source(conditions, *node),
    }
}

fn add_source(conditions: &mut Conditions, node: SourceNode) {
    let codes: Vec<&str> = node.sources().map(Source::code).collect();
    let marks = marks(codes.len());
    let clause = ["entry.source IN (", &marks, ")"].concat();
    conditions.add(&clause, codes.into_iter().map(Value::from));
}

/// Only entries that cross the border of the stages change the cell.
fn add_crossing(conditions: &mut Conditions, stages: &[&str]) {
    let marks = marks(stages.len());
    let inside = |column: &str, not: &str| ["entry.", column, not, " IN (", &marks, ")"].concat();
    let clause = [
        "((",
        &inside("to_stage", ""),
        " AND ",
        &inside("from_stage", " NOT"),
        ") OR (",
        &inside("from_stage", ""),
        " AND ",
        &inside("to_stage", " NOT"),
        "))",
    ]
    .concat();
    let four_times = stages.iter().cycle().take(stages.len().saturating_mul(4));
    conditions.add(&clause, four_times.map(|stage| Value::from(*stage)));
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

fn read_entry(row: &Row, stages: &[&str]) -> Stored<BehindEntry> {
    let to = row.code(5, Stage::from_code)?;
    Ok(BehindEntry {
        id: row.get(0)?,
        effect: effect(row.get(1)?, to.code(), stages),
        kind: row.code(2, MoveKind::from_code)?,
        source: row.code(3, Source::from_code)?,
        from: row.code(4, Stage::from_code)?,
        to,
        effective_on: row.get(6)?,
        project: row.get(7)?,
        project_code: row.get(8)?,
        project_title: row.get(9)?,
        document: row.get(10)?,
        document_number: row.get(11)?,
        illustrative: row.get(12)?,
    })
}

/// The projects behind a cell that counts projects or people.
pub fn projects(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
    (row, cell): (&RowKey, Cell),
    window: Window,
) -> Stored<Behind<BehindProject>> {
    let mut conditions = selection.conditions(scope);
    add_row(&mut conditions, selection, row);
    let (rows, totals) = match cell {
        Cell::Workers => (WORKERS, WORKERS_TOTAL),
        Cell::Turns => (TURNS, TURNS_TOTAL),
        _ => (PROJECTS, PROJECTS_TOTAL),
    };
    match cell {
        Cell::Workers => conditions.add("revision.workers IS NOT NULL", []),
        Cell::Turns => conditions.add("revision.turns IS NOT NULL", []),
        _ => &mut conditions,
    };
    let (sql, values) = conditions.statement(totals, "", []);
    let all = reader.query(&sql, &values)?;
    let (count, sum) = match all.first() {
        Some(row) => (row.get(0)?, row.get::<Option<i64>>(1)?.unwrap_or(0)),
        None => (0, 0),
    };
    let tail = "ORDER BY revision.registered_on, project.code LIMIT ? OFFSET ?";
    let window = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(rows, tail, window);
    let rows = reader.query(&sql, &values)?;
    let rows = rows.iter().map(read_project).collect::<Stored<_>>()?;
    Ok(Behind { rows, count, sum })
}

/// The rows of projects with what each adds.
macro_rules! project_rows {
    ($value:literal) => {
        concat!(
            "SELECT project.id, project.code, project.title, revision.status,
                    revision.registered_on, ",
            $value,
            ", project.illustrative
             FROM project_revision AS revision
             JOIN project ON project.id = revision.project_id"
        )
    };
}

const PROJECTS: &str = project_rows!("CAST(1 AS BIGINT)");
const WORKERS: &str = project_rows!("revision.workers");
const TURNS: &str = project_rows!("revision.turns");
const PROJECTS_TOTAL: &str = "SELECT count(*), count(*) FROM project_revision AS revision";
const WORKERS_TOTAL: &str = "SELECT count(*), CAST(sum(revision.workers) AS BIGINT)
                             FROM project_revision AS revision";
const TURNS_TOTAL: &str = "SELECT count(*), CAST(sum(revision.turns) AS BIGINT)
                           FROM project_revision AS revision";

fn read_project(row: &Row) -> Stored<BehindProject> {
    Ok(BehindProject {
        id: row.get(0)?,
        code: row.get(1)?,
        title: row.get(2)?,
        status: row.get(3)?,
        registered_on: row.get(4)?,
        value: row.get(5)?,
        illustrative: row.get(6)?,
    })
}
