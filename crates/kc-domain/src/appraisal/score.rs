//! Scores as they were given. A score is never changed: it is struck, and stays to be read.

use super::Points;
use crate::kernel::date::Instant;
use crate::kernel::id::{ProjectId, ScoreId, SittingId, UserId};
use crate::kernel::text::Lang;

/// One score of one member for one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Identity.
    pub id: ScoreId,
    /// The sitting.
    pub sitting: SittingId,
    /// The file.
    pub project: ProjectId,
    /// The member.
    pub person: UserId,
    /// Points by the code of the criterion.
    pub points: Vec<(String, Points)>,
    /// Their sum.
    pub total: Points,
    /// What the member remarked.
    pub remark: Option<String>,
    /// When it was given.
    pub scored_at: Instant,
    /// Why it counts no more.
    pub struck: Option<Struck>,
}

/// That a score counts no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struck {
    /// Since when.
    pub at: Instant,
    /// Why.
    pub why: StruckFor,
}

/// Why a score counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StruckFor {
    /// The member scored again.
    Rescored,
    /// The member must stay away from the file.
    Recused,
    /// The member did not sit.
    Absent,
}

impl StruckFor {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Rescored, Self::Recused, Self::Absent];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rescored => "rescored",
            Self::Recused => "recused",
            Self::Absent => "absent",
        }
    }

    /// The reason of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }

    /// The reason in words.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Rescored => lang.t("chấm lại", "scored again"),
            Self::Recused => lang.t("hồi tị", "recused"),
            Self::Absent => lang.t("vắng mặt khi họp", "did not sit"),
        }
    }
}
