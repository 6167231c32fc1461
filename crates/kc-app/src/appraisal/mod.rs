//! Appraisal: councils, interests, sittings, scores, and rankings against several purses.

pub mod correct;
pub mod council;
pub mod declare;
pub mod file;
mod kept;
pub mod minutes;
mod of_project;
pub mod print;
pub mod rank;
pub mod recuse;
pub mod score;
pub mod sheet;
mod sight;
pub mod sitting;
mod waiting;

pub use of_project::{InSitting, of_project};
pub use sight::{Mark, MemberSight, Sight, SightOfFile, see};
pub use waiting::{Waiting, waiting_for};

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::appraisal::{Council, Member, Post, Sitting};
use kc_domain::kernel::id::{CouncilId, PlanId, SittingId};
use kc_domain::policy::{Action, Subject};
use kc_store::appraisal as store;
pub use kc_store::appraisal::Size;
use kc_store::kernel::Reader;
use std::collections::BTreeMap;

/// Councils the reader may see, of one plan or of all.
pub fn list(cx: &Cx<'_>, plan: Option<PlanId>, window: Window) -> Done<Page<Council>> {
    let scope = cx.scope(Action::ReadAppraisals)?;
    cx.read(|reader| Ok(store::list(reader, &scope, plan, window)?))
}

/// How much there is of councils this person was shown.
pub fn sizes(cx: &Cx<'_>, of: &[Council]) -> Done<BTreeMap<CouncilId, Size>> {
    let of = of.iter().map(|council| council.id);
    cx.read(|reader| Ok(store::sizes(reader, of)?))
}

/// One council.
pub fn show(cx: &Cx<'_>, id: CouncilId) -> Done<Council> {
    let found = cx.read(|reader| Ok(store::find(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadAppraisals, &subject(&found))?;
    Ok(found)
}

impl Remembered for CouncilId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        match show(cx, self)? {
            council if may_see_history(cx, &council) => Ok(()),
            _ => Err(Failure::NotFound),
        }
    }
}

/// The members of a council this person may see.
pub fn members(cx: &Cx<'_>, id: CouncilId) -> Done<Vec<Member>> {
    show(cx, id)?;
    cx.read(|reader| Ok(store::members(reader, id)?))
}

/// The sittings of a council with all their versions, the newest first.
pub fn sittings(cx: &Cx<'_>, id: CouncilId) -> Done<Vec<Sitting>> {
    show(cx, id)?;
    cx.read(|reader| Ok(store::list_sittings(reader, id)?))
}

/// What the policy must know of a council.
pub fn subject(council: &Council) -> Subject {
    Subject::new(council.area.clone(), Some(council.organisation))
}

/// A sitting with its council, for whoever may see it.
pub fn show_sitting(cx: &Cx<'_>, id: SittingId) -> Done<(Council, Sitting)> {
    let (council, sitting) = cx.read(|reader| get(reader, id))?;
    cx.may_read(Action::ReadAppraisals, &subject(&council))?;
    Ok((council, sitting))
}

/// What a person needs to keep the minutes of a council: its secretary keeps them as a member, others
/// by the right to run councils.
fn keeping_minutes(cx: &Cx<'_>, council: &Council) -> Done<Action> {
    let members = cx.read(|reader| Ok(store::members(reader, council.id)?))?;
    let is_secretary = members
        .iter()
        .any(|held| held.post == Post::Secretary && Some(held.person) == cx.user());
    Ok(if is_secretary {
        Action::ScoreProject
    } else {
        Action::RecordAppraisal
    })
}

/// Whether the person who asks may read who did what in a council: it names every score, which a
/// member must not know of the others before the minutes are closed.
pub fn may_see_history(cx: &Cx<'_>, council: &Council) -> bool {
    cx.may_on(Action::RecordAppraisal, &subject(council)) || cx.may(Action::ReadAudit)
}

/// Whether the person who asks may keep the minutes of a council; for offering a button.
pub fn may_keep_minutes(cx: &Cx<'_>, council: &Council) -> Done<bool> {
    let action = keeping_minutes(cx, council)?;
    Ok(cx.may_on(action, &subject(council)))
}

fn get(reader: &mut Reader<'_>, id: SittingId) -> Done<(Council, Sitting)> {
    let sitting = store::find_sitting(reader, id)?.ok_or(Failure::NotFound)?;
    let council = store::find(reader, sitting.council)?.ok_or(Failure::NotFound)?;
    Ok((council, sitting))
}
