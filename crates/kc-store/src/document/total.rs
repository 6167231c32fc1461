//! Projects and money of the programmes and plans a document stands behind.

use super::Linked;
use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored, Value};
use kc_domain::kernel::money::Dong;
use kc_domain::policy::Scope;

/// What a programme or plan comes to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Its projects.
    pub projects: i64,
    /// What the ledger holds for them, all sources; `None` without an entry.
    pub money: Option<Dong>,
}

/// What came to the stages of projects, less what left them.
const HELD: &str = "SELECT count(DISTINCT project.id), CAST(sum(
        CASE WHEN ledger_entry.to_stage IN ('approved', 'contracted', 'advanced', 'paid', 'settled',
                                            'committed', 'evidenced')
             THEN ledger_entry.amount ELSE 0 END
        - CASE WHEN ledger_entry.from_stage IN ('approved', 'contracted', 'advanced', 'paid',
                                                'settled', 'committed', 'evidenced')
               THEN ledger_entry.amount ELSE 0 END) AS BIGINT)
    FROM project
    LEFT JOIN ledger_entry ON ledger_entry.project_id = project.id";

/// What a linked programme or plan comes to within a scope; nothing for records of other words.
pub fn total(reader: &mut Reader<'_>, scope: &Scope, linked: &Linked) -> Stored<Option<Total>> {
    let of_frame = match linked.word.as_str() {
        "programme" => "project.programme_id = ?",
        "plan" => "project.plan_id = ?",
        _ => return Ok(None),
    };
    let mut conditions = Conditions::new();
    conditions
        .add(of_frame, [Value::Blob(linked.record.clone())])
        .add("project.withdrawn_at IS NULL", [])
        .scope_by_area(scope, "project");
    let (sql, values) = conditions.statement(HELD, "", []);
    let Some(row) = reader.first(&sql, &values)? else {
        return Ok(None);
    };
    Ok(Some(Total {
        projects: row.get(0)?,
        money: row.get(1)?,
    }))
}
