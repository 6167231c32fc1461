//! Annual plans.

mod guidance;

pub use guidance::{guidance, keep_guidance};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, StoreError, Stored, Tx};
use kc_domain::kernel::id::{PlanId, ProgrammeId};
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::fold;
use kc_domain::plan::{Plan, Round};
use kc_domain::policy::Scope;

const COLUMNS: &str = "SELECT id, code, name, programme_id, year, starts_on, ends_on, \
                       registration_opens_at, registration_closes_at, decision_id, catalogue, \
                       note, area, organisation_id, illustrative, version FROM plan";

/// Which plans to list.
#[derive(Debug, Clone, Default)]
pub struct PlanFilter<'a> {
    /// Words of the name or code.
    pub words: &'a str,
    /// Plans of one year.
    pub year: Option<i32>,
    /// Plans of one programme.
    pub programme: Option<ProgrammeId>,
}

/// One plan, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: PlanId) -> Stored<Option<Plan>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    first(reader, &conditions)
}

/// The plan of a code.
pub fn find_by_code(reader: &mut Reader<'_>, code: &str) -> Stored<Option<Plan>> {
    let mut conditions = Conditions::new();
    conditions.add("code = ?", [code.into()]);
    first(reader, &conditions)
}

fn first(reader: &mut Reader<'_>, conditions: &Conditions) -> Stored<Option<Plan>> {
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Plans within a scope, the newest year first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &PlanFilter<'_>,
    window: Window,
) -> Stored<Page<Plan>> {
    let conditions = narrow(scope, filter);
    let parts = [
        "SELECT count(*) FROM plan",
        COLUMNS,
        "ORDER BY year DESC, code",
    ];
    conditions.page(reader, parts, window, read)
}

fn narrow(scope: &Scope, filter: &PlanFilter<'_>) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope_by_area(scope, "plan");
    for word in fold(filter.words)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        conditions.add("plan.name_fold LIKE ?", [format!("%{word}%").into()]);
    }
    if let Some(year) = filter.year {
        conditions.add("plan.year = ?", [year.into()]);
    }
    if let Some(programme) = filter.programme {
        conditions.add("plan.programme_id = ?", [programme.into()]);
    }
    conditions
}

/// Adds a plan; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, plan: &Plan) -> Stored<()> {
    tx.execute(
        "INSERT INTO plan (id, code, name, name_fold, programme_id, year, starts_on, ends_on,
                           registration_opens_at, registration_closes_at, decision_id, catalogue,
                           note, area, organisation_id, illustrative, version, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17)
         ON CONFLICT (id) DO NOTHING",
        &[
            plan.id.into(),
            (&plan.code).into(),
            (&plan.name).into(),
            fold(&[&*plan.name, &*plan.code].join(" ")).into(),
            plan.programme.into(),
            plan.year.into(),
            plan.period.from().into(),
            plan.period.to().into(),
            plan.round.opens_at.into(),
            plan.round.closes_at.into(),
            plan.decision.into(),
            (&plan.catalogue).into(),
            plan.note.as_ref().into(),
            (&plan.area).into(),
            plan.organisation.into(),
            plan.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes a plan that is still as the person saw it.
pub fn update(tx: &mut Tx<'_>, plan: &Plan) -> Stored<()> {
    tx.update_one(
        "UPDATE plan
         SET code = $1, name = $2, name_fold = $3, programme_id = $4, year = $5, starts_on = $6,
             ends_on = $7, registration_opens_at = $8, registration_closes_at = $9,
             decision_id = $10, catalogue = $11, note = $12, version = version + 1
         WHERE id = $13 AND version = $14",
        &[
            (&plan.code).into(),
            (&plan.name).into(),
            fold(&[&*plan.name, &*plan.code].join(" ")).into(),
            plan.programme.into(),
            plan.year.into(),
            plan.period.from().into(),
            plan.period.to().into(),
            plan.round.opens_at.into(),
            plan.round.closes_at.into(),
            plan.decision.into(),
            (&plan.catalogue).into(),
            plan.note.as_ref().into(),
            plan.id.into(),
            plan.version.into(),
        ],
    )
}

fn read(row: &Row) -> Stored<Plan> {
    let period = Period::new(row.get(5)?, row.get(6)?);
    Ok(Plan {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        programme: row.get(3)?,
        year: row.get(4)?,
        period: period.ok_or_else(|| StoreError::Shape("backward period".to_owned()))?,
        round: Round {
            opens_at: row.get(7)?,
            closes_at: row.get(8)?,
        },
        decision: row.get(9)?,
        catalogue: row.get(10)?,
        note: row.get(11)?,
        area: row.get(12)?,
        organisation: row.get(13)?,
        illustrative: row.get(14)?,
        version: row.get(15)?,
    })
}
