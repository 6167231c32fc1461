//! Money by source, as a small tree: what a source does not say stays unsaid.

use crate::kernel::money::Dong;
use crate::kernel::text::Lang;
use crate::ledger::Source;

/// Amounts by source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    /// State budget of the centre.
    pub central: Dong,
    /// State budget of the province.
    pub local: Dong,
    /// State budget whose level nobody stated.
    pub unlevelled: Dong,
    /// Counterpart money of the establishments.
    pub counterpart: Dong,
    /// Other stated sources.
    pub other: Dong,
    /// Money whose source nobody stated.
    pub unstated: Dong,
}

impl Sources {
    /// State budget of every level.
    pub fn budget(&self) -> Dong {
        self.central.plus(self.local).plus(self.unlevelled)
    }

    /// All of it.
    pub fn total(&self) -> Dong {
        self.budget()
            .plus(self.counterpart)
            .plus(self.other)
            .plus(self.unstated)
    }

    /// The amount of one source.
    pub fn of(&self, source: Source) -> Dong {
        match source {
            Source::Central => self.central,
            Source::Local => self.local,
            Source::Budget => self.unlevelled,
            Source::Counterpart => self.counterpart,
            Source::Other => self.other,
            Source::Unstated => self.unstated,
        }
    }

    /// The amount of a node of the tree.
    pub fn at(&self, node: SourceNode) -> Dong {
        node.sources().map(|source| self.of(source)).sum()
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, more: Self) -> Self {
        Self {
            central: self.central.plus(more.central),
            local: self.local.plus(more.local),
            unlevelled: self.unlevelled.plus(more.unlevelled),
            counterpart: self.counterpart.plus(more.counterpart),
            other: self.other.plus(more.other),
            unstated: self.unstated.plus(more.unstated),
        }
    }

    /// Where the state budget may lie: all money of unstated source may belong to it, or none.
    pub fn budget_range(&self) -> (Dong, Dong) {
        (self.budget(), self.budget().plus(self.unstated))
    }

    /// Where the counterpart may lie.
    pub fn counterpart_range(&self) -> (Dong, Dong) {
        (self.counterpart, self.counterpart.plus(self.unstated))
    }
}

/// A node of the tree of sources: one source of the ledger, or the whole state budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceNode {
    /// State budget of every level, stated or not.
    State,
    /// One source.
    Of(Source),
}

impl SourceNode {
    /// The tree from top to bottom; the levels of the budget stand under the whole of it.
    pub const ALL: [Self; 7] = [
        Self::State,
        Self::Of(Source::Central),
        Self::Of(Source::Local),
        Self::Of(Source::Budget),
        Self::Of(Source::Counterpart),
        Self::Of(Source::Other),
        Self::Of(Source::Unstated),
    ];

    /// The code in addresses and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Of(source) => source.code(),
        }
    }

    /// The node of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.code() == code)
    }

    /// The sources of the ledger that belong to the node.
    pub fn sources(self) -> impl Iterator<Item = Source> {
        Source::ALL.into_iter().filter(move |source| match self {
            Self::State => source.is_budget(),
            Self::Of(one) => *source == one,
        })
    }

    /// Whether the node stands under another one.
    pub fn is_inner(self) -> bool {
        matches!(self, Self::Of(source) if source.is_budget())
    }

    /// The name on screen and paper.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::State => lang.t("Ngân sách nhà nước", "State budget"),
            Self::Of(source) => source.name(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v04_money_of_unstated_source_leaves_a_range_for_budget_and_counterpart() {
        let sources = Sources {
            central: Dong(7_000_000_000),
            unlevelled: Dong(4_393_700_000),
            counterpart: Dong(28_728_030_000),
            unstated: Dong(974_800_000),
            ..Sources::default()
        };
        assert_eq!(
            sources.budget_range(),
            (Dong(11_393_700_000), Dong(12_368_500_000))
        );
        assert_eq!(
            sources.counterpart_range(),
            (Dong(28_728_030_000), Dong(29_702_830_000))
        );
        assert_eq!(sources.total(), Dong(41_096_530_000));
    }

    #[test]
    fn the_whole_is_the_state_budget_and_the_sources_beside_it() {
        let sources = Sources {
            central: Dong(1),
            local: Dong(20),
            unlevelled: Dong(300),
            counterpart: Dong(4_000),
            other: Dong(50_000),
            unstated: Dong(600_000),
        };
        assert_eq!(sources.at(SourceNode::State), Dong(321));
        let tops = SourceNode::ALL.into_iter().filter(|node| !node.is_inner());
        let sum: Dong = tops.map(|node| sources.at(node)).sum();
        assert_eq!(sum, sources.total());
    }
}
