//! The states in which projects wait, with what their processes say of them.

use crate::kernel::{Cx, Done};
use crate::process;
use chrono::NaiveDate;
use kc_domain::calendar;
use kc_domain::kernel::text::Text;
use kc_domain::policy::{Action, Scope, Subject};
use kc_domain::process::{Move, Process, State, Step};
use kc_domain::project::Status;
use kc_store::kernel::Reader;
use kc_store::task::{Stand, Standing, list_stands};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Processes by their versions: those some projects of the reader follow.
pub(super) struct Rules {
    processes: BTreeMap<String, Arc<Process>>,
    /// The states in which projects of the reader wait.
    pub(super) stands: Vec<Stand>,
}

impl Rules {
    /// What holds for the projects of a scope.
    pub(super) fn of(reader: &mut Reader<'_>, scope: &Scope) -> Done<Self> {
        let stands = list_stands(reader, scope)?;
        let mut processes = BTreeMap::new();
        for stand in &stands {
            if !processes.contains_key(&stand.process) {
                let found = process::find(reader, &stand.process)?;
                processes.insert(stand.process.clone(), found);
            }
        }
        Ok(Self { processes, stands })
    }

    /// What the process says of a state.
    pub(super) fn state(&self, stand: &Stand) -> Option<&State> {
        self.processes.get(&stand.process)?.state(&stand.state)
    }

    /// The steps of the main way from a state, in the order pages offer them.
    pub(super) fn steps<'r>(&'r self, stand: &'r Stand) -> impl Iterator<Item = &'r Step> {
        let process = self.processes.get(&stand.process);
        let steps = process.map(|process| process.steps_from(&stand.state));
        steps.into_iter().flatten().filter(|step| !step.aside)
    }

    /// The step this person may take from a state somewhere. Contracts have finders of their own.
    pub(super) fn step_of(&self, cx: &Cx<'_>, stand: &Stand) -> Option<&Step> {
        let process = self.processes.get(&stand.process)?;
        let mut steps = process.steps.iter();
        steps.find(|step| {
            step.leads_from(&stand.state)
                && !step.aside
                && step.is != Some(Move::Contract)
                && step.who.iter().any(|role| cx.has(*role))
                && cx.may(step.action)
        })
    }

    /// The last day in time: that of the state, or of the work where it is under way and ends first.
    pub(super) fn due(&self, row: &Standing) -> Option<NaiveDate> {
        let deadline = self.state(&row.stand).and_then(|state| state.deadline);
        let by_state = deadline.and_then(|held| held.due(row.since, calendar::national()));
        let by_work = row
            .ends_on
            .filter(|_| row.stand.status == Status::Contracted);
        by_state.into_iter().chain(by_work).min()
    }

    /// Whose turn it is: the author's while it is a draft, otherwise the roles of the state.
    pub(super) fn holder(&self, row: &Standing) -> Text {
        if row.stand.status.is_draft() {
            return Text::new(&row.organisation_name, &row.organisation_name);
        }
        let state = self.state(&row.stand);
        super::roles_in_words(state.map_or(&[], |state| &state.holders))
    }

    /// The task of leading a project on by a step.
    pub(super) fn task(&self, row: &Standing, step: &Step) -> super::Task {
        let what = if row.stand.status == Status::Returned {
            Text::new("Hoàn thiện đề án bị trả lại", "Correct the proposal")
        } else {
            step.name.clone()
        };
        super::Task {
            what,
            title: row.title.clone(),
            path: format!("/projects/{}", row.id),
            amount: row.support_asked,
            since: Some(row.since),
            due: self.due(row),
            until: None,
            holder: self.holder(row),
        }
    }
}

/// Whether this very person may take a step with a project.
pub(super) fn may_take(cx: &Cx<'_>, row: &Standing, step: &Step) -> bool {
    cx.may_by(&step.who, step.action, &subject(row))
}

/// Whether this person may see a project.
pub(super) fn may_read(cx: &Cx<'_>, row: &Standing) -> bool {
    cx.may_on(Action::ReadProjects, &subject(row))
}

/// What the policy must know of a project.
fn subject(row: &Standing) -> Subject {
    let subject = Subject::new(row.area.clone(), Some(row.organisation)).with_party(row.party);
    match row.proposed_by {
        Some(maker) => subject.made_by(maker),
        None => subject,
    }
}
