//! Late and returned projects, with whom they wait for: what the Sở looks after.

use super::projects::{WAITING, due, holder, next_step};
use crate::kernel::{Cx, Done, Window};
use chrono::NaiveDate;
use kc_domain::kernel::text::Text;
use kc_domain::policy::Action;
use kc_domain::project::Status;
use kc_domain::task::Urgency;
use kc_store::task::{Standing, list_standing};

/// Most projects of one state that are looked through, the oldest registration first.
pub const LATE_MAX: i64 = 200;

/// Why a project stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Its day has passed.
    Late,
    /// It was given back.
    Returned,
}

/// A project that is late or was given back.
#[derive(Debug, Clone)]
pub struct Late {
    /// The task that was not done, with its record and whom it waits for.
    pub task: super::Task,
    /// Where the project stands.
    pub status: Status,
    /// Why it is listed.
    pub why: Why,
    /// Why it was given back, in the words of whoever did.
    pub reason: Option<String>,
}

/// Late and returned projects within what the person appraises: the longest late first.
pub fn list_late(cx: &Cx<'_>) -> Done<Vec<Late>> {
    let scope = cx.scope(Action::AppraiseProject)?;
    let window = Window::of_page(1, LATE_MAX);
    let mut late = Vec::new();
    for status in WAITING {
        let rows = cx.read(|reader| Ok(list_standing(reader, &scope, status, window)?))?;
        late.extend(rows.into_iter().filter_map(|row| listed(row, cx.today())));
    }
    late.sort_by_key(|late| (late.why, late.task.due, late.task.since));
    Ok(late)
}

fn listed(row: Standing, today: NaiveDate) -> Option<Late> {
    let step = next_step(row.status)?;
    let task = super::Task {
        what: Text::new(
            step.name(kc_domain::kernel::text::Lang::Vi),
            step.name(kc_domain::kernel::text::Lang::En),
        ),
        title: row.title.clone(),
        path: format!("/projects/{}", row.id),
        amount: row.support_asked,
        since: Some(row.since.day()),
        due: due(&row),
        holder: holder(&row, step),
    };
    let why = match task.urgency(today) {
        Urgency::Overdue(_) => Why::Late,
        _ if row.status == Status::Returned => Why::Returned,
        _ => return None,
    };
    Some(Late {
        task,
        status: row.status,
        why,
        reason: row.reason,
    })
}
