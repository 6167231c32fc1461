//! Moves prepared by one hand, waiting for the second.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::Window;
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{DocumentId, EntryId, OrganisationId, ProjectId, PurseId, UserId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// A prepared move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// Identity; the entry will bear the same.
    pub id: EntryId,
    /// What kind of move.
    pub kind: MoveKind,
    /// The purse.
    pub purse: Option<PurseId>,
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub project_title: String,
    /// Whose money.
    pub source: Source,
    /// How much.
    pub amount: Dong,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// The document it stands on.
    pub document: Option<DocumentId>,
    /// Why.
    pub reason: Option<String>,
    /// The first hand.
    pub prepared_by: UserId,
    /// The name of the first hand.
    pub prepared_by_name: String,
    /// When.
    pub prepared_at: Instant,
    /// `approved` or `rejected`, once decided.
    pub decision: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

const COLUMNS: &str = "SELECT prepared_move.id, prepared_move.kind, prepared_move.purse_id, \
    prepared_move.project_id, project.title, prepared_move.source, prepared_move.amount, \
    prepared_move.effective_on, prepared_move.document_id, prepared_move.reason, \
    prepared_move.prepared_by, person.full_name, prepared_move.prepared_at, \
    prepared_move.decision, prepared_move.area, prepared_move.organisation_id, \
    prepared_move.illustrative \
    FROM prepared_move JOIN project ON project.id = prepared_move.project_id \
    LEFT JOIN person ON person.id = prepared_move.prepared_by";

/// One prepared move, whoever asks.
pub fn find_prepared(reader: &mut Reader<'_>, id: EntryId) -> Stored<Option<Prepared>> {
    let mut conditions = Conditions::new();
    conditions.add("prepared_move.id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Moves that wait for the second hand, oldest first; of one project when it is named.
pub fn list_prepared(
    reader: &mut Reader<'_>,
    scope: &Scope,
    project: Option<ProjectId>,
    window: Window,
) -> Stored<Vec<Prepared>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "prepared_move", None);
    conditions.add("prepared_move.decision IS NULL", []);
    if let Some(project) = project {
        conditions.add("prepared_move.project_id = ?", [project.into()]);
    }
    let tail = "ORDER BY prepared_move.prepared_at, prepared_move.id LIMIT ? OFFSET ?";
    let (sql, values) =
        conditions.statement(COLUMNS, tail, [window.limit.into(), window.offset.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// Keeps a prepared move; keeping the same again changes nothing.
pub fn insert_prepared(tx: &mut Tx<'_>, prepared: &Prepared) -> Stored<()> {
    tx.execute(
        "INSERT INTO prepared_move (id, kind, purse_id, project_id, source, amount, effective_on,
                                    document_id, reason, prepared_by, prepared_at, area,
                                    organisation_id, illustrative)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (id) DO NOTHING",
        &[
            prepared.id.into(),
            prepared.kind.code().into(),
            prepared.purse.into(),
            prepared.project.into(),
            prepared.source.code().into(),
            prepared.amount.into(),
            prepared.effective_on.into(),
            prepared.document.into(),
            prepared.reason.as_ref().into(),
            prepared.prepared_by.into(),
            prepared.prepared_at.into(),
            (&prepared.area).into(),
            prepared.organisation.into(),
            prepared.illustrative.into(),
        ],
    )?;
    Ok(())
}

/// Writes down what the second hand decided; deciding twice is stale.
pub fn decide_prepared(
    tx: &mut Tx<'_>,
    id: EntryId,
    by: Option<UserId>,
    decision: &str,
) -> Stored<()> {
    tx.update_one(
        "UPDATE prepared_move SET decided_by = $1, decided_at = $2, decision = $3
         WHERE id = $4 AND decision IS NULL",
        &[by.into(), tx.at().into(), decision.into(), id.into()],
    )
}

fn read(row: &Row) -> Stored<Prepared> {
    Ok(Prepared {
        id: row.get(0)?,
        kind: row.code(1, MoveKind::from_code)?,
        purse: row.get(2)?,
        project: row.get(3)?,
        project_title: row.get(4)?,
        source: row.code(5, Source::from_code)?,
        amount: row.get(6)?,
        effective_on: row.get(7)?,
        document: row.get(8)?,
        reason: row.get(9)?,
        prepared_by: row.get(10)?,
        prepared_by_name: row.get::<Option<String>>(11)?.unwrap_or_default(),
        prepared_at: row.get(12)?,
        decision: row.get(13)?,
        area: row.get(14)?,
        organisation: row.get(15)?,
        illustrative: row.get(16)?,
    })
}
