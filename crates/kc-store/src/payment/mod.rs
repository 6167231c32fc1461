//! Vouchers behind moves of money, lists handed to the treasury, refunds that are due.

mod handover;
mod voucher;

pub use handover::{
    Handover, HandoverLine, find_handover, insert_handover, lines_of, list_handovers, not_yet,
    number_taken,
};
pub use voucher::{insert_vouchers, is_used, vouchers_of};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{OrganisationId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// What the ledger holds as approved for a project and went on from there, by source and purse.
pub fn approved_of(
    reader: &mut Reader<'_>,
    project: ProjectId,
) -> Stored<Vec<(Source, Option<PurseId>, Dong)>> {
    let rows = reader.query(
        "SELECT source, purse_id,
                CAST(sum(CASE WHEN from_stage = 'available' THEN amount ELSE -amount END) AS BIGINT)
         FROM ledger_entry
         WHERE project_id = $1 AND ((from_stage = 'available' AND to_stage = 'approved')
                                    OR (from_stage = 'approved' AND to_stage = 'available'))
         GROUP BY source, purse_id ORDER BY source, purse_id",
        &[project.into()],
    )?;
    let read = |row: &Row| Ok((row.code(0, Source::from_code)?, row.get(1)?, row.get(2)?));
    rows.iter().map(read).collect()
}

/// What contracts bind of it, by source and purse.
pub fn contracted_of(
    reader: &mut Reader<'_>,
    project: ProjectId,
) -> Stored<Vec<(Source, Option<PurseId>, Dong)>> {
    let rows = reader.query(
        "SELECT source, purse_id,
                CAST(sum(CASE WHEN from_stage = 'approved' THEN amount ELSE -amount END) AS BIGINT)
         FROM ledger_entry
         WHERE project_id = $1 AND ((from_stage = 'approved' AND to_stage = 'contracted')
                                    OR (from_stage = 'contracted' AND to_stage = 'approved'))
         GROUP BY source, purse_id ORDER BY source, purse_id",
        &[project.into()],
    )?;
    let read = |row: &Row| Ok((row.code(0, Source::from_code)?, row.get(1)?, row.get(2)?));
    rows.iter().map(read).collect()
}

/// What was ever advanced to a project from a source, less what was reversed as a mistake.
pub fn advanced_ever(reader: &mut Reader<'_>, project: ProjectId, source: Source) -> Stored<Dong> {
    let sum = reader.number(
        "SELECT CAST(COALESCE(sum(CASE WHEN from_stage = 'contracted' THEN amount
                                       ELSE -amount END), 0) AS BIGINT)
         FROM ledger_entry
         WHERE project_id = $1 AND source = $2
           AND ((from_stage = 'contracted' AND to_stage = 'advanced')
                OR (from_stage = 'advanced' AND to_stage = 'contracted'))",
        &[project.into(), source.code().into()],
    )?;
    Ok(Dong(sum))
}

/// Whether a move of a kind and source waits for the second hand.
pub fn waits(
    reader: &mut Reader<'_>,
    project: ProjectId,
    kind: MoveKind,
    source: Source,
) -> Stored<bool> {
    let count = reader.number(
        "SELECT count(*) FROM prepared_move
         WHERE project_id = $1 AND kind = $2 AND source = $3 AND decision IS NULL",
        &[project.into(), kind.code().into(), source.code().into()],
    )?;
    Ok(count > 0)
}

/// An advance of a stopped project that has not come back.
#[derive(Debug, Clone)]
pub struct Refund {
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// What has to come back.
    pub amount: Dong,
    /// When it was stopped.
    pub since: Instant,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
}

/// Stopped projects whose advance is neither cleared nor recovered, the longest first.
pub fn refunds_due(reader: &mut Reader<'_>, scope: &Scope, limit: i64) -> Stored<Vec<Refund>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", None);
    conditions.add(
        "project.status = 'stopped' AND project.withdrawn_at IS NULL",
        [],
    );
    let (sql, values) = conditions.statement(
        "SELECT project.id, project.title,
                CAST(sum(CASE WHEN ledger_entry.to_stage = 'advanced' THEN ledger_entry.amount
                              WHEN ledger_entry.from_stage = 'advanced' THEN -ledger_entry.amount
                              ELSE 0 END) AS BIGINT),
                (SELECT min(project_revision.recorded_at) FROM project_revision
                 WHERE project_revision.project_id = project.id
                   AND project_revision.status = 'stopped'),
                project.area, project.organisation_id
         FROM project JOIN ledger_entry ON ledger_entry.project_id = project.id",
        "GROUP BY project.id, project.title, project.area, project.organisation_id
         HAVING sum(CASE WHEN ledger_entry.to_stage = 'advanced' THEN ledger_entry.amount
                         WHEN ledger_entry.from_stage = 'advanced' THEN -ledger_entry.amount
                         ELSE 0 END) > 0
         ORDER BY 4, project.id LIMIT ?",
        [limit.into()],
    );
    let read = |row: &Row| {
        Ok(Refund {
            project: row.get(0)?,
            title: row.get(1)?,
            amount: row.get(2)?,
            since: row.get(3)?,
            area: row.get(4)?,
            organisation: row.get(5)?,
        })
    };
    reader.query(&sql, &values)?.iter().map(read).collect()
}
