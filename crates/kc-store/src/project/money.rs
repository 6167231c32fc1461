//! What the ledger holds for projects: always summed from the entries.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored, Value};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use std::collections::BTreeMap;

/// What entered the stages of a project, less what left them again; moves between two of these
/// stages cancel out. Money taken back is gone.
pub(super) const HELD: &str = "CAST(COALESCE(sum(
    CASE WHEN to_stage IN ('approved', 'contracted', 'advanced', 'paid', 'settled',
                           'committed', 'evidenced') THEN amount ELSE 0 END
    - CASE WHEN from_stage IN ('approved', 'contracted', 'advanced', 'paid', 'settled',
                               'committed', 'evidenced') THEN amount ELSE 0 END), 0) AS BIGINT)";

/// What the ledger holds for each of some projects; those without an entry are missing.
pub fn of(reader: &mut Reader<'_>, ids: &[ProjectId]) -> Stored<BTreeMap<ProjectId, Dong>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let marks = vec!["?"; ids.len()].join(", ");
    let mut conditions = Conditions::new();
    let values = ids.iter().map(|id| Value::from(*id));
    conditions.add(&["project_id IN (", &*marks, ")"].concat(), values);
    let head = ["SELECT project_id, ", HELD, " FROM ledger_entry"].concat();
    let (sql, values) = conditions.statement(&head, "GROUP BY project_id", []);
    let rows = reader.query(&sql, &values)?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, row.get(1)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kc_domain::ledger::Stage;

    #[test]
    fn every_stage_of_a_project_is_held_and_no_other() {
        for stage in Stage::ALL {
            let quoted = format!("'{}'", stage.code());
            let is_projects =
                Stage::OF_BUDGET.contains(&stage) || Stage::OF_PARTNERS.contains(&stage);
            assert_eq!(
                HELD.matches(&*quoted).count(),
                if is_projects { 2 } else { 0 }
            );
        }
    }
}
