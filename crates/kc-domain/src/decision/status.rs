//! Whether a decision is still a draft.

use crate::kernel::text::Lang;

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionStatus {
    /// Dự thảo: may be changed.
    Draft,
    /// Đã ban hành: never changed any more.
    Issued,
    /// Đã bỏ: a draft nobody goes on with.
    Discarded,
}

impl DecisionStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Issued, Self::Discarded];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Issued => "issued",
            Self::Discarded => "discarded",
        }
    }

    /// The status of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Draft => lang.t("Dự thảo", "Draft"),
            Self::Issued => lang.t("Đã ban hành", "Issued"),
            Self::Discarded => lang.t("Đã bỏ dự thảo", "Discarded"),
        }
    }
}
