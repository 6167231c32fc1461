//! Purses and entries: read here, appended in `write`, never changed.

mod account;
mod approved;
mod facts;
mod names;
mod prepared;
mod verify;
mod write;

pub use account::{history, purse_balance, purse_balances, stages_of_project};
pub use approved::{OfSource, advanced_ever, approved_of, approved_of_each, contracted_of};
pub use facts::{ProjectFacts, approved_of_project, project_facts};
pub use names::{project_titles, purse_names};
pub use prepared::{Prepared, decide_prepared, find_prepared, insert_prepared, list_prepared};
pub use verify::{AccountDay, account_days, count_entries, entries_without_partner};
pub use write::{append, insert_purse};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::id::{EntryId, ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Entry, MoveKind, Purse, Source, Stage};
use kc_domain::plan::Plan;
use kc_domain::policy::Scope;

const ENTRY: &str = "SELECT ledger_entry.id, ledger_entry.kind, ledger_entry.from_stage, \
    ledger_entry.to_stage, ledger_entry.source, ledger_entry.budget_year, ledger_entry.purse_id, \
    ledger_entry.project_id, ledger_entry.amount, ledger_entry.effective_on, \
    ledger_entry.recorded_at, ledger_entry.document_id, ledger_entry.reverses_id, \
    ledger_entry.reason, ledger_entry.recorded_by, ledger_entry.area, \
    ledger_entry.organisation_id, ledger_entry.illustrative FROM ledger_entry";

const PURSE: &str = "SELECT id, code, name, programme_id, plan_id, source, level, budget_year, area, \
    organisation_id, illustrative FROM purse";

/// What a list of entries is narrowed by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only of this project.
    pub project: Option<ProjectId>,
    /// Only of this purse.
    pub purse: Option<PurseId>,
    /// Only of this kind.
    pub kind: Option<MoveKind>,
}

/// One entry, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: EntryId) -> Stored<Option<Entry>> {
    let mut conditions = Conditions::new();
    conditions.add("ledger_entry.id = ?", [id.into()]);
    let (sql, values) = conditions.statement(ENTRY, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Entries within a scope, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Entry>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "ledger_entry", None);
    if let Some(project) = filter.project {
        conditions.add("ledger_entry.project_id = ?", [project.into()]);
    }
    if let Some(purse) = filter.purse {
        conditions.add("ledger_entry.purse_id = ?", [purse.into()]);
    }
    if let Some(kind) = filter.kind {
        conditions.add("ledger_entry.kind = ?", [kind.code().into()]);
    }
    let parts = [
        "ledger_entry",
        "sequence",
        ENTRY,
        "ORDER BY ledger_entry.effective_on DESC, ledger_entry.sequence DESC",
    ];
    conditions.page_by_key(reader, parts, window, read)
}

/// Every entry of one project, in the order they were recorded.
pub fn of_project(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<Entry>> {
    let mut conditions = Conditions::new();
    conditions.add("ledger_entry.project_id = ?", [project.into()]);
    let (sql, values) = conditions.statement(ENTRY, "ORDER BY sequence", []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

/// What was already reversed of an entry.
pub fn reversed(reader: &mut Reader<'_>, id: EntryId) -> Stored<Dong> {
    let sql = "SELECT CAST(COALESCE(sum(amount), 0) AS BIGINT) FROM ledger_entry
               WHERE reverses_id = $1";
    Ok(Dong(reader.number(sql, &[id.into()])?))
}

/// One purse, whoever asks.
pub fn find_purse(reader: &mut Reader<'_>, id: PurseId) -> Stored<Option<Purse>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    let (sql, values) = conditions.statement(PURSE, "", []);
    reader
        .first(&sql, &values)?
        .as_ref()
        .map(read_purse)
        .transpose()
}

/// The purse of a code.
pub fn find_purse_by_code(reader: &mut Reader<'_>, code: &str) -> Stored<Option<Purse>> {
    let mut conditions = Conditions::new();
    conditions.add("code = ?", [code.into()]);
    let (sql, values) = conditions.statement(PURSE, "", []);
    reader
        .first(&sql, &values)?
        .as_ref()
        .map(read_purse)
        .transpose()
}

/// Purses within a scope, the newest year first.
pub fn list_purses(reader: &mut Reader<'_>, scope: &Scope, window: Window) -> Stored<Page<Purse>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "purse", None);
    let parts = [
        "SELECT count(*) FROM purse",
        PURSE,
        "ORDER BY budget_year DESC NULLS LAST, code",
    ];
    conditions.page(reader, parts, window, read_purse)
}

/// The purses that serve a plan: its own, or those of its year and place; by source.
pub fn purses_of_plan(reader: &mut Reader<'_>, plan: &Plan) -> Stored<Vec<Purse>> {
    let mut conditions = Conditions::new();
    conditions.add(
        "(plan_id = ? OR (plan_id IS NULL AND budget_year = ? AND area = ?))",
        [plan.id.into(), plan.year.into(), (&plan.area).into()],
    );
    let (sql, values) = conditions.statement(PURSE, "ORDER BY source, code LIMIT 200", []);
    reader
        .query(&sql, &values)?
        .iter()
        .map(read_purse)
        .collect()
}

fn read(row: &Row) -> Stored<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        kind: row.code(1, MoveKind::from_code)?,
        from: row.code(2, Stage::from_code)?,
        to: row.code(3, Stage::from_code)?,
        source: row.code(4, Source::from_code)?,
        budget_year: row.get(5)?,
        purse: row.get(6)?,
        project: row.get(7)?,
        amount: row.get(8)?,
        effective_on: row.get(9)?,
        recorded_at: row.get(10)?,
        document: row.get(11)?,
        reverses: row.get(12)?,
        reason: row.get(13)?,
        recorded_by: row.get(14)?,
        area: row.get(15)?,
        organisation: row.get(16)?,
        illustrative: row.get(17)?,
    })
}

fn read_purse(row: &Row) -> Stored<Purse> {
    Ok(Purse {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        programme: row.get(3)?,
        plan: row.get(4)?,
        source: row.code(5, Source::from_code)?,
        level: row.code_or_none(6, Level::from_code)?,
        budget_year: row.get(7)?,
        area: row.get(8)?,
        organisation: row.get(9)?,
        illustrative: row.get(10)?,
    })
}
