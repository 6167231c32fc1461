//! Means, shares and leverage of a report.

use super::Report;
use super::published::{dong, things};
use super::tally::Tally;
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::kernel::percent::{Decimal, leverage, mean, share};

/// The indicators of a whole report. Where figures were published they are taken from them,
/// because that is what the office answers for; otherwise from what was counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Indicators {
    /// Whether the published figures are the basis.
    pub of_published: bool,
    /// The total the shares are of.
    pub total: Option<Dong>,
    /// Mean money of a project.
    pub mean_total: Option<Dong>,
    /// Mean state budget of a project.
    pub mean_budget: Option<Dong>,
    /// State budget as a percentage of the total.
    pub budget_share: Option<Decimal>,
    /// Counterpart as a percentage of the total.
    pub counterpart_share: Option<Decimal>,
    /// The centre's part of the state budget.
    pub central_share: Option<Decimal>,
    /// The province's part of the state budget.
    pub city_share: Option<Decimal>,
    /// Projects of the province as a percentage of all.
    pub local_share: Option<Decimal>,
    /// Projects of the nation as a percentage of all.
    pub national_share: Option<Decimal>,
    /// Đồng of counterpart per đồng of state budget.
    pub leverage: Option<Decimal>,
    /// The gap as a percentage of the published total.
    pub gap_share: Option<Decimal>,
}

/// The indicators of one row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowIndicators {
    /// The row as a percentage of the total.
    pub share: Option<Decimal>,
    /// State budget as a percentage of the row.
    pub support_share: Option<Decimal>,
    /// Mean state budget of a project.
    pub mean_support: Option<Dong>,
    /// Đồng of counterpart per đồng of state budget.
    pub leverage: Option<Decimal>,
    /// Money per trained worker.
    pub per_worker: Option<Dong>,
    /// Money per turn of training.
    pub per_turn: Option<Dong>,
}

/// What the indicators stand on.
struct Basis {
    projects: Option<i64>,
    local: Option<i64>,
    national: Option<i64>,
    total: Option<Dong>,
    budget: Option<Dong>,
    central: Option<Dong>,
    city: Option<Dong>,
    counterpart: Option<Dong>,
}

/// The indicators of a report.
pub fn indicators(report: &Report) -> Indicators {
    let basis = published_basis(report).unwrap_or_else(|| counted_basis(report));
    let part = |part: Option<Dong>, whole: Option<Dong>| share(part?.0, whole?.0);
    let count = |part: Option<i64>| share(part?, basis.projects?);
    let each = |money: Option<Dong>| mean(money?, basis.projects?);
    Indicators {
        of_published: report.published.is_some(),
        total: basis.total,
        mean_total: each(basis.total),
        mean_budget: each(basis.budget),
        budget_share: part(basis.budget, basis.total),
        counterpart_share: part(basis.counterpart, basis.total),
        central_share: part(basis.central, basis.budget),
        city_share: part(basis.city, basis.budget),
        local_share: count(basis.local),
        national_share: count(basis.national),
        leverage: lever(basis.counterpart, basis.budget),
        gap_share: part(report.gap().and_then(|gap| gap.total), basis.total),
    }
}

fn published_basis(report: &Report) -> Option<Basis> {
    let published = report.published.as_ref()?;
    Some(Basis {
        projects: things(published.projects.as_ref()),
        local: things(published.local.as_ref()),
        national: things(published.national.as_ref()),
        total: dong(published.total.as_ref()),
        budget: dong(published.budget.as_ref()),
        central: dong(published.central.as_ref()),
        city: dong(published.city.as_ref()),
        counterpart: dong(published.counterpart.as_ref()),
    })
}

fn counted_basis(report: &Report) -> Basis {
    let cells = report.total.cells();
    let sources = &report.total.sources;
    let levelled = cells.budget.filter(|_| sources.unlevelled == Dong::ZERO);
    let of_level = |level| report.level(level).projects;
    let levels = of_level(Level::Local).saturating_add(of_level(Level::National));
    // A level that somebody has yet to state may be either: no share is known until then.
    let counted = |level| (levels == cells.projects).then(|| of_level(level));
    Basis {
        projects: Some(cells.projects),
        local: counted(Level::Local),
        national: counted(Level::National),
        total: cells.total,
        budget: cells.budget,
        central: levelled.map(|_| sources.central),
        city: levelled.map(|_| sources.local),
        counterpart: cells.counterpart,
    }
}

fn lever(counterpart: Option<Dong>, budget: Option<Dong>) -> Option<Decimal> {
    leverage(counterpart?, budget?)
}

/// The indicators of a row whose share is of `total`.
pub fn row_indicators(tally: &Tally, total: Option<Dong>) -> RowIndicators {
    let cells = tally.cells();
    let each = |count: Option<i64>| mean(cells.total?, count?);
    let part = |part: Option<Dong>, whole: Option<Dong>| share(part?.0, whole?.0);
    RowIndicators {
        share: part(cells.total, total),
        support_share: part(cells.budget, cells.total),
        mean_support: cells.budget.and_then(|budget| mean(budget, cells.projects)),
        leverage: lever(cells.counterpart, cells.budget),
        per_worker: each(cells.workers),
        per_turn: each(cells.turns),
    }
}
