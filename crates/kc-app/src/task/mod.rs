//! Việc cần làm: what waits for a person, found anew each time from the records themselves.

use crate::kernel::{Cx, Done, Window};
use crate::ledger::{Prepared, payment};
use crate::project::{self, Filter, Listed, Order};
use kc_domain::policy::{Action, Subject};
use kc_domain::project::Status;

/// Most tasks of one kind shown at once.
const SHOWN_MAX: i64 = 20;

/// One thing that waits for a person.
#[derive(Debug, Clone)]
pub enum Task {
    /// A prepared move of money waits for the second hand.
    ApproveMove(Prepared),
    /// A submitted project waits for approval.
    ApproveProject(Listed),
    /// A returned proposal waits for its correction.
    CorrectProject(Listed),
}

/// What waits for the person who asks: first money, then approvals, then corrections.
pub fn mine(cx: &Cx<'_>) -> Done<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.may(Action::ApproveMove) {
        let waiting = payment::list_waiting(cx, None, Window::of_page(1, SHOWN_MAX))?;
        let for_me = |prepared: &Prepared| {
            let subject = Subject::new(prepared.area.clone(), Some(prepared.organisation));
            cx.may_on(Action::ApproveMove, &subject.made_by(prepared.prepared_by))
        };
        tasks.extend(waiting.into_iter().filter(for_me).map(Task::ApproveMove));
    }
    tasks
        .extend(projects(cx, Action::ApproveProject, Status::Submitted)?.map(Task::ApproveProject));
    tasks.extend(projects(cx, Action::SubmitProject, Status::Returned)?.map(Task::CorrectProject));
    Ok(tasks)
}

/// Projects in a state that this very person may take on.
fn projects(cx: &Cx<'_>, action: Action, status: Status) -> Done<impl Iterator<Item = Listed>> {
    let filter = Filter {
        status: Some(status),
        ..Filter::default()
    };
    let rows = if cx.may(action) {
        project::list(cx, &filter, Order::Oldest, Window::of_page(1, SHOWN_MAX))?.rows
    } else {
        Vec::new()
    };
    let mine = rows
        .into_iter()
        .filter(|row| cx.may_on(action, &project::subject(&row.project)));
    Ok(mine.collect::<Vec<_>>().into_iter())
}
