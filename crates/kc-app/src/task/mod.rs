//! Việc cần làm: what waits for a person, found anew each time from the records themselves.

mod beginnings;
mod digest;
pub mod feed;
mod late;
mod month;
mod moves;
mod projects;
pub mod remind;
mod rounds;
mod rules;
pub mod settings;
mod words;

pub use beginnings::beginnings;
pub use late::{LATE_MAX, Late, Why, list_late};
pub use month::{Month, MonthDay};

use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::calendar;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::{Action, may};
use kc_domain::task::{Urgency, ends_on, nearness, say_due, say_moved, say_until, urgency};

/// Most tasks of one kind found at once: more than anybody does in a week, and the oldest first.
const FOUND_MAX: i64 = 40;

/// One thing somebody owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What is to be done: "Duyệt: Tạm ứng".
    pub what: Text,
    /// The title of the record it is about.
    pub title: String,
    /// Where it is done, below the address of the site.
    pub path: String,
    /// The money it is about, where it is about money.
    pub amount: Option<Dong>,
    /// The day it began to wait, where that is known.
    pub since: Option<NaiveDate>,
    /// The day it is due, where a rule or a paper sets one.
    pub due: Option<NaiveDate>,
    /// The very last moment, where not only a day is set; no day off moves it.
    pub until: Option<Instant>,
    /// Who must do it.
    pub holder: Text,
}

impl Task {
    /// A task of the person who asks, without days.
    fn new(cx: &Cx<'_>, what: Text, title: String, path: String) -> Self {
        let name = cx.actor().map_or("", |actor| actor.name.as_str());
        Self {
            what,
            title,
            path,
            amount: None,
            since: None,
            due: None,
            until: None,
            holder: Text::new(name, name),
        }
    }

    /// The same between two days, as far as they are known.
    fn between(self, since: Option<NaiveDate>, due: Option<NaiveDate>) -> Self {
        Self { since, due, ..self }
    }

    /// How near the day is.
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        match self.until {
            Some(moment) => nearness(moment.day(), today, calendar::national()),
            None => urgency(self.due, today, calendar::national()),
        }
    }

    /// The day on which it really ends.
    pub fn ends_on(&self) -> Option<NaiveDate> {
        match self.until {
            Some(moment) => Some(moment.day()),
            None => self.due.map(|due| ends_on(due, calendar::national())),
        }
    }

    /// Why it ends later than on the day that was set, where a day off moved it.
    pub fn say_moved(&self, lang: Lang) -> Option<String> {
        let due = self.due.filter(|_| self.until.is_none())?;
        say_moved(due, calendar::national(), lang)
    }

    /// The deadline in words, with its day, and its hour where it ends within that day.
    pub fn say_due(&self, today: NaiveDate, lang: Lang) -> String {
        let urgency = self.urgency(today);
        match self.until.filter(|moment| !moment.ends_day()) {
            Some(moment) => say_until(moment, urgency, lang),
            None => say_due(self.due, urgency, calendar::national(), lang),
        }
    }
}

/// What lies on a person's desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// What waits for the person, the most urgent first.
    pub mine: Vec<Task>,
    /// What the person waits for, the most urgent first.
    pub awaited: Vec<Task>,
}

impl Desk {
    fn of_mine(tasks: impl Iterator<Item = Task>) -> Self {
        Self {
            mine: tasks.collect(),
            awaited: Vec::new(),
        }
    }

    fn add(&mut self, other: Self) {
        self.mine.extend(other.mine);
        self.awaited.extend(other.awaited);
    }

    /// Every deadline on the desk, whoever holds it.
    pub fn all(&self) -> impl Iterator<Item = &Task> + Clone {
        self.mine.iter().chain(&self.awaited)
    }
}

/// Each word's way to find what waits: it answers only what this person may see.
const FINDERS: &[fn(&Cx<'_>) -> Done<Desk>] = &[
    moves::find,
    projects::find,
    rounds::find,
    words::contracts,
    words::field,
    words::scores,
    words::decisions,
];

/// What waits for the person who asks, and what this person waits for.
pub fn desk(cx: &Cx<'_>) -> Done<Desk> {
    let mut desk = Desk::default();
    for find in FINDERS {
        desk.add(find(cx)?);
    }
    // A day before none; of one day what has waited longest.
    let key = |task: &Task| (task.due.unwrap_or(NaiveDate::MAX), task.since);
    desk.mine.sort_by_key(key);
    desk.awaited.sort_by_key(key);
    Ok(desk)
}

/// The roles that may do something, in words: who holds what waits for it.
fn holders(action: Action) -> Text {
    let roles = Role::ALL.into_iter().filter(|role| may(*role, action));
    roles_in_words(&roles.collect::<Vec<_>>())
}

fn roles_in_words(roles: &[Role]) -> Text {
    let names = |lang| {
        let names = roles.iter().map(|role| role.name(lang));
        listed(&names.collect::<Vec<_>>())
    };
    Text::new(names(Lang::Vi), names(Lang::En))
}

/// Names one after the other; what all of them end with is said once: "Chuyên viên, Lãnh đạo Sở
/// Công Thương".
fn listed(names: &[&str]) -> String {
    let ends: Vec<Vec<&str>> = names
        .iter()
        .map(|name| name.rsplit(' ').collect())
        .collect();
    let shared = |at: usize| {
        let mut words = ends.iter().map(|words| words.get(at));
        let first = words.next().flatten();
        first.is_some() && words.all(|word| word == first)
    };
    let longest = ends.iter().map(Vec::len).min().unwrap_or_default();
    let count = (0..longest).take_while(|at| shared(*at)).count();
    let is_worth_it = names.len() > 1 && count > 1 && count < longest;
    let dropped = if is_worth_it { count } else { 0 };
    let last = names.len().saturating_sub(1);
    let short = names
        .iter()
        .zip(&ends)
        .enumerate()
        .map(|(number, (name, words))| {
            if number == last {
                return (*name).to_owned();
            }
            let mut kept: Vec<&str> = words.iter().skip(dropped).copied().collect();
            kept.reverse();
            kept.join(" ")
        });
    short.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_of_several_roles_is_named_once() {
        let said = |roles: &[Role]| roles_in_words(roles).vi;
        for (roles, expected) in [
            (
                &[Role::DepartmentOfficer, Role::DepartmentHead][..],
                "Chuyên viên, Lãnh đạo Sở Công Thương",
            ),
            (
                &[Role::CentreOfficer, Role::CentreHead],
                "Cán bộ, Lãnh đạo Trung tâm Khuyến công",
            ),
            (
                &[Role::CentreHead, Role::DepartmentHead],
                "Lãnh đạo Trung tâm Khuyến công, Lãnh đạo Sở Công Thương",
            ),
            (&[Role::Accountant], "Kế toán"),
            (&[], ""),
        ] {
            assert_eq!(said(roles), expected);
        }
    }
}
