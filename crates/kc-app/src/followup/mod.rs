//! Follow-up after the support: the schedule, the answers, outcomes beside the money.

pub mod answer;
pub mod schedule;
mod waiting;

pub use kc_store::followup::{Filter, Listed};
pub use waiting::waiting_for;

use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::followup::Followup;
use kc_domain::kernel::id::{FollowupId, ProjectId};
use kc_domain::policy::{Action, Subject};
use kc_store::followup;

/// Rounds of questions the reader may see, by their day.
pub fn list(cx: &Cx<'_>, filter: Filter, window: Window) -> Done<Page<Listed>> {
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| Ok(followup::list(reader, &scope, filter, window)?))
}

/// One round of questions, for whoever may read its project.
pub fn show(cx: &Cx<'_>, id: FollowupId) -> Done<Listed> {
    let found = cx
        .read(|reader| Ok(followup::find(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadProjects, &subject(&found.followup))?;
    Ok(found)
}

/// The rounds of a project, by year.
pub fn of_project(cx: &Cx<'_>, id: ProjectId) -> Done<Vec<Listed>> {
    crate::project::show(cx, id)?;
    cx.read(|reader| Ok(followup::of_project(reader, id)?))
}

/// What the policy must know of a round.
pub fn subject(followup: &Followup) -> Subject {
    Subject::new(followup.area.clone(), Some(followup.organisation)).with_party(followup.party)
}
