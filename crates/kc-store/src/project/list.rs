//! Lists of projects: filters, order, pages, and the sums of the whole filter.

use super::{money, row};
use crate::kernel::dialect::Conditions;
use crate::kernel::page::{Page, Window};
use crate::kernel::{Reader, Row, Stored, Value};
use kc_domain::kernel::id::{EstablishmentId, PlanId, ProgrammeId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::fold;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Scope;
use kc_domain::project::{Project, ProjectKind, Status};

/// Which projects to list. Withdrawn ones are hidden unless asked for by their status.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words of the title, the code or the beneficiary's name.
    pub words: String,
    /// Of one programme.
    pub programme: Option<ProgrammeId>,
    /// Of one annual plan.
    pub plan: Option<PlanId>,
    /// Of one batch.
    pub batch: Option<String>,
    /// In one state.
    pub status: Option<Status>,
    /// Of one kind.
    pub kind: Option<ProjectKind>,
    /// Of one level.
    pub level: Option<Level>,
    /// Of one group of content.
    pub content_group: Option<String>,
    /// Within any of these areas.
    pub areas: Option<Vec<AreaPath>>,
    /// Of one beneficiary.
    pub establishment: Option<EstablishmentId>,
}

/// What a list is ordered by. Unknown amounts come last, whichever way the list runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest registration first.
    #[default]
    Newest,
    /// The oldest registration first.
    Oldest,
    /// Code, up.
    Code,
    /// Code, down.
    CodeDown,
    /// Title as Vietnamese sorts it, up.
    Title,
    /// Title, down.
    TitleDown,
    /// Estimated cost, the largest first.
    CostDown,
    /// Estimated cost, the smallest first.
    Cost,
    /// Support asked, the largest first.
    SupportDown,
    /// Support asked, the smallest first.
    Support,
}

impl Order {
    /// The order as SQL. Of a title the beginning of its key decides, some sixty letters: an index
    /// of PostgreSQL takes no longer entries than a third of a page.
    fn sql(self) -> &'static str {
        match self {
            Self::Newest => "ORDER BY project.registered_on DESC, project.id DESC",
            Self::Oldest => "ORDER BY project.registered_on, project.id",
            Self::Code => "ORDER BY project.code",
            Self::CodeDown => "ORDER BY project.code DESC",
            Self::Title => "ORDER BY substr(project.title_sort, 1, 200), project.id",
            Self::TitleDown => "ORDER BY substr(project.title_sort, 1, 200) DESC, project.id DESC",
            Self::CostDown => "ORDER BY COALESCE(project.cost_estimated, 0) DESC, project.id",
            Self::Cost => {
                "ORDER BY project.cost_estimated IS NULL, project.cost_estimated, project.id"
            }
            Self::SupportDown => "ORDER BY COALESCE(project.support_asked, 0) DESC, project.id",
            Self::Support => {
                "ORDER BY project.support_asked IS NULL, project.support_asked, project.id"
            }
        }
    }
}

/// A project of a list, with the names beside it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The project.
    pub project: Project,
    /// Name of the beneficiary.
    pub establishment: Option<String>,
    /// Code of the plan.
    pub plan: Option<String>,
    /// Code of the programme.
    pub programme: Option<String>,
    /// What the ledger holds for it, all sources; `None` without an entry.
    pub money: Option<Dong>,
}

/// The sums of the whole filter. What is unknown is counted apart, never as nought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Projects.
    pub count: i64,
    /// Sum of the estimated costs that are known.
    pub cost_known: Dong,
    /// Projects whose cost nobody knows.
    pub cost_unknown: i64,
    /// Sum of the support asked that is known.
    pub support_known: Dong,
    /// Projects whose support nobody knows.
    pub support_unknown: i64,
    /// What the ledger holds for them, all sources.
    pub money: Dong,
    /// Projects the ledger holds nothing of.
    pub money_unknown: i64,
}

