//! Decisions: draft, list projects, issue in one go; what a plan comes to by them; their papers.

mod ceiling;
pub mod discard;
pub mod draft;
mod facts;
pub mod issue;
pub mod lines;
mod paper;
pub mod ranking;
pub mod standing;
mod view;
pub mod write;

pub use view::{Finding, Sight, see};

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::decision::Decision;
use kc_domain::kernel::id::{DecisionId, ProjectId, UserId};
use kc_domain::policy::{Action, Subject};
use kc_store::decision;
pub use kc_store::decision::{Filter, Line};
use kc_store::kernel::Reader;

/// Most drafts that are named as waiting for one person.
const WAITING_MAX: i64 = 50;

/// Decisions the reader may see: drafts first, then the newest.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Decision>> {
    let scope = cx.scope(Action::ReadDecisions)?;
    cx.read(|reader| Ok(decision::list(reader, &scope, filter, window)?))
}

/// One decision.
pub fn show(cx: &Cx<'_>, id: DecisionId) -> Done<Decision> {
    let found = cx.read(|reader| Ok(decision::find(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadDecisions, &subject(&found))?;
    Ok(found)
}

impl Remembered for DecisionId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The decisions a project stands in, as far as the reader may see them.
pub fn of_project(cx: &Cx<'_>, project: ProjectId) -> Done<Vec<Decision>> {
    let found = cx.read(|reader| Ok(decision::items_of_project(reader, project)?))?;
    let is_seen = |decision: &Decision| cx.may_on(Action::ReadDecisions, &subject(decision));
    Ok(found.into_iter().filter(is_seen).collect())
}

/// Drafts with projects in them that wait for this person to issue them, the oldest first.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Decision>> {
    if !cx.may(Action::IssueDecision) {
        return Ok(Vec::new());
    }
    let scope = cx.scope(Action::ReadDecisions)?;
    let hands = cx.hands();
    let mut ready =
        cx.read(|reader| Ok(decision::drafts_ready(reader, &scope, &hands, WAITING_MAX)?))?;
    ready.retain(|draft| cx.may_on(Action::IssueDecision, &subject(draft)));
    Ok(ready)
}

/// Whether any of these hands, those of one person and whoever they stand in for, worked on a draft.
fn is_own_work(reader: &mut Reader<'_>, id: DecisionId, hands: &[UserId]) -> Done<bool> {
    for hand in hands {
        if decision::is_hand(reader, id, *hand)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the policy must know of a decision: who drafted it never issues it.
pub fn subject(decision: &Decision) -> Subject {
    Subject::new(decision.area.clone(), Some(decision.organisation)).made_by(decision.drafted_by)
}
