//! Why a rule about appraisal says no.

mod say;

use super::{Ground, Points, Quorum};
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// A refusal about councils, scores, minutes or rankings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A scoring sheet in the data cannot be used.
    BadSheet {
        /// Its code.
        code: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// There is no such sheet.
    UnknownSheet {
        /// The code.
        code: String,
    },
    /// The sheet is not in force in the year of the plan.
    SheetNotInForce {
        /// Its code.
        code: String,
        /// The year.
        year: i32,
    },
    /// The sheet has no such criterion.
    UnknownCriterion {
        /// The code.
        code: String,
    },
    /// More points than the criterion has.
    OverLimit {
        /// The code of the criterion.
        code: String,
        /// Its name.
        name: String,
        /// What was given.
        given: Points,
        /// Its limit.
        points_max: Points,
    },
    /// A criterion without points, or with two.
    Unscored {
        /// The code of the criterion.
        code: String,
        /// Its name.
        name: String,
    },
    /// The person sits in the council already.
    AlreadyMember,
    /// The council has a chair already.
    SecondChair,
    /// The council is full.
    TooManyMembers {
        /// How many it can have.
        most: usize,
    },
    /// Only a person with the role may sit.
    NoCouncilRole {
        /// The person.
        name: String,
    },
    /// The person is not of this council.
    NotAMember {
        /// The council.
        council: String,
    },
    /// The member has not declared interests for the year.
    NotDeclared {
        /// The year.
        year: i32,
    },
    /// The member stays away from the file.
    Recused {
        /// Why.
        ground: Ground,
    },
    /// The file is not of this sitting.
    NotListed,
    /// The file is of this sitting already.
    ListedAlready,
    /// A file that was scored stays on the list.
    ScoredAlready {
        /// The first score.
        total: Points,
    },
    /// The file is of another plan, or withdrawn.
    ForeignFile {
        /// Its code.
        code: String,
    },
    /// The sitting is full.
    TooManyFiles {
        /// How many it can have.
        most: usize,
    },
    /// The minutes are closed.
    Closed {
        /// The number of the sitting.
        number: i64,
    },
    /// The sitting is still to come.
    NotHeldYet {
        /// Its day.
        held_on: NaiveDate,
    },
    /// The sitting has no files.
    NoFiles,
    /// Too few sit.
    NoQuorum {
        /// Who sits.
        quorum: Quorum,
    },
    /// Somebody who sits has not scored.
    ScoresOwed {
        /// How many scores.
        count: usize,
        /// The first of them.
        first: String,
    },
    /// Only closed minutes are corrected.
    StillOpen,
    /// A newer version exists.
    CorrectedAlready {
        /// Its number.
        newest: i64,
    },
    /// A ranking is made of closed minutes.
    NotClosed {
        /// The number of the sitting.
        number: i64,
    },
    /// Somebody must stay away whose score is in closed minutes.
    RecusedAfterClosing {
        /// The file.
        code: String,
        /// The member.
        name: String,
    },
    /// A ranking without a purse.
    NoPurse,
    /// Two amounts of a file from one purse.
    AskedTwice {
        /// The purse.
        purse: String,
    },
    /// A reason must be stated.
    NoReason,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BadSheet { .. } => "appraisal.bad-sheet",
            Self::UnknownSheet { .. } => "appraisal.unknown-sheet",
            Self::SheetNotInForce { .. } => "appraisal.sheet-not-in-force",
            Self::UnknownCriterion { .. } => "appraisal.unknown-criterion",
            Self::OverLimit { .. } => "appraisal.over-limit",
            Self::Unscored { .. } => "appraisal.unscored",
            Self::AlreadyMember => "appraisal.already-member",
            Self::SecondChair => "appraisal.second-chair",
            Self::TooManyMembers { .. } => "appraisal.too-many-members",
            Self::NoCouncilRole { .. } => "appraisal.no-council-role",
            Self::NotAMember { .. } => "appraisal.not-a-member",
            Self::NotDeclared { .. } => "appraisal.not-declared",
            Self::Recused { .. } => "appraisal.recused",
            Self::NotListed => "appraisal.not-listed",
            Self::ListedAlready => "appraisal.listed-already",
            Self::ScoredAlready { .. } => "appraisal.scored-already",
            Self::ForeignFile { .. } => "appraisal.foreign-file",
            Self::TooManyFiles { .. } => "appraisal.too-many-files",
            Self::Closed { .. } => "appraisal.closed",
            Self::NotHeldYet { .. } => "appraisal.not-held-yet",
            Self::NoFiles => "appraisal.no-files",
            Self::NoQuorum { .. } => "appraisal.no-quorum",
            Self::ScoresOwed { .. } => "appraisal.scores-owed",
            Self::StillOpen => "appraisal.still-open",
            Self::CorrectedAlready { .. } => "appraisal.corrected-already",
            Self::NotClosed { .. } => "appraisal.not-closed",
            Self::RecusedAfterClosing { .. } => "appraisal.recused-after-closing",
            Self::NoPurse => "appraisal.no-purse",
            Self::AskedTwice { .. } => "appraisal.asked-twice",
            Self::NoReason => "appraisal.no-reason",
        }
    }

    fn say(&self, lang: Lang) -> String {
        self.of_council(lang)
            .or_else(|| self.of_scoring(lang))
            .unwrap_or_else(|| self.of_minutes(lang))
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownSheet { .. } | Self::SheetNotInForce { .. } => Some("sheet"),
            Self::AlreadyMember | Self::NoCouncilRole { .. } => Some("person"),
            Self::SecondChair => Some("post"),
            Self::ListedAlready | Self::ForeignFile { .. } => Some("project"),
            Self::NotHeldYet { .. } => Some("held_on"),
            Self::NoPurse => Some("purse"),
            Self::NoReason => Some("reason"),
            _ => None,
        }
    }
}
