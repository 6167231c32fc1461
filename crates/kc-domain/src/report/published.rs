//! What was published about the same programme, and how far it is from what was counted.

use super::tally::Cells;
use crate::kernel::figure::Figure;
use crate::kernel::money::Dong;
use crate::statement::Statement;

/// The figures of a statement that a report knows, by their keys; `None` when not published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The title of the statement.
    pub title: String,
    /// Key `projects`.
    pub projects: Option<Figure>,
    /// Key `local`: projects of the province.
    pub local: Option<Figure>,
    /// Key `national`: projects of the nation.
    pub national: Option<Figure>,
    /// Key `total`.
    pub total: Option<Figure>,
    /// Key `budget`: state budget.
    pub budget: Option<Figure>,
    /// Key `central`: of it the centre's.
    pub central: Option<Figure>,
    /// Key `city` or `province`: of it the province's.
    pub city: Option<Figure>,
    /// Key `counterpart`.
    pub counterpart: Option<Figure>,
}

/// Published less counted; `None` where either is unknown or the published one is hedged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gap {
    /// In projects.
    pub projects: Option<i64>,
    /// In đồng.
    pub total: Option<Dong>,
    /// In đồng of the state budget.
    pub budget: Option<Dong>,
    /// In đồng of the counterpart.
    pub counterpart: Option<Dong>,
}

impl Gap {
    /// Whether projects and money are the same.
    pub fn is_none(&self) -> bool {
        self.projects.unwrap_or(0) == 0 && self.total.unwrap_or(Dong::ZERO) == Dong::ZERO
    }
}

impl Published {
    /// The figures of a statement.
    pub fn of(statement: &Statement) -> Self {
        let figure = |key: &str| {
            let entry = statement.figures.iter().find(|entry| entry.key == key);
            entry.and_then(|entry| entry.figure.clone())
        };
        Self {
            title: statement.title.clone(),
            projects: figure("projects"),
            local: figure("local"),
            national: figure("national"),
            total: figure("total"),
            budget: figure("budget"),
            central: figure("central"),
            city: figure("city").or_else(|| figure("province")),
            counterpart: figure("counterpart"),
        }
    }

    /// Published less counted.
    pub fn gap(&self, counted: &Cells) -> Gap {
        let money = |published: Option<&Figure>, counted: Option<Dong>| {
            sharp(published)?.dong()?.checked_sub(counted?)
        };
        let projects = sharp(self.projects.as_ref()).and_then(Figure::things);
        Gap {
            projects: projects.and_then(|stated| stated.checked_sub(counted.projects)),
            total: money(self.total.as_ref(), counted.total),
            budget: money(self.budget.as_ref(), counted.budget),
            counterpart: money(self.counterpart.as_ref(), counted.counterpart),
        }
    }
}

/// A figure without hedge or range: "trên 3.865" leaves no single difference.
fn sharp(figure: Option<&Figure>) -> Option<&Figure> {
    figure.filter(|figure| !figure.is_loose())
}

/// The amount of a published figure, whatever its hedge.
pub(super) fn dong(figure: Option<&Figure>) -> Option<Dong> {
    figure.and_then(Figure::dong)
}

/// The number of things of a published figure, whatever its hedge.
pub(super) fn things(figure: Option<&Figure>) -> Option<i64> {
    figure.and_then(Figure::things)
}
