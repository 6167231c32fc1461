//! Rounds of questions that wait for the person who asks.

use super::subject;
use crate::kernel::{Cx, Done};
use crate::monitoring::Waiting;
use chrono::Days;
use kc_domain::kernel::text::Text;
use kc_domain::policy::Action;
use kc_store::followup::{self, Listed};

/// Days ahead that a person is told of: a firm needs a month to gather its figures.
const AHEAD_DAYS: u64 = 30;

/// Answers that are due within a month or overdue, and that the person who asks may give.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    if !cx.may(Action::RecordFollowup) {
        return Ok(Vec::new());
    }
    let scope = cx.scope(Action::ReadProjects)?;
    let today = cx.today();
    let due_by = today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(today);
    let due = cx.read(|reader| Ok(followup::list_due(reader, &scope, due_by)?))?;
    let mine = due
        .into_iter()
        .filter(|listed| cx.may_on(Action::RecordFollowup, &subject(&listed.followup)));
    Ok(mine.map(waiting).collect())
}

fn waiting(listed: Listed) -> Waiting {
    let round = listed.followup;
    Waiting {
        what: Text::new("Trả lời sau hỗ trợ", "Answer the follow-up"),
        project: round.project,
        title: listed.project,
        since: round.due_on,
        due: round.due_on,
    }
}
