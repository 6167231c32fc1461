//! The kinds of visit, and how one ends.

use crate::kernel::text::Lang;

/// Why somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VisitKind {
    /// Khảo sát nhu cầu: before a proposal.
    Survey,
    /// Kiểm tra định kỳ: planned.
    Planned,
    /// Kiểm tra đột xuất: ad hoc.
    AdHoc,
    /// Nghiệm thu: the work is done as agreed, or is not.
    Acceptance,
}

impl VisitKind {
    /// Every kind, in the order of the way.
    pub const ALL: [Self; 4] = [Self::Survey, Self::Planned, Self::AdHoc, Self::Acceptance];

    /// The kinds of inspection.
    pub const INSPECTIONS: [Self; 2] = [Self::Planned, Self::AdHoc];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Planned => "planned",
            Self::AdHoc => "ad-hoc",
            Self::Acceptance => "acceptance",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Survey => lang.t("Khảo sát nhu cầu", "Needs survey"),
            Self::Planned => lang.t("Kiểm tra định kỳ", "Planned inspection"),
            Self::AdHoc => lang.t("Kiểm tra đột xuất", "Ad hoc inspection"),
            Self::Acceptance => lang.t("Nghiệm thu", "Acceptance"),
        }
    }

    /// Whether it is one of the inspections.
    pub fn is_inspection(self) -> bool {
        Self::INSPECTIONS.contains(&self)
    }
}

/// How a survey or an acceptance ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Đạt.
    Passed,
    /// Đạt có điều kiện: something must still be done.
    Conditional,
    /// Không đạt.
    Failed,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 3] = [Self::Passed, Self::Conditional, Self::Failed];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Conditional => "conditional",
            Self::Failed => "failed",
        }
    }

    /// The verdict of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }

    /// The name on screen; a survey speaks of conditions, an acceptance of the work.
    pub fn name(self, of: VisitKind, lang: Lang) -> &'static str {
        match (self, of) {
            (Self::Passed, VisitKind::Survey) => lang.t("Đủ điều kiện", "Qualifies"),
            (Self::Conditional, VisitKind::Survey) => {
                lang.t("Đủ điều kiện nếu bổ sung", "Qualifies if completed")
            }
            (Self::Failed, VisitKind::Survey) => {
                lang.t("Chưa đủ điều kiện", "Does not qualify yet")
            }
            (Self::Passed, _) => lang.t("Đạt", "Passed"),
            (Self::Conditional, _) => lang.t("Đạt có điều kiện", "Passed with conditions"),
            (Self::Failed, _) => lang.t("Không đạt", "Failed"),
        }
    }
}
