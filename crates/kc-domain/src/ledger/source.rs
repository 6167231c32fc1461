//! Whose money it is: a small tree, with room for what a source does not say.

use crate::kernel::text::Lang;

/// The source of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// State budget, central (khuyến công quốc gia).
    Central,
    /// State budget of the province or city (khuyến công địa phương).
    Local,
    /// State budget; the source does not say which level.
    Budget,
    /// Counterpart money of those who take part and benefit.
    Counterpart,
    /// Other money: other programmes, sponsors.
    Other,
    /// The source of the money is not stated.
    Unstated,
}

impl Source {
    /// Every source, in the order of the reports.
    pub const ALL: [Self; 6] = [
        Self::Central,
        Self::Local,
        Self::Budget,
        Self::Counterpart,
        Self::Other,
        Self::Unstated,
    ];

    /// Whether it is certainly state budget.
    pub fn is_budget(self) -> bool {
        matches!(self, Self::Central | Self::Local | Self::Budget)
    }

    /// Whether it runs beside the budget, from its owner.
    pub fn is_of_partners(self) -> bool {
        matches!(self, Self::Counterpart | Self::Other)
    }

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Local => "local",
            Self::Budget => "budget",
            Self::Counterpart => "counterpart",
            Self::Other => "other",
            Self::Unstated => "unstated",
        }
    }

    /// The source of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Central => lang.t("Ngân sách trung ương", "Central budget"),
            Self::Local => lang.t("Ngân sách tỉnh, thành phố", "Provincial budget"),
            Self::Budget => lang.t(
                "Ngân sách nhà nước (chưa rõ cấp)",
                "State budget (level not stated)",
            ),
            Self::Counterpart => lang.t("Vốn đối ứng", "Counterpart"),
            Self::Other => lang.t("Nguồn khác", "Other"),
            Self::Unstated => lang.t("Chưa nêu nguồn", "Source not stated"),
        }
    }
}
