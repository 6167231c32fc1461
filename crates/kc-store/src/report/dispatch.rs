//! Reports handed over: to whom, when, with which totals.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{OrganisationId, ProgrammeId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// A report handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// Identity.
    pub id: [u8; 16],
    /// The kind of report.
    pub report: String,
    /// The programme it is about.
    pub programme: ProgrammeId,
    /// Who received it.
    pub recipient: String,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The day it is stated for.
    pub as_of: NaiveDate,
    /// The moment up to which records count.
    pub known_at: Instant,
    /// Its totals as JSON, word for word as sent.
    pub totals: String,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
}

/// Keeps that a report was handed over; keeping the same again changes nothing.
pub fn insert_dispatch(tx: &mut Tx<'_>, dispatch: &Dispatch) -> Stored<()> {
    tx.execute(
        "INSERT INTO report_dispatch (id, report, programme_id, recipient, sent_on, as_of,
                                      known_at, totals, area, organisation_id, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (id) DO NOTHING",
        &[
            dispatch.id.to_vec().into(),
            (&dispatch.report).into(),
            dispatch.programme.into(),
            (&dispatch.recipient).into(),
            dispatch.sent_on.into(),
            dispatch.as_of.into(),
            dispatch.known_at.into(),
            (&dispatch.totals).into(),
            (&dispatch.area).into(),
            dispatch.organisation.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// The reports of a programme that were handed over, newest first.
pub fn dispatches(
    reader: &mut Reader<'_>,
    scope: &Scope,
    programme: ProgrammeId,
) -> Stored<Vec<Dispatch>> {
    let mut conditions = Conditions::new();
    conditions
        .add("report_dispatch.programme_id = ?", [programme.into()])
        .scope_by_area(scope, "report_dispatch");
    let head = "SELECT id, report, programme_id, recipient, sent_on, as_of, known_at, totals, area,
                       organisation_id FROM report_dispatch";
    let tail = "ORDER BY sent_on DESC, recorded_at DESC, id LIMIT 100";
    let (sql, values) = conditions.statement(head, tail, []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Stored<Dispatch> {
    let id: Vec<u8> = row.get(0)?;
    Ok(Dispatch {
        id: id.try_into().unwrap_or_default(),
        report: row.get(1)?,
        programme: row.get(2)?,
        recipient: row.get(3)?,
        sent_on: row.get(4)?,
        as_of: row.get(5)?,
        known_at: row.get(6)?,
        totals: row.get(7)?,
        area: row.get(8)?,
        organisation: row.get(9)?,
    })
}
