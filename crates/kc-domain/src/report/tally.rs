//! What the store counted for one kind of project, and the cells of a row made of it.

use super::sources::Sources;
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::place::area::AreaPath;

/// Projects of one content group, level, status and place, counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The key of the content group; `None` when the project is in none.
    pub group: Option<String>,
    /// National or local; `None` when nobody stated it.
    pub level: Option<Level>,
    /// The code of the status.
    pub status: String,
    /// Where they lie, as deep as was asked; `None` where that names no unit.
    pub place: Option<AreaPath>,
    /// What was counted.
    pub tally: Tally,
}

/// Counts and sums over some projects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Projects.
    pub projects: i64,
    /// Projects of which some amount is known.
    pub funded: i64,
    /// Workers trained; `None` when no project states a number.
    pub workers: Option<i64>,
    /// Turns of training; `None` when no project states a number.
    pub turns: Option<i64>,
    /// Money by source.
    pub sources: Sources,
}

/// The cells of one row. Unknown is `None`, never nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells {
    /// Projects.
    pub projects: i64,
    /// All money known; `None` when no project has any.
    pub total: Option<Dong>,
    /// State budget; `None` as long as some money has no stated source.
    pub budget: Option<Dong>,
    /// Counterpart; `None` as long as some money has no stated source.
    pub counterpart: Option<Dong>,
    /// Workers trained.
    pub workers: Option<i64>,
    /// Turns of training.
    pub turns: Option<i64>,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn plus(self, more: Self) -> Self {
        Self {
            projects: self.projects.saturating_add(more.projects),
            funded: self.funded.saturating_add(more.funded),
            workers: add(self.workers, more.workers),
            turns: add(self.turns, more.turns),
            sources: self.sources.plus(more.sources),
        }
    }

    /// Projects of which no amount is known; sums skip them.
    pub fn unfunded(&self) -> i64 {
        self.projects.saturating_sub(self.funded)
    }

    /// Whether some money has no stated source.
    pub fn lacks_source(&self) -> bool {
        self.sources.unstated != Dong::ZERO
    }

    /// The cells of a row.
    pub fn cells(&self) -> Cells {
        let known = self.funded > 0 || self.projects == 0;
        let total = known.then(|| self.sources.total());
        let sourced = total.filter(|_| !self.lacks_source());
        Cells {
            projects: self.projects,
            total,
            budget: sourced.map(|_| self.sources.budget()),
            counterpart: sourced.map(|_| self.sources.counterpart),
            workers: self.workers,
            turns: self.turns,
        }
    }
}

fn add(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.saturating_add(b)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(projects: i64, funded: i64, sources: Sources) -> Tally {
        Tally {
            projects,
            funded,
            sources,
            ..Tally::default()
        }
    }

    #[test]
    fn a_row_with_money_of_unstated_source_knows_its_total_but_not_its_parts() {
        let sources = Sources {
            local: Dong(5),
            unstated: Dong(7),
            ..Sources::default()
        };
        let cells = tally(3, 3, sources).cells();
        assert_eq!(cells.total, Some(Dong(12)));
        assert_eq!((cells.budget, cells.counterpart), (None, None));
    }

    #[test]
    fn v10_a_project_without_any_amount_is_skipped_by_sums_and_is_not_nought() {
        let unknown = tally(1, 0, Sources::default());
        assert_eq!(unknown.cells().total, None);
        let known = tally(
            1,
            1,
            Sources {
                local: Dong(5),
                ..Sources::default()
            },
        );
        let both = known.plus(unknown);
        assert_eq!(both.cells().total, Some(Dong(5)));
        assert_eq!(both.unfunded(), 1);
    }

    #[test]
    fn people_nobody_counted_stay_unknown() {
        let counted = Tally {
            workers: Some(610),
            ..Tally::default()
        };
        let both = counted.plus(Tally::default());
        assert_eq!((both.workers, both.turns), (Some(610), None));
    }
}
