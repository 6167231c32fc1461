//! The kinds of project.

use crate::kernel::text::Lang;

/// What kind of project it is (Thông tư 36/2013/TT-BCT, điều 2, sửa đổi bởi 17/2018/TT-BCT).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectKind {
    /// Đề án: one beneficiary.
    Single,
    /// Đề án điểm: several activities and beneficiaries, two to three years.
    Flagship,
    /// Đề án nhóm: several beneficiaries of one trade.
    Group,
    /// Nhiệm vụ: no beneficiary, as a bulletin or a conference.
    Task,
}

impl ProjectKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Single, Self::Flagship, Self::Group, Self::Task];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Flagship => "flagship",
            Self::Group => "group",
            Self::Task => "task",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Single => lang.t("Đề án", "Single project"),
            Self::Flagship => lang.t("Đề án điểm", "Flagship project"),
            Self::Group => lang.t("Đề án nhóm", "Group project"),
            Self::Task => lang.t("Nhiệm vụ", "Task"),
        }
    }
}
