//! Counts and sums of a report, by content group, level and status.

use super::{Selection, group_of_catalogue};
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Stage;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::report::{Fact, Sources, Tally};

/// The stages at which money counts: approved or later, committed or later.
macro_rules! counted {
    () => {
        "('approved', 'contracted', 'advanced', 'paid', 'settled', 'committed', 'evidenced')"
    };
}

/// What the entries of one source add to a project.
macro_rules! net {
    ($source:literal) => {
        concat!(
            "sum(CASE WHEN entry.source = '",
            $source,
            "' THEN entry.change END)"
        )
    };
}

/// First the money of each project, in the order of the index, then the sums over projects. Of the
/// entries, those count that cross between what counts and what does not; the rest change nothing.
macro_rules! head {
    ($group:expr, $depth:literal) => {
        concat!(
            "SELECT one.content_group, one.level, one.status, one.place, count(*),
            count(coalesce(one.central, one.local, one.budget, one.counterpart, one.other,
                           one.unstated)),
            CAST(sum(one.workers) AS BIGINT), CAST(sum(one.turns) AS BIGINT),
            CAST(sum(one.central) AS BIGINT), CAST(sum(one.local) AS BIGINT),
            CAST(sum(one.budget) AS BIGINT), CAST(sum(one.counterpart) AS BIGINT),
            CAST(sum(one.other) AS BIGINT), CAST(sum(one.unstated) AS BIGINT)
     FROM (
       SELECT ",
            $group,
            " AS content_group, revision.level, revision.status,
              substr(revision.area, 1, ",
            $depth,
            ") AS place,
              revision.workers, revision.turns,
              ",
            net!("counterpart"),
            " AS counterpart, ",
            net!("central"),
            " AS central, ",
            net!("local"),
            " AS local, ",
            net!("budget"),
            " AS budget, ",
            net!("other"),
            " AS other, ",
            net!("unstated"),
            " AS unstated
       FROM project_revision AS revision
       LEFT JOIN (
         SELECT project_id, source, effective_on, recorded_at,
                CASE WHEN to_stage IN ",
            counted!(),
            " THEN amount ELSE -amount END AS change
         FROM ledger_entry
         WHERE (to_stage IN ",
            counted!(),
            ") <> (from_stage IN ",
            counted!(),
            ")
       ) AS entry
         ON entry.project_id = revision.project_id
        AND entry.effective_on <= $1 AND entry.recorded_at <= $2"
        )
    };
}

/// How deep places are told apart. `VN/31` has 5 characters, `VN/31/11506` has 11; a path of before
/// 01/07/2025 is cut off there and names no unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// By province.
    Province,
    /// By commune of today.
    Commune,
}

const PROVINCES: &str = head!("revision.content_group", 5);
const COMMUNES: &str = head!("revision.content_group", 11);
const PROVINCES_OF_ALL: &str = head!(group_of_catalogue!(), 5);
const COMMUNES_OF_ALL: &str = head!(group_of_catalogue!(), 11);

const TAIL: &str = "GROUP BY revision.project_id, revision.revision
     ) AS one
     GROUP BY one.content_group, one.level, one.status, one.place";

/// Counts and sums, one row for each content group, level, status and place that occurs.
pub fn facts(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
    depth: Depth,
) -> Stored<Vec<Fact>> {
    let conditions = selection.conditions(scope);
    let head = match (selection.of, depth) {
        (Some(_), Depth::Province) => PROVINCES,
        (Some(_), Depth::Commune) => COMMUNES,
        (None, Depth::Province) => PROVINCES_OF_ALL,
        (None, Depth::Commune) => COMMUNES_OF_ALL,
    };
    let (sql, values) = conditions.statement(head, TAIL, []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Fact> {
    let money =
        |column| -> Stored<Dong> { Ok(row.get::<Option<Dong>>(column)?.unwrap_or_default()) };
    let sources = Sources {
        central: money(8)?,
        local: money(9)?,
        unlevelled: money(10)?,
        counterpart: money(11)?,
        other: money(12)?,
        unstated: money(13)?,
    };
    Ok(Fact {
        group: row.get(0)?,
        level: row.code_or_none(1, Level::from_code)?,
        status: row.get(2)?,
        place: AreaPath::parse(&row.get::<String>(3)?).ok(),
        tally: Tally {
            projects: row.get(4)?,
            funded: row.get(5)?,
            workers: row.get(6)?,
            turns: row.get(7)?,
            sources,
        },
    })
}

/// What moved between each two stages for the projects of a report.
pub fn stage_money(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
) -> Stored<Vec<(Stage, Stage, Dong)>> {
    let head = "SELECT entry.from_stage, entry.to_stage, CAST(sum(entry.amount) AS BIGINT)
                FROM project_revision AS revision
                JOIN ledger_entry AS entry
                  ON entry.project_id = revision.project_id
                 AND entry.effective_on <= $1 AND entry.recorded_at <= $2";
    let tail = "GROUP BY entry.from_stage, entry.to_stage";
    let conditions = selection.conditions(scope);
    let (sql, values) = conditions.statement(head, tail, []);
    let rows = reader.query(&sql, &values)?;
    let read = |row: &Row| -> Stored<_> {
        let stage = |column| row.code(column, Stage::from_code);
        Ok((stage(0)?, stage(1)?, row.get(2)?))
    };
    rows.iter().map(read).collect()
}
