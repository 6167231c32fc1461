//! Money by source, as a small tree: what a source does not say stays unsaid.

use crate::kernel::money::Dong;
use crate::kernel::text::Lang;

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

    /// The amount of a node of the tree.
    pub fn of(&self, node: SourceNode) -> Dong {
        match node {
            SourceNode::Budget => self.budget(),
            SourceNode::Central => self.central,
            SourceNode::Local => self.local,
            SourceNode::Unlevelled => self.unlevelled,
            SourceNode::Counterpart => self.counterpart,
            SourceNode::Other => self.other,
            SourceNode::Unstated => self.unstated,
        }
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

/// A node of the tree of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceNode {
    /// State budget of every level.
    Budget,
    /// State budget of the centre.
    Central,
    /// State budget of the province.
    Local,
    /// State budget, level not stated.
    Unlevelled,
    /// Counterpart.
    Counterpart,
    /// Other stated sources.
    Other,
    /// Source not stated.
    Unstated,
}

impl SourceNode {
    /// The tree from top to bottom; the levels of the budget stand under it.
    pub const ALL: [Self; 7] = [
        Self::Budget,
        Self::Central,
        Self::Local,
        Self::Unlevelled,
        Self::Counterpart,
        Self::Other,
        Self::Unstated,
    ];

    /// The code in addresses and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Budget => "state",
            Self::Central => "central",
            Self::Local => "local",
            Self::Unlevelled => "budget",
            Self::Counterpart => "counterpart",
            Self::Other => "other",
            Self::Unstated => "unstated",
        }
    }

    /// The node of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.code() == code)
    }

    /// The codes of the ledger's sources that belong to the node.
    pub fn ledger_codes(self) -> &'static [&'static str] {
        match self {
            Self::Budget => &["central", "local", "budget"],
            Self::Central => &["central"],
            Self::Local => &["local"],
            Self::Unlevelled => &["budget"],
            Self::Counterpart => &["counterpart"],
            Self::Other => &["other"],
            Self::Unstated => &["unstated"],
        }
    }

    /// Whether the node stands under another one.
    pub fn is_inner(self) -> bool {
        matches!(self, Self::Central | Self::Local | Self::Unlevelled)
    }

    /// The name on screen and paper.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Budget => lang.t("Ngân sách nhà nước", "State budget"),
            Self::Central => lang.t("Ngân sách trung ương", "Central budget"),
            Self::Local => lang.t("Ngân sách địa phương", "Local budget"),
            Self::Unlevelled => lang.t("Ngân sách, chưa rõ cấp", "Budget, level not stated"),
            Self::Counterpart => lang.t("Đối ứng", "Counterpart"),
            Self::Other => lang.t("Nguồn khác", "Other sources"),
            Self::Unstated => lang.t("Chưa rõ nguồn", "Source not stated"),
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
    fn each_source_of_the_ledger_stands_once_below_the_top_of_the_tree() {
        let leaves = SourceNode::ALL
            .into_iter()
            .filter(|node| *node != SourceNode::Budget);
        let mut codes: Vec<_> = leaves.flat_map(SourceNode::ledger_codes).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 6);
    }
}
