//! What waits for a member: files still to score, with the day of the sitting.

use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::id::{CouncilId, SittingId};
use kc_domain::policy::Action;
use kc_store::appraisal::{self as store, OwedScores};

/// A sitting whose files a member still has to score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The council.
    pub council: CouncilId,
    /// Its name.
    pub council_name: String,
    /// The sitting.
    pub sitting: SittingId,
    /// Its number.
    pub number: i64,
    /// The day the sitting was opened.
    pub since: NaiveDate,
    /// The day by which the scores are needed.
    pub held_on: NaiveDate,
    /// Files still to score; never those the member stays away from.
    pub files: i64,
    /// Whether the declaration of interests for the year comes first.
    pub must_declare: bool,
}

/// The open sittings in which the person who asks still has files to score, the nearest first.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    let Some(person) = cx.user().filter(|_| cx.may(Action::ScoreProject)) else {
        return Ok(Vec::new());
    };
    let owed = cx.read(|reader| Ok(store::owed_scores(reader, person)?))?;
    Ok(owed.into_iter().map(waiting).collect())
}

fn waiting(owed: OwedScores) -> Waiting {
    Waiting {
        council: owed.council,
        council_name: owed.council_name,
        sitting: owed.sitting,
        number: owed.number,
        since: owed.opened_at.day(),
        held_on: owed.held_on,
        files: owed.files,
        must_declare: !owed.has_declared,
    }
}
