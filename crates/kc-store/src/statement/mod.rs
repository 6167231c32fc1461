//! Statements an office keeps.

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::kernel::id::{PlanId, ProgrammeId, StatementId};
use kc_domain::kernel::text::fold;
use kc_domain::policy::Scope;
use kc_domain::programme::frame::Frame;
use kc_domain::statement::Kept;

const COLUMNS: &str = "SELECT id, title, programme_id, plan_id, published_on, source, body, area, \
                       organisation_id, illustrative, version, recorded_at, withdrawn_at \
                       FROM statement";

/// What a list of statements is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the title; accents, case and đ do not matter.
    pub words: String,
    /// The programme or plan they speak of.
    pub frame: Option<Frame>,
}

/// One statement, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: StatementId) -> Stored<Option<Kept>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Statements within a scope that nobody withdrew, the newest publication first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Kept>> {
    let conditions = narrowed(scope, filter);
    let parts = [
        "SELECT count(*) FROM statement",
        COLUMNS,
        "ORDER BY COALESCE(published_on, '') DESC, id DESC",
    ];
    conditions.page(reader, parts, window, read)
}

fn narrowed(scope: &Scope, filter: &Filter) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "statement", None);
    conditions.add("statement.withdrawn_at IS NULL", []);
    for word in fold(&filter.words)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        conditions.add("statement.title_fold LIKE ?", [format!("%{word}%").into()]);
    }
    match filter.frame {
        Some(Frame::Programme(id)) => conditions.add("statement.programme_id = ?", [id.into()]),
        Some(Frame::Plan(id)) => conditions.add("statement.plan_id = ?", [id.into()]),
        None => &mut conditions,
    };
    conditions
}

/// Adds a statement; adding the same again changes nothing.
pub fn insert(tx: &mut Tx<'_>, kept: &Kept) -> Stored<()> {
    let (programme, plan) = links(kept);
    tx.execute(
        "INSERT INTO statement (id, title, title_fold, programme_id, plan_id, published_on,
                                source, body, area, organisation_id, illustrative, version,
                                recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)
         ON CONFLICT (id) DO NOTHING",
        &[
            kept.id.into(),
            (&kept.title).into(),
            fold(&kept.title).into(),
            programme.into(),
            plan.into(),
            kept.published.into(),
            kept.source.as_ref().into(),
            (&kept.body).into(),
            (&kept.area).into(),
            kept.organisation.into(),
            kept.illustrative.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

/// Changes a statement that is still as the person saw it.
pub fn update(tx: &mut Tx<'_>, kept: &Kept) -> Stored<()> {
    let (programme, plan) = links(kept);
    tx.update_one(
        "UPDATE statement
         SET title = $1, title_fold = $2, programme_id = $3, plan_id = $4, published_on = $5,
             source = $6, body = $7, version = version + 1
         WHERE id = $8 AND version = $9 AND withdrawn_at IS NULL",
        &[
            (&kept.title).into(),
            fold(&kept.title).into(),
            programme.into(),
            plan.into(),
            kept.published.into(),
            kept.source.as_ref().into(),
            (&kept.body).into(),
            kept.id.into(),
            kept.version.into(),
        ],
    )
}

/// Withdraws a statement that is still as the person saw it. The row stays.
pub fn withdraw(tx: &mut Tx<'_>, id: StatementId, version: i64) -> Stored<()> {
    tx.update_one(
        "UPDATE statement
         SET withdrawn_at = $1, version = version + 1
         WHERE id = $2 AND version = $3 AND withdrawn_at IS NULL",
        &[tx.at().into(), id.into(), version.into()],
    )
}

fn links(kept: &Kept) -> (Option<ProgrammeId>, Option<PlanId>) {
    match kept.frame {
        Some(Frame::Programme(id)) => (Some(id), None),
        Some(Frame::Plan(id)) => (None, Some(id)),
        None => (None, None),
    }
}

fn read(row: &Row) -> Stored<Kept> {
    let programme: Option<ProgrammeId> = row.get(2)?;
    let plan: Option<PlanId> = row.get(3)?;
    Ok(Kept {
        id: row.get(0)?,
        title: row.get(1)?,
        frame: plan.map(Frame::Plan).or(programme.map(Frame::Programme)),
        published: row.get(4)?,
        source: row.get(5)?,
        body: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        illustrative: row.get(9)?,
        version: row.get(10)?,
        recorded_at: row.get(11)?,
        withdrawn_at: row.get(12)?,
    })
}
