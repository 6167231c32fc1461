//! Vouchers behind moves of money, lists handed to the treasury, refunds that are due.

mod handover;
mod voucher;

pub use handover::{
    Handover, HandoverLine, find_handover, insert_handover, lines_of, list_handovers, not_yet,
    number_taken,
};
pub use voucher::{insert_vouchers, is_used, vouchers_of, vouchers_of_each};

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{OrganisationId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

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
