//! Lists of visits with the names beside them.

use super::read;
use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored};
use kc_domain::kernel::id::ProjectId;
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
    let (count, values) = conditions.statement("SELECT count(*) FROM visit", "", []);
    let total = reader.number(&count, &values)?;
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
    let tail = "ORDER BY visit.held_on DESC, visit.id DESC LIMIT ? OFFSET ?";
    let page = [window.limit.into(), window.offset.into()];
    let (sql, values) = conditions.statement(&head, tail, page);
    let rows = reader.query(&sql, &values)?;
    Ok(Page {
        rows: rows.iter().map(listed).collect::<Stored<_>>()?,
        total,
    })
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
    if filter.is_open {
        conditions.add(
            "EXISTS (SELECT 1 FROM matter
                     WHERE matter.visit_id = visit.id AND matter.closed_on IS NULL)",
            [],
        );
    }
    conditions
}

fn listed(row: &Row) -> Stored<Listed> {
    Ok(Listed {
        visit: read::row(row)?,
        project: row.get(read::WIDTH)?,
        establishment: row.get(read::WIDTH + 1)?,
        open: row.get(read::WIDTH + 2)?,
    })
}
