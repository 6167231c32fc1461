//! Programmes.

mod frame;

pub use frame::{find_frame, list_frames};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, StoreError, Stored, Tx};
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::fold;
use kc_domain::policy::Scope;
use kc_domain::programme::Programme;

const COLUMNS: &str = "SELECT id, code, name, level, catalogue, starts_on, ends_on, decision_id, \
                       predecessor_id, note, area, organisation_id, illustrative, version \
                       FROM programme";

/// One programme, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: ProgrammeId) -> Stored<Option<Programme>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    first(reader, &conditions)
}

/// The programme of a code.
pub fn find_by_code(reader: &mut Reader<'_>, code: &str) -> Stored<Option<Programme>> {
    let mut conditions = Conditions::new();
    conditions.add("code = ?", [code.into()]);
    first(reader, &conditions)
}

fn first(reader: &mut Reader<'_>, conditions: &Conditions) -> Stored<Option<Programme>> {
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Programmes within a scope, the newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    words: &str,
    window: Window,
) -> Stored<Page<Programme>> {
    let mut conditions = Conditions::new();
    conditions.scope_by_area(scope, "programme");
    for word in fold(words).split(' ').filter(|word| !word.is_empty()) {
        conditions.add("programme.name_fold LIKE ?", [format!("%{word}%").into()]);
    }
    let parts = [
        "SELECT count(*) FROM programme",
        COLUMNS,
        "ORDER BY starts_on DESC, code",
    ];
    conditions.page(reader, parts, window, read)
}

/// Adds a programme; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, programme: &Programme) -> Stored<()> {
    tx.execute(
        "INSERT INTO programme (id, code, name, name_fold, level, catalogue, starts_on, ends_on,
                                decision_id, predecessor_id, note, area, organisation_id,
                                illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)
         ON CONFLICT (id) DO NOTHING",
        &[
            programme.id.into(),
            (&programme.code).into(),
            (&programme.name).into(),
            fold(&programme.name).into(),
            programme.level.map(Level::code).into(),
            (&programme.catalogue).into(),
            programme.period.from().into(),
            programme.period.to().into(),
            programme.decision.into(),
            programme.predecessor.into(),
            programme.note.as_ref().into(),
            (&programme.area).into(),
            programme.organisation.into(),
            programme.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes a programme that is still as the person saw it.
pub fn update(tx: &mut Tx<'_>, programme: &Programme) -> Stored<()> {
    tx.update_one(
        "UPDATE programme
         SET code = $1, name = $2, name_fold = $3, level = $4, catalogue = $5, starts_on = $6,
             ends_on = $7, decision_id = $8, predecessor_id = $9, note = $10,
             version = version + 1
         WHERE id = $11 AND version = $12",
        &[
            (&programme.code).into(),
            (&programme.name).into(),
            fold(&programme.name).into(),
            programme.level.map(Level::code).into(),
            (&programme.catalogue).into(),
            programme.period.from().into(),
            programme.period.to().into(),
            programme.decision.into(),
            programme.predecessor.into(),
            programme.note.as_ref().into(),
            programme.id.into(),
            programme.version.into(),
        ],
    )
}

fn read(row: &Row) -> Stored<Programme> {
    let period = Period::new(row.get(5)?, row.get(6)?);
    Ok(Programme {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        level: row.code_or_none(3, Level::from_code)?,
        catalogue: row.get(4)?,
        period: period.ok_or_else(|| StoreError::Shape("backward period".to_owned()))?,
        decision: row.get(7)?,
        predecessor: row.get(8)?,
        note: row.get(9)?,
        area: row.get(10)?,
        organisation: row.get(11)?,
        illustrative: row.get(12)?,
        version: row.get(13)?,
    })
}