/// Projects within a scope.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &Scope,
    filter: &Filter,
    order: Order,
    window: Window,
) -> Stored<Page<Listed>> {
    let conditions = narrow(scope, filter);
    let head = [
        "SELECT ",
        row::COLUMNS,
        ", establishment.name, plan.code, programme.code FROM project \
         LEFT JOIN establishment ON establishment.id = project.establishment_id \
         LEFT JOIN plan ON plan.id = project.plan_id \
         LEFT JOIN programme ON programme.id = project.programme_id",
    ]
    .concat();
    let parts = ["project", "id", &*head, order.sql()];
    let mut page = conditions.page_by_key(reader, parts, window, read)?;
    let ids: Vec<_> = page.rows.iter().map(|row| row.project.id).collect();
    let money = money::of(reader, &ids)?;
    for row in &mut page.rows {
        row.money = money.get(&row.project.id).copied();
    }
    Ok(page)
}

/// The sums of a filter within a scope. The projects are found once, then summed and looked up in
/// the ledger.
pub fn total(reader: &mut Reader<'_>, scope: &Scope, filter: &Filter) -> Stored<Totals> {
    let head = "WITH found AS MATERIALIZED (
                SELECT project.id, project.cost_estimated, project.support_asked FROM project";
    let tail = [
        ") SELECT asked.projects, asked.costs, asked.supports, asked.cost, asked.support,
                  held.projects, held.money
         FROM (SELECT count(*) AS projects, count(cost_estimated) AS costs,
                      count(support_asked) AS supports,
                      CAST(COALESCE(sum(cost_estimated), 0) AS BIGINT) AS cost,
                      CAST(COALESCE(sum(support_asked), 0) AS BIGINT) AS support
               FROM found) AS asked
         CROSS JOIN (SELECT count(DISTINCT project_id) AS projects, ",
        money::HELD,
        " AS money FROM ledger_entry WHERE project_id IN (SELECT id FROM found)) AS held",
    ]
    .concat();
    let (sql, values) = narrow(scope, filter).statement(head, &tail, []);
    let Some(row) = reader.first(&sql, &values)? else {
        return Ok(Totals::default());
    };
    let count: i64 = row.get(0)?;
    let (cost, support, money): (i64, i64, i64) = (row.get(1)?, row.get(2)?, row.get(5)?);
    Ok(Totals {
        count,
        cost_known: row.get(3)?,
        cost_unknown: count.saturating_sub(cost),
        support_known: row.get(4)?,
        support_unknown: count.saturating_sub(support),
        money: row.get(6)?,
        money_unknown: count.saturating_sub(money),
    })
}

fn narrow(scope: &Scope, filter: &Filter) -> Conditions {
    let mut conditions = Conditions::new();
    conditions.scope(scope, "project", Some("party_id"));
    let mut equals = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            conditions.add(&[column, " = ?"].concat(), [value]);
        }
    };
    equals("project.programme_id", filter.programme.map(Value::from));
    equals("project.plan_id", filter.plan.map(Value::from));
    equals("project.batch", filter.batch.as_ref().map(Value::from));
    equals("project.status", filter.status.map(|s| s.code().into()));
    equals("project.kind", filter.kind.map(|kind| kind.code().into()));
    equals("project.level", filter.level.map(|l| l.code().into()));
    equals(
        "project.content_group",
        filter.content_group.as_ref().map(Value::from),
    );
    equals(
        "project.establishment_id",
        filter.establishment.map(Value::from),
    );
    if filter.status.is_none() {
        conditions.add("project.withdrawn_at IS NULL", []);
    }
    if let Some(areas) = &filter.areas {
        conditions.in_areas(areas, "project");
    }
    narrow_words(&mut conditions, &filter.words);
    conditions
}

fn narrow_words(conditions: &mut Conditions, words: &str) {
    for word in fold(words).split(' ').filter(|word| !word.is_empty()) {
        let like = Value::Text(["%", word, "%"].concat());
        conditions.add(
            "(project.title_fold LIKE ? OR project.establishment_id IN
              (SELECT id FROM establishment WHERE name_fold LIKE ?))",
            [like.clone(), like],
        );
    }
}

fn read(row: &Row) -> Stored<Listed> {
    Ok(Listed {
        project: row::read(row)?,
        establishment: row.get(row::WIDTH)?,
        plan: row.get(row::WIDTH + 1)?,
        programme: row.get(row::WIDTH + 2)?,
        money: None,
    })
}
