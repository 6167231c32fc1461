//! Sittings (phiên họp) of a council: who may score, what closing takes, what a correction is.
//!
//! After closing nothing of a sitting changes. A correction is a new version of it.

use super::refusal::Refusal;
use super::{Council, Ground, Member, Quorum};
use crate::kernel::date::Instant;
use crate::kernel::id::{CouncilId, SittingId, UserId};
use chrono::NaiveDate;

/// Most files of one sitting.
pub const FILES_MAX: usize = 300;

/// A sitting of a council in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Identity.
    pub id: SittingId,
    /// The council.
    pub council: CouncilId,
    /// Its number within the council, from 1.
    pub number: i64,
    /// Its version, from 1; each correction is one more.
    pub version: i64,
    /// The closed version it corrects.
    pub corrects: Option<SittingId>,
    /// Why it is corrected.
    pub reason: Option<String>,
    /// The day it is held.
    pub held_on: NaiveDate,
    /// Where.
    pub place_written: Option<String>,
    /// What was said, as the secretary wrote it.
    pub minutes: Option<String>,
    /// When this version was opened.
    pub opened_at: Instant,
    /// When the minutes were closed.
    pub closed_at: Option<Instant>,
    /// Who closed them.
    pub closed_by: Option<UserId>,
}

impl Sitting {
    /// Refuses what would change closed minutes.
    pub fn expect_open(&self) -> Result<(), Refusal> {
        match self.closed_at {
            None => Ok(()),
            Some(_) => Err(Refusal::Closed {
                number: self.number,
            }),
        }
    }
}

/// What is known when a member wants to score a file.
#[derive(Debug, Clone, Copy)]
pub struct Seat<'a> {
    /// The sitting.
    pub sitting: &'a Sitting,
    /// The member, if the person is one.
    pub member: Option<&'a Member>,
    /// Whether the member has declared interests for the year.
    pub has_declared: bool,
    /// Whether the file is of this sitting.
    pub is_listed: bool,
    /// Why the member stays away from the file.
    pub recusal: Option<&'a Ground>,
}

/// Whether a member may score a file: an open sitting, an own seat, a declaration for the year,
/// and nothing that keeps them away.
pub fn may_score<'a>(council: &Council, seat: Seat<'a>) -> Result<&'a Member, Refusal> {
    let member = seat.member.ok_or_else(|| Refusal::NotAMember {
        council: council.name.clone(),
    })?;
    seat.sitting.expect_open()?;
    if !seat.is_listed {
        return Err(Refusal::NotListed);
    }
    if !seat.has_declared {
        return Err(Refusal::NotDeclared { year: council.year });
    }
    match seat.recusal {
        Some(ground) => Err(Refusal::Recused {
            ground: ground.clone(),
        }),
        None => Ok(member),
    }
}

/// What is known when the minutes are to be closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Files of the sitting.
    pub files: usize,
    /// Whether enough members sit.
    pub quorum: Quorum,
    /// Scores still owed by those who sit, as "member – file".
    pub owed: Vec<String>,
}

/// Whether the minutes may be closed: on or after the day, with a quorum and every score in.
pub fn may_close(sitting: &Sitting, closing: &Closing, today: NaiveDate) -> Result<(), Refusal> {
    sitting.expect_open()?;
    if sitting.held_on > today {
        return Err(Refusal::NotHeldYet {
            held_on: sitting.held_on,
        });
    }
    if closing.files == 0 {
        return Err(Refusal::NoFiles);
    }
    if !closing.quorum.is_met() {
        return Err(Refusal::NoQuorum {
            quorum: closing.quorum,
        });
    }
    match closing.owed.first() {
        None => Ok(()),
        Some(first) => Err(Refusal::ScoresOwed {
            count: closing.owed.len(),
            first: first.clone(),
        }),
    }
}

/// Whether closed minutes may be corrected by a new version; only the newest version can.
pub fn may_correct(sitting: &Sitting, newest: i64) -> Result<(), Refusal> {
    if sitting.closed_at.is_none() {
        return Err(Refusal::StillOpen);
    }
    if sitting.version < newest {
        return Err(Refusal::CorrectedAlready { newest });
    }
    Ok(())
}
