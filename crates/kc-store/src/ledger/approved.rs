//! What was approved, bound and advanced for a project, whatever became of it since.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use std::collections::BTreeMap;

/// An amount of a source, and of a purse where one is named.
pub type OfSource = (Source, Option<PurseId>, Dong);

/// What the ledger holds as approved for a project and went on from there, by source and purse.
pub fn approved_of(reader: &mut Reader<'_>, project: ProjectId) -> Stored<Vec<OfSource>> {
    let mut found = approved_of_each(reader, &[project])?;
    Ok(found.remove(&project).unwrap_or_default())
}

/// The same of several projects; those without a đồng are left out.
pub fn approved_of_each(
    reader: &mut Reader<'_>,
    projects: &[ProjectId],
) -> Stored<BTreeMap<ProjectId, Vec<OfSource>>> {
    let mut conditions = Conditions::new();
    conditions.among("project_id", projects.iter().map(|id| (*id).into()));
    conditions.add(
        "((from_stage = 'available' AND to_stage = 'approved')
          OR (from_stage = 'approved' AND to_stage = 'available'))",
        [],
    );
    let (sql, values) = conditions.statement(
        "SELECT project_id, source, purse_id,
                CAST(sum(CASE WHEN from_stage = 'available' THEN amount ELSE -amount END) AS BIGINT)
         FROM ledger_entry",
        "GROUP BY project_id, source, purse_id ORDER BY project_id, source, purse_id",
        [],
    );
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &reader.query(&sql, &values)? {
        let amount = (row.code(1, Source::from_code)?, row.get(2)?, row.get(3)?);
        found.entry(row.get(0)?).or_default().push(amount);
    }
    Ok(found)
}

/// What contracts bind of it, by source and purse.
pub fn contracted_of(
    reader: &mut Reader<'_>,
    project: ProjectId,
) -> Stored<Vec<(Source, Option<PurseId>, Dong)>> {
    let rows = reader.query(
        "SELECT source, purse_id,
                CAST(sum(CASE WHEN from_stage = 'approved' THEN amount ELSE -amount END) AS BIGINT)
         FROM ledger_entry
         WHERE project_id = $1 AND ((from_stage = 'approved' AND to_stage = 'contracted')
                                    OR (from_stage = 'contracted' AND to_stage = 'approved'))
         GROUP BY source, purse_id ORDER BY source, purse_id",
        &[project.into()],
    )?;
    let read = |row: &Row| Ok((row.code(0, Source::from_code)?, row.get(1)?, row.get(2)?));
    rows.iter().map(read).collect()
}

/// What was ever advanced to a project from a source, less what was reversed as a mistake.
pub fn advanced_ever(reader: &mut Reader<'_>, project: ProjectId, source: Source) -> Stored<Dong> {
    let sum = reader.number(
        "SELECT CAST(COALESCE(sum(CASE WHEN from_stage = 'contracted' THEN amount
                                       ELSE -amount END), 0) AS BIGINT)
         FROM ledger_entry
         WHERE project_id = $1 AND source = $2
           AND ((from_stage = 'contracted' AND to_stage = 'advanced')
                OR (from_stage = 'advanced' AND to_stage = 'contracted'))",
        &[project.into(), source.code().into()],
    )?;
    Ok(Dong(sum))
}
