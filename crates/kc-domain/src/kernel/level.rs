//! The two levels of khuyến công money: national and local.

use super::text::Lang;

/// Khuyến công quốc gia or khuyến công địa phương.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Khuyến công quốc gia.
    National,
    /// Khuyến công địa phương.
    Local,
}

impl Level {
    /// Both levels.
    pub const ALL: [Self; 2] = [Self::National, Self::Local];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Local => "local",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::National => lang.t("Khuyến công quốc gia", "National"),
            Self::Local => lang.t("Khuyến công địa phương", "Local"),
        }
    }
}
