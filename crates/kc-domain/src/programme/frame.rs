//! The frame a figure belongs to: a programme of several years, or a plan of one.

use crate::kernel::id::{OrganisationId, PlanId, ProgrammeId};
use crate::kernel::period::Period;
use crate::place::area::AreaPath;

/// A programme or a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// A programme of several years.
    Programme(ProgrammeId),
    /// A plan of one year.
    Plan(PlanId),
}

impl Frame {
    /// Its word: `programme` or `plan`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Programme(_) => "programme",
            Self::Plan(_) => "plan",
        }
    }

    /// Its identity, as bytes.
    pub fn bytes(self) -> [u8; 16] {
        match self {
            Self::Programme(id) => id.0,
            Self::Plan(id) => id.0,
        }
    }

    /// The frame of a word and an identity; `None` for other words.
    pub fn of(word: &str, bytes: [u8; 16]) -> Option<Self> {
        match word {
            "programme" => Some(Self::Programme(bytes.into())),
            "plan" => Some(Self::Plan(bytes.into())),
            _ => None,
        }
    }

    /// Reads a word and a hyphenated identity, as addresses carry them.
    pub fn parse(word: &str, id: &str) -> Option<Self> {
        Self::of(word, ProgrammeId::parse(id)?.0)
    }
}

impl std::fmt::Display for Frame {
    /// The identity, hyphenated.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        ProgrammeId(self.bytes()).fmt(f)
    }
}

/// What others must know of a programme or plan to attach something to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameHead {
    /// Which one.
    pub frame: Frame,
    /// The code the office uses.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The days it runs.
    pub period: Period,
    /// The programme it is a year of; for plans only.
    pub programme: Option<ProgrammeId>,
    /// The code of the catalogue its content is counted by.
    pub catalogue: String,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}
