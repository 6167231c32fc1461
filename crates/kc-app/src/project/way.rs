//! Where a project stands in its process: who holds it, by when, what leads on, what it went through.

use super::{dossier, step, subject, withheld};
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::calendar;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::process::refusal::Refusal;
use kc_domain::process::{Process, State, Step};
use kc_domain::project::Project;
pub use kc_store::project::Taken;
use kc_store::project::{self, Held};
use std::sync::Arc;

/// A step that leads on, and why this person cannot take it.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The step.
    pub step: Step,
    /// Why not, in the reader's language.
    pub withheld: Option<String>,
}

/// The way of a project.
#[derive(Debug, Clone)]
pub struct Way {
    /// Its process.
    pub process: Arc<Process>,
    /// Where it stands.
    pub state: State,
    /// The day it came there.
    pub since: NaiveDate,
    /// The last day in time, where the state has a deadline.
    pub due: Option<NaiveDate>,
    /// What leads on.
    pub steps: Vec<Offered>,
    /// The steps it took.
    pub taken: Vec<Taken>,
}

/// The way of a project; nothing where its steps are not known.
pub fn of(cx: &Cx<'_>, project: &Project) -> Done<Option<Way>> {
    let (Some(process), Some(standing)) = (step::process_of(cx, project)?, &project.standing)
    else {
        return Ok(None);
    };
    let Some(state) = process.state(&standing.state).cloned() else {
        return Ok(None);
    };
    let (taken, held) = cx.read(|reader| {
        let taken = project::list_steps(reader, project.id)?;
        Ok((taken, project::list_papers(reader, project.id)?))
    })?;
    let steps = process.steps_from(&state.key);
    let steps = steps.map(|step| offered(cx, &process, step, project, &held));
    Ok(Some(Way {
        steps: steps.collect(),
        due: due(&state, standing.since),
        since: standing.since,
        state,
        taken,
        process,
    }))
}

/// The last day in time for a project that came to a state on a day.
pub fn due(state: &State, since: NaiveDate) -> Option<NaiveDate> {
    state.deadline?.due(since, calendar::national())
}

fn offered(
    cx: &Cx<'_>,
    process: &Process,
    step: &Step,
    project: &Project,
    held: &[Held],
) -> Offered {
    let why_not = not_yours(cx, process, step, project).or_else(|| papers(cx, process, step, held));
    Offered {
        step: step.clone(),
        withheld: why_not,
    }
}

fn not_yours(cx: &Cx<'_>, process: &Process, step: &Step, project: &Project) -> Option<String> {
    let subject = subject(project);
    if cx.may_by(&step.who, step.action, &subject) {
        return None;
    }
    let by_process = || Refusal::NotYours {
        step: step.name.clone(),
        who: step.who.clone(),
        process: process.name.clone(),
    };
    let by_policy = withheld(cx, step.action, &subject).map(|why| why.say(cx.lang()));
    Some(by_policy.unwrap_or_else(|| by_process().say(cx.lang())))
}

/// What is missing in the dossier before the step can be taken.
fn papers(cx: &Cx<'_>, process: &Process, step: &Step, held: &[Held]) -> Option<String> {
    let missing = dossier::missing(step, held);
    if missing.is_empty() {
        return None;
    }
    Some(step::papers_missing(process, step, &missing).say(cx.lang()))
}
