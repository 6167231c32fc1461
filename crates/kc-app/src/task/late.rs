//! Late and returned projects, with whom they wait for: what the Sở looks after.

use super::Task;
use super::rules::Rules;
use crate::kernel::{Cx, Done, Window};
use kc_domain::kernel::text::Text;
use kc_domain::policy::Action;
use kc_domain::project::Status;
use kc_domain::task::Urgency;
use kc_store::task::{Stand, Standing, list_standing};

/// Most projects of one state that are looked through: those first that came there first, which
/// are the first to be late.
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
    pub task: Task,
    /// Where the project stands, in the words of its process.
    pub state: Text,
    /// Why it is listed.
    pub why: Why,
    /// Why it was given back, in the words of whoever did; nothing where it was not.
    pub reason: Option<String>,
}

/// Late and returned projects within what the person appraises: the longest late first.
pub fn list_late(cx: &Cx<'_>) -> Done<Vec<Late>> {
    let scope = cx.scope(Action::AppraiseProject)?;
    let window = Window::of_page(1, LATE_MAX);
    let (rules, rows) = cx.read(|reader| {
        let rules = Rules::of(reader, &scope)?;
        let mut rows = Vec::new();
        for stand in rules
            .stands
            .iter()
            .filter(|stand| may_be_late(&rules, stand))
        {
            let stands = std::slice::from_ref(stand);
            rows.extend(list_standing(reader, &scope, stands, window)?);
        }
        Ok((rules, rows))
    })?;
    let listed = |row: Standing| listed(cx, &rules, row);
    let mut late: Vec<Late> = rows.into_iter().filter_map(listed).collect();
    late.sort_by_key(|late| (late.why, late.task.due, late.task.since));
    Ok(late)
}

/// Whether projects can be late in a state, or were given back into it.
fn may_be_late(rules: &Rules, stand: &Stand) -> bool {
    let deadline = rules.state(stand).and_then(|state| state.deadline);
    deadline.is_some() || matches!(stand.status, Status::Returned | Status::Contracted)
}

fn listed(cx: &Cx<'_>, rules: &Rules, row: Standing) -> Option<Late> {
    let state = rules.state(&row.stand)?.name.clone();
    let task = rules.task(&row, rules.steps(&row.stand).next()?);
    let why = match task.urgency(cx.today()) {
        Urgency::Overdue(_) => Why::Late,
        _ if row.stand.status == Status::Returned => Why::Returned,
        _ => return None,
    };
    Some(Late {
        task,
        state,
        why,
        reason: row.reason.filter(|_| row.stand.status == Status::Returned),
    })
}
