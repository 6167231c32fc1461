//! What waits for a member: files still to score, with the day of the sitting.

use super::sheet;
use super::sight::{Mark, Sight};
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::appraisal::Sitting;
use kc_domain::kernel::id::{CouncilId, SittingId};
use kc_domain::policy::Action;
use kc_store::appraisal as store;

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
    pub files: usize,
    /// Whether the declaration of interests for the year comes first.
    pub must_declare: bool,
}

/// The open sittings in which the person who asks still has files to score, the nearest first.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    let Some(person) = cx.user().filter(|_| cx.may(Action::ScoreProject)) else {
        return Ok(Vec::new());
    };
    let mut waiting = cx.read(|reader| {
        let mut found = Vec::new();
        for council in store::list_of_person(reader, person, None)? {
            let sittings = store::list_sittings(reader, council.id)?;
            let open: Vec<_> = sittings.into_iter().filter(is_open).collect();
            for sitting in open {
                let sight = Sight::read(reader, sitting.id, sheet::get(&council.sheet)?)?;
                found.extend(owed_by(cx, &sight));
            }
        }
        Ok(found)
    })?;
    waiting.sort_by_key(|each| (each.held_on, each.sitting));
    Ok(waiting)
}

fn is_open(sitting: &Sitting) -> bool {
    sitting.closed_at.is_none()
}

fn owed_by(cx: &Cx<'_>, sight: &Sight) -> Option<Waiting> {
    let person = cx.user()?;
    let own = sight
        .members
        .iter()
        .find(|held| held.member.person == person)?;
    let owed = sight.files.iter();
    let owed = owed.filter(|file| sight.mark_of(file, person) == Some(Mark::Owed));
    let files = owed.count();
    (files > 0).then(|| Waiting {
        council: sight.council.id,
        council_name: sight.council.name.clone(),
        sitting: sight.sitting.id,
        number: sight.sitting.number,
        since: sight.sitting.opened_at.day(),
        held_on: sight.sitting.held_on,
        files,
        must_declare: !own.has_declared,
    })
}
