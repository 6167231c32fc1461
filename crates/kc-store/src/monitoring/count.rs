//! How many visits of each kind, and on how many firms the acceptances fell.

use super::list::{Filter, narrow};
use crate::kernel::{Reader, Stored};
use kc_domain::monitoring::VisitKind;
use kc_domain::policy::Scope;

/// Visits by kind, and the firms whose projects were accepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Needs surveys.
    pub surveys: i64,
    /// Planned inspections.
    pub planned: i64,
    /// Ad hoc inspections.
    pub ad_hoc: i64,
    /// Acceptances.
    pub acceptances: i64,
    /// Different firms among the beneficiaries of accepted projects; projects without a firm, such
    /// as classes and bulletins, add none.
    pub beneficiaries: i64,
}

/// Counts the visits of a filter within a scope.
pub fn count(reader: &mut Reader<'_>, scope: &Scope, filter: &Filter) -> Stored<Counted> {
    let conditions = narrow(scope, filter);
    let (sql, values) = conditions.statement(
        "SELECT visit.kind, count(*),
                count(DISTINCT COALESCE(visit.establishment_id, project.establishment_id))
         FROM visit LEFT JOIN project ON project.id = visit.project_id",
        "GROUP BY visit.kind",
        [],
    );
    let mut counted = Counted::default();
    for row in reader.query(&sql, &values)? {
        let number = row.get(1)?;
        match row.code(0, VisitKind::from_code)? {
            VisitKind::Survey => counted.surveys = number,
            VisitKind::Planned => counted.planned = number,
            VisitKind::AdHoc => counted.ad_hoc = number,
            VisitKind::Acceptance => {
                counted.acceptances = number;
                counted.beneficiaries = row.get(2)?;
            }
        }
    }
    Ok(counted)
}
