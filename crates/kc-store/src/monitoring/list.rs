//! Lists of visits with the names beside them.

use super::read;
use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Value};
use chrono::NaiveDate;
use kc_domain::kernel::id::{PlanId, ProjectId};
use kc_domain::kernel::period::Period;
use kc_domain::monitoring::{Visit, VisitKind};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;

/// Which visits to list. Withdrawn ones are hidden.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of these kinds; empty for all.
    pub kinds: Vec<VisitKind>,
    /// Held in a period.
    pub period: Option<Period>,
    /// Only those with open requests.
    pub is_open: bool,
    /// Of one project.
    pub project: Option<ProjectId>,
    /// Within an area.
    pub area: Option<AreaPath>,
    /// Of one plan.
    pub plan: Option<OfPlan>,
}

/// Which visits are of a plan: those of its projects, and those without a plan of their own.
#[derive(Debug, Clone)]
pub struct OfPlan {
    /// The plan.
    pub plan: PlanId,
    /// Where it applies.
    pub area: AreaPath,
    /// Its first day: visits without a plan of their own are of it from then on.
    pub from: NaiveDate,
    /// The last day that is counted.
    pub until: NaiveDate,
}

/// A visit of a list; people and answers are left out.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The visit.
    pub visit: Visit,
    /// Title of the project.
    pub project: Option<String>,
    /// Name of the establishment: surveyed, or of the project.
    pub establishment: Option<String>,
    /// Requests still open.
    pub open: i64,
}

/// Visits within a scope, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    window: Window,
) -> Stored<Page<Listed>> {
    let conditions = narrow(scope, filter);
    let head = [
        "SELECT ",
        read::COLUMNS,
        ", project.title, establishment.name, \
         (SELECT count(*) FROM matter \
          WHERE matter.visit_id = visit.id AND matter.closed_on IS NULL) \
         FROM visit \
         LEFT JOIN project ON project.id = visit.project_id \
         LEFT JOIN establishment \
           ON establishment.id = COALESCE(visit.establishment_id, project.establishment_id)",
    ]
    .concat();
    let parts = [
        "SELECT count(*) FROM visit",
        &head,
        "ORDER BY visit.held_on DESC, visit.id DESC",
    ];
    conditions.page(reader, parts, window, listed)
}

/// The conditions of a filter within a scope.
pub(super) fn narrow(scope: &Scope, filter: &Filter) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "visit", Some("party_id"));
    conditions.add("visit.withdrawn_because IS NULL", []);
    if !filter.kinds.is_empty() {
        let marks = vec!["?"; filter.kinds.len()].join(", ");
        let codes = filter.kinds.iter().map(|kind| kind.code().into());
        conditions.add(&["visit.kind IN (", &*marks, ")"].concat(), codes);
    }
    if let Some(period) = filter.period {
        let days = [period.from().into(), period.to().into()];
        conditions.add("visit.held_on >= ? AND visit.held_on <= ?", days);
    }
    if let Some(project) = filter.project {
        conditions.add("visit.project_id = ?", [project.into()]);
    }
    if let Some(area) = &filter.area {
        conditions.in_areas(std::slice::from_ref(area), "visit");
    }
    if let Some(of) = &filter.plan {
        of_plan(&mut conditions, of);
    }
    if filter.is_open {
        conditions.add(
            "EXISTS (SELECT 1 FROM matter
                     WHERE matter.visit_id = visit.id AND matter.closed_on IS NULL)",
            [],
        );
    }
    conditions
}

/// A visit is of the plan of its project, or else of the plan it names. One that has neither is of
/// the plan of its area and year, where there is only one: no visit is of two plans.
fn of_plan(conditions: &mut Conditions, of: &OfPlan) {
    conditions.add("visit.held_on <= ?", [of.until.into()]);
    let prefixes = of.area.covering_prefixes();
    let near = vec!["(visit.area >= ? AND visit.area < ?)"; prefixes.len()].join(" OR ");
    let ranges = prefixes.iter().map(AreaPath::prefix_range);
    let ranges = ranges.flat_map(|(low, high)| [Value::Text(low), Value::Text(high)]);
    let clause = [
        "(visit.project_id IN (SELECT project.id FROM project WHERE project.plan_id = ?)
          OR (NOT EXISTS (SELECT 1 FROM project
                          WHERE project.id = visit.project_id AND project.plan_id IS NOT NULL)
              AND (visit.id IN (SELECT visit_plan.visit_id FROM visit_plan
                                WHERE visit_plan.plan_id = ?)
                   OR (visit.held_on >= ? AND (",
        &*near,
        ")
                       AND NOT EXISTS (SELECT 1 FROM visit_plan
                                       WHERE visit_plan.visit_id = visit.id)
                       AND NOT EXISTS (SELECT 1 FROM plan AS own JOIN plan AS other
                                           ON other.year = own.year AND other.area = own.area
                                              AND other.id <> own.id
                                       WHERE own.id = ?)))))",
    ]
    .concat();
    let head = [of.plan.into(), of.plan.into(), of.from.into()];
    let values = head.into_iter().chain(ranges).chain([of.plan.into()]);
    conditions.add(&clause, values);
}

fn listed(row: &Row) -> Stored<Listed> {
    Ok(Listed {
        visit: read::row(row)?,
        project: row.get(read::WIDTH)?,
        establishment: row.get(read::WIDTH + 1)?,
        open: row.get(read::WIDTH + 2)?,
    })
}
