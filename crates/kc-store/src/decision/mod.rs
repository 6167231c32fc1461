//! Decisions: one row each, their lines, what they stood on, and what a plan comes to by them.

mod item;
mod ranking;
mod sums;
mod write;

pub use item::{
    Line, clear_project, facts, items, items_of_project, keep_facts, keep_item, remove_item,
};
pub use ranking::{found_on, name_ranking, ranking_of};
pub use sums::{Amended, Step, amended, ledger_of_plan, steps};
pub use write::{add_hand, insert, update};

use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored};
use kc_domain::decision::{Decision, DecisionKind, DecisionStatus};
use kc_domain::kernel::id::{DecisionId, PlanId, UserId};
use kc_domain::kernel::text::fold;
use kc_domain::policy::Scope;

const COLUMNS: &str = "SELECT id, kind, plan_id, to_plan_id, amends_id, batch, title, basis, reason, \
    issuer, signer_post, signer_name, status, number, dated, document_id, drafted_by, area, \
    organisation_id, illustrative, version, recorded_at FROM decision";

/// What a list is narrowed by; discarded drafts are hidden unless asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the title or the number.
    pub words: String,
    /// Over one plan, as the plan it starts from or goes to.
    pub plan: Option<PlanId>,
    /// In one status.
    pub status: Option<DecisionStatus>,
    /// Of one kind.
    pub kind: Option<DecisionKind>,
}

/// One decision, whoever asks; the caller shows it only after the policy agreed.
pub fn find(reader: &mut Reader<'_>, id: DecisionId) -> Stored<Option<Decision>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [id.into()]);
    let (sql, values) = conditions.statement(COLUMNS, "", []);
    reader.first(&sql, &values)?.as_ref().map(read).transpose()
}

/// Decisions within a scope: drafts first, then the newest.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Decision>> {
    let conditions = narrow(scope, filter);
    let parts = [
        "SELECT count(*) FROM decision",
        COLUMNS,
        "ORDER BY dated IS NOT NULL, dated DESC, id DESC",
    ];
    conditions.page(reader, parts, window, read)
}

/// Drafts with projects in them on which none of some hands worked, within a scope, the oldest first.
pub fn drafts_ready(
    reader: &mut Reader<'_>,
    scope: &Scope,
    hands: &[UserId],
    limit: i64,
) -> Stored<Vec<Decision>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "decision", None);
    conditions.add("decision.status = ?", [DecisionStatus::Draft.code().into()]);
    conditions.add(
        "EXISTS (SELECT 1 FROM decision_item WHERE decision_item.decision_id = decision.id)",
        [],
    );
    for hand in hands {
        conditions.add(
            "NOT EXISTS (SELECT 1 FROM decision_hand
                         WHERE decision_hand.decision_id = decision.id
                             AND decision_hand.person_id = ?)",
            [(*hand).into()],
        );
    }
    let (sql, values) = conditions.statement(COLUMNS, "ORDER BY id LIMIT ?", [limit.into()]);
    reader.query(&sql, &values)?.iter().map(read).collect()
}

fn narrow(scope: &Scope, filter: &Filter) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "decision", None);
    for word in fold(&filter.words)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        conditions.add("decision.title_fold LIKE ?", [format!("%{word}%").into()]);
    }
    if let Some(plan) = filter.plan {
        conditions.add(
            "(decision.plan_id = ? OR decision.to_plan_id = ?)",
            [plan.into(), plan.into()],
        );
    }
    if let Some(kind) = filter.kind {
        conditions.add("decision.kind = ?", [kind.code().into()]);
    }
    match filter.status {
        Some(status) => conditions.add("decision.status = ?", [status.code().into()]),
        None => conditions.add(
            "decision.status <> ?",
            [DecisionStatus::Discarded.code().into()],
        ),
    };
    conditions
}

/// Whether somebody worked on a draft.
pub fn is_hand(reader: &mut Reader<'_>, id: DecisionId, person: UserId) -> Stored<bool> {
    let count = reader.number(
        "SELECT count(*) FROM decision_hand WHERE decision_id = $1 AND person_id = $2",
        &[id.into(), person.into()],
    )?;
    Ok(count > 0)
}

fn read(row: &Row) -> Stored<Decision> {
    let basis: String = row.get(7)?;
    Ok(Decision {
        id: row.get(0)?,
        kind: row.code(1, DecisionKind::from_code)?,
        plan: row.get(2)?,
        to_plan: row.get(3)?,
        amends: row.get(4)?,
        batch: row.get(5)?,
        title: row.get(6)?,
        basis: basis.lines().map(str::to_owned).collect(),
        reason: row.get(8)?,
        issuer: row.get(9)?,
        signer_post: row.get(10)?,
        signer_name: row.get(11)?,
        status: row.code(12, DecisionStatus::from_code)?,
        number: row.get(13)?,
        dated: row.get(14)?,
        document: row.get(15)?,
        drafted_by: row.get(16)?,
        area: row.get(17)?,
        organisation: row.get(18)?,
        illustrative: row.get(19)?,
        version: row.get(20)?,
        drafted_at: row.get(21)?,
    })
}
