//! Finding one's way in a process.

use super::refusal::Refusal;
use super::{Ask, Move, Process, State, Status, Step};
use crate::identity::Role;
use crate::kernel::level::Level;
use crate::place::area::AreaPath;
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Process {
    /// Which version of which process it is, as a project keeps it.
    pub fn reference(&self) -> String {
        format!("{}/{}", self.key, self.version)
    }

    /// The state of a key.
    pub fn state(&self, key: &str) -> Option<&State> {
        self.states.iter().find(|state| state.key == key)
    }

    /// Where a project begins: the first state that is one of a project.
    pub fn start(&self) -> Option<&State> {
        self.states
            .iter()
            .find(|state| state.phase.status().is_some())
    }

    /// The step of a key.
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// The steps that lead on from a state, in the order pages offer them.
    pub fn steps_from<'p>(&'p self, state: &'p str) -> impl Iterator<Item = &'p Step> {
        self.steps.iter().filter(move |step| step.leads_from(state))
    }

    /// A step that leads on from a state, or why it cannot be taken.
    pub fn next(&self, state: &str, key: &str) -> Result<&Step, Refusal> {
        let found = self.step(key).filter(|step| step.leads_from(state));
        found.ok_or_else(|| Refusal::not_from_here(self, state, self.step(key)))
    }

    /// The step by which a move other words know is made from a state, or why it cannot be.
    pub fn next_move(&self, state: &str, wanted: Move) -> Result<&Step, Refusal> {
        let mut such = self.steps.iter().filter(|step| step.is == Some(wanted));
        let found = such.clone().find(|step| step.leads_from(state));
        found.ok_or_else(|| Refusal::not_from_here(self, state, such.next()))
    }

    /// Whether projects of a level in an area are registered under it on a day.
    pub fn holds(&self, level: Level, area: &AreaPath, day: NaiveDate) -> bool {
        self.level == level
            && area.is_covered_by(&self.area)
            && self.from <= day
            && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a state lies beside the main way: only steps aside lead to it.
    pub fn is_aside(&self, state: &State) -> bool {
        let is_start = self.start().is_some_and(|start| start.key == state.key);
        let is_projects = state.phase.status().is_some();
        let mut leading = self.steps.iter().filter(|step| step.to == state.key);
        is_projects && !is_start && leading.all(|step| step.aside)
    }

    /// Every state a project may come to from one, that one included.
    pub fn reached_from<'p>(&'p self, state: &'p str) -> BTreeSet<&'p str> {
        let mut reached = BTreeSet::from([state]);
        let mut next = vec![state];
        while let Some(state) = next.pop() {
            let ends = self.steps_from(state).map(|step| step.to.as_str());
            next.extend(ends.filter(|end| reached.insert(*end)));
        }
        reached
    }

    /// The steps of the main way from a state to another, as few as there can be.
    pub fn way(&self, from: &str, to: &str) -> Option<Vec<&Step>> {
        let mut seen = BTreeSet::from([from.to_owned()]);
        let mut ways: Vec<(String, Vec<&Step>)> = vec![(from.to_owned(), Vec::new())];
        while !ways.is_empty() {
            if let Some((_, way)) = ways.iter().find(|(end, _)| end == to) {
                return Some(way.clone());
            }
            let longer = ways.iter().flat_map(|way| self.longer(way));
            let longer: Vec<_> = longer.collect();
            ways = longer
                .into_iter()
                .filter(|(end, _)| seen.insert(end.clone()))
                .collect();
        }
        None
    }

    /// A way with one more step of the main way, for each that leads on.
    fn longer<'p>(
        &'p self,
        (end, way): &(String, Vec<&'p Step>),
    ) -> impl Iterator<Item = (String, Vec<&'p Step>)> {
        let leads_on = |step: &&Step| !step.aside && step.leads_from(end);
        let steps = self.steps.iter().filter(leads_on);
        let longer = steps.map(|step| {
            let way = way.iter().copied().chain([step]);
            (step.to.clone(), way.collect())
        });
        longer.collect::<Vec<_>>().into_iter()
    }
}

impl State {
    /// Whether a project that stands here never moves again, as far as money and work go.
    pub fn is_final(&self) -> bool {
        self.phase.status().is_some_and(Status::is_final)
    }
}

impl Step {
    /// Whether it leads on from a state.
    pub fn leads_from(&self, state: &str) -> bool {
        self.from.iter().any(|from| from == state)
    }

    /// Whether a role takes it.
    pub fn is_of(&self, role: Role) -> bool {
        self.who.contains(&role)
    }

    /// What its form asks, each once.
    pub fn asks(&self) -> BTreeSet<Ask> {
        let guards = self.guards.iter();
        guards.flat_map(|guard| guard.asks()).copied().collect()
    }
}

/// The process for projects of a level, registered in an area on a day: a province's own before
/// the national one, the newest of them.
pub fn in_force<'p>(
    processes: impl IntoIterator<Item = &'p Process>,
    (level, area, day): (Level, &AreaPath, NaiveDate),
) -> Option<&'p Process> {
    processes
        .into_iter()
        .filter(|process| process.holds(level, area, day))
        .max_by_key(|process| (process.area.level(), process.from))
}
