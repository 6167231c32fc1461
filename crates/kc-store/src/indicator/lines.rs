//! What indicators count among the projects of a plan.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored};
use kc_domain::indicator::grouped::Line;
use kc_domain::kernel::id::PlanId;
use kc_domain::policy::Scope;

/// Most lines of one plan.
const LINES_MAX: i64 = 10_000;

/// The lines of a plan with their groups, in the order they were registered.
pub fn plan_lines(reader: &mut Reader<'_>, scope: &Scope, plan: PlanId) -> Stored<Vec<Line>> {
    let conditions = of_plan(scope, plan);
    let (sql, values) = conditions.statement(
        "SELECT title, content_group FROM project",
        "ORDER BY registered_on, code LIMIT ?",
        [LINES_MAX.into()],
    );
    let rows = reader.query(&sql, &values)?;
    let lines = rows.iter().map(|row| {
        Ok(Line {
            title: row.get(0)?,
            group: row.get(1)?,
        })
    });
    lines.collect()
}

/// How many projects of a plan are in one of these states.
pub fn count_projects(
    reader: &mut Reader<'_>,
    scope: &Scope,
    plan: PlanId,
    states: &[&str],
) -> Stored<i64> {
    let mut conditions = of_plan(scope, plan);
    let marks = vec!["?"; states.len()].join(", ");
    let states = states.iter().map(|state| (*state).into());
    conditions.add(&format!("project.status IN ({marks})"), states);
    let (sql, values) = conditions.statement("SELECT count(*) FROM project", "", []);
    reader.number(&sql, &values)
}

fn of_plan(scope: &Scope, plan: PlanId) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    conditions.add("project.plan_id = ?", [plan.into()]);
    conditions.add("project.withdrawn_at IS NULL", []);
    conditions
}
