//! Results as they were reported.

use super::{figure, frame};
use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::indicator::record::{Counts, ResultRecord};
use kc_domain::kernel::id::ResultId;
use kc_domain::policy::Scope;
use kc_domain::programme::frame::Frame;

/// Most results of one programme or plan.
const RESULTS_MAX: i64 = 2000;

const COLUMNS: &str = "SELECT id, word, record_id, indicator, counts, figure, as_of, \
                       place_written, note, area, organisation_id, illustrative FROM result";

/// One result nobody withdrew, whoever asks.
pub fn find_result(reader: &mut Reader<'_>, id: ResultId) -> Stored<Option<ResultRecord>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ? AND withdrawn_at IS NULL", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// The results of a programme or plan that nobody withdrew, in the order they were recorded.
pub fn list_results(
    reader: &mut Reader<'_>,
    scope: &Scope,
    about: Frame,
) -> Stored<Vec<ResultRecord>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "result", None);
    conditions.add("result.word = ?", [about.word().into()]);
    conditions.add("result.record_id = ?", [about.bytes().to_vec().into()]);
    conditions.add("result.withdrawn_at IS NULL", []);
    let tail = "ORDER BY position LIMIT ?";
    let (sql, values) = conditions.statement(COLUMNS, tail, [RESULTS_MAX.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Adds a result; adding the same again changes nothing.
pub fn insert_result(tx: &mut Tx<'_>, result: &ResultRecord) -> Stored<()> {
    tx.execute(
        "INSERT INTO result (id, word, record_id, position, indicator, counts, figure, as_of,
                             place_written, note, area, organisation_id, illustrative,
                             recorded_at)
         VALUES ($1, $2, $3,
                 (SELECT COALESCE(max(position), 0) + 1 FROM result WHERE record_id = $3),
                 $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO NOTHING",
        &[
            result.id.into(),
            result.frame.word().into(),
            result.frame.bytes().to_vec().into(),
            (&result.indicator).into(),
            result.counts.map(Counts::code).into(),
            result.printed.as_ref().into(),
            result.as_of.into(),
            result.place_written.as_ref().into(),
            result.note.as_ref().into(),
            (&result.area).into(),
            result.organisation.into(),
            result.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Withdraws a result once. The row stays.
pub fn withdraw_result(tx: &mut Tx<'_>, id: ResultId) -> Stored<()> {
    tx.update_one(
        "UPDATE result SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL",
        &[tx.at().into(), id.into()],
    )
}

fn read(row: &Row) -> Stored<ResultRecord> {
    let printed: Option<String> = row.get(5)?;
    Ok(ResultRecord {
        id: row.get(0)?,
        frame: frame(row, 1, 2)?,
        indicator: row.get(3)?,
        counts: row.code_or_none(4, Counts::from_code)?,
        figure: printed.as_deref().map(figure).transpose()?,
        printed,
        as_of: row.get(6)?,
        place_written: row.get(7)?,
        note: row.get(8)?,
        area: row.get(9)?,
        organisation: row.get(10)?,
        illustrative: row.get(11)?,
    })
}
