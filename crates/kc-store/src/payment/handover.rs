//! Lists handed to the treasury: each approved move stands on one list at most.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx};
use chrono::NaiveDate;
use kc_domain::kernel::id::{EntryId, HandoverId, OrganisationId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// A list handed over.
#[derive(Debug, Clone)]
pub struct Handover {
    /// Identity.
    pub id: HandoverId,
    /// Its number: `03/BK-TTKC`.
    pub number: String,
    /// The day it was handed over.
    pub handed_on: NaiveDate,
    /// First day of the moves on it.
    pub from: NaiveDate,
    /// Last day of the moves on it.
    pub to: NaiveDate,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that hands it over.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// One approved move as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverLine {
    /// The move; its entry bears the same identity.
    pub id: EntryId,
    /// What kind of move.
    pub kind: MoveKind,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// The code of its project.
    pub code: String,
    /// The title of its project.
    pub title: String,
    /// Who receives it: the other side of the contract, where one is recorded.
    pub taker: Option<String>,
    /// The number of the contract.
    pub contract: Option<String>,
    /// Whose money.
    pub source: Source,
    /// How much.
    pub amount: Dong,
    /// Whether it is sample data.
    pub illustrative: bool,
}

const LIST: &str = "SELECT id, number, handed_on, period_from, period_to, area, organisation_id, \
    illustrative FROM handover";

/// The moves a treasury carries out or must know of; a settlement is no order to it.
const LINE: &str = "SELECT prepared_move.id, prepared_move.kind, prepared_move.effective_on, \
    project.code, project.title, contract.taker, contract.number, prepared_move.source, \
    prepared_move.amount, prepared_move.illustrative \
    FROM prepared_move JOIN project ON project.id = prepared_move.project_id \
    LEFT JOIN contract ON contract.project_id = project.id AND contract.kind = 'execution' \
    LEFT JOIN handover_move ON handover_move.move_id = prepared_move.id";

const ORDER: &str = "ORDER BY prepared_move.kind, prepared_move.effective_on, project.code, \
    prepared_move.id LIMIT ?";

/// Approved moves of an organisation within a period that stand on no list, by kind and day.
pub fn not_yet(
    reader: &mut Reader<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    period: Period,
    limit: i64,
) -> Stored<Vec<HandoverLine>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "prepared_move", None);
    conditions.add("prepared_move.decision = 'approved'", []);
    conditions.add("prepared_move.kind <> 'settle'", []);
    conditions.add("handover_move.move_id IS NULL", []);
    conditions.add("prepared_move.organisation_id = ?", [organisation.into()]);
    conditions.add(
        "prepared_move.effective_on >= ? AND prepared_move.effective_on <= ?",
        [period.from().into(), period.to().into()],
    );
    let (sql, values) = conditions.statement(LINE, ORDER, [limit.into()]);
    reader.query(&sql, &values)?.iter().map(line).collect()
}

/// The moves of a list, by kind and day.
pub fn lines_of(reader: &mut Reader<'_>, id: HandoverId, limit: i64) -> Stored<Vec<HandoverLine>> {
    let mut conditions = Conditions::new();
    conditions.add("handover_move.handover_id = ?", [id.into()]);
    let (sql, values) = conditions.statement(LINE, ORDER, [limit.into()]);
    reader.query(&sql, &values)?.iter().map(line).collect()
}

/// Lists within a scope, newest first.
pub fn list_handovers(
    reader: &mut Reader<'_>,
    scope: &Scope,
    window: Window,
) -> Stored<Page<Handover>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "handover", None);
    let parts = [
        "SELECT count(*) FROM handover",
        LIST,
        "ORDER BY handed_on DESC, id DESC",
    ];
    conditions.page(reader, parts, window, read)
}

/// One list, whoever asks.
pub fn find_handover(reader: &mut Reader<'_>, id: HandoverId) -> Stored<Option<Handover>> {
    let sql = [LIST, " WHERE id = $1"].concat();
    let row = reader.first(&sql, &[id.into()])?;
    row.as_ref().map(read).transpose()
}

/// Whether an organisation gave the number already.
pub fn number_taken(
    reader: &mut Reader<'_>,
    organisation: OrganisationId,
    number: &str,
) -> Stored<bool> {
    let count = reader.number(
        "SELECT count(*) FROM handover WHERE organisation_id = $1 AND number = $2",
        &[organisation.into(), number.into()],
    )?;
    Ok(count > 0)
}

/// Keeps a list with its moves. A move that stands on another list breaks the key of the table.
pub fn insert_handover(tx: &mut Tx<'_>, list: &Handover, moves: &[EntryId]) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO handover (id, number, handed_on, period_from, period_to, area,
                               organisation_id, illustrative, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            list.id.into(),
            (&list.number).into(),
            list.handed_on.into(),
            list.from.into(),
            list.to.into(),
            (&list.area).into(),
            list.organisation.into(),
            list.illustrative.into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    for id in moves {
        tx.execute(
            "INSERT INTO handover_move (move_id, handover_id) VALUES ($1, $2)",
            &[(*id).into(), list.id.into()],
        )?;
    }
    Ok(())
}

fn read(row: &Row) -> Stored<Handover> {
    Ok(Handover {
        id: row.get(0)?,
        number: row.get(1)?,
        handed_on: row.get(2)?,
        from: row.get(3)?,
        to: row.get(4)?,
        area: row.get(5)?,
        organisation: row.get(6)?,
        illustrative: row.get(7)?,
    })
}

fn line(row: &Row) -> Stored<HandoverLine> {
    Ok(HandoverLine {
        id: row.get(0)?,
        kind: row.code(1, MoveKind::from_code)?,
        effective_on: row.get(2)?,
        code: row.get(3)?,
        title: row.get(4)?,
        taker: row.get(5)?,
        contract: row.get(6)?,
        source: row.code(7, Source::from_code)?,
        amount: row.get(8)?,
        illustrative: row.get(9)?,
    })
}
