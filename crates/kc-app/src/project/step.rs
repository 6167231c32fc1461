//! One step of a project: alone, or as part of what another use case does. Every step goes
//! through here: permit, process, papers, guards, effects, save, audit.

pub use super::guard::Given;
use super::{effect, guard};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::{process, search};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::Action;
use kc_domain::process::refusal::Refusal;
use kc_domain::process::{Effect, Guard, Move, Paper, Process, Standing, Status, Step};
use kc_domain::project::Project;
use kc_domain::project::refusal::{Doing, Refusal as ProjectRefusal};
use kc_store::kernel::{Reader, Tx};
use kc_store::project::{self, Taken};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Which step is meant.
#[derive(Debug, Clone, Copy)]
pub enum Which<'k> {
    /// The step of a key.
    Key(&'k str),
    /// The step that makes a move other words know.
    Makes(Move),
}

/// Takes a step with a project that is still as the person saw it.
pub fn take(cx: &Cx<'_>, id: ProjectId, version: i64, which: Which<'_>, given: &Given) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("project", id);
    let action = action(cx, &seen, which)?;
    let permit = cx.permit(action, subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        advance(cx, tx, id, Some(version), which, given)
    })
}

/// Takes a step inside the transaction of another use case, with the project as it is now.
pub fn take_within(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    id: ProjectId,
    made: Move,
    given: &Given,
) -> Done<()> {
    advance(cx, tx, id, None, Which::Makes(made), given)
}

/// The right a step needs.
fn action(cx: &Cx<'_>, seen: &Project, which: Which<'_>) -> Done<Action> {
    let key = match (which, &seen.standing) {
        (Which::Makes(made), _) => return Ok(made.action()),
        (Which::Key(_), None) => return Err(Refusal::NoProcess.into()),
        (Which::Key(key), Some(standing)) => {
            let process = cx.read(|reader| process::find(reader, &standing.process))?;
            process.step(key).map(|step| step.action)
        }
    };
    key.ok_or(Failure::NotFound)
}

fn advance(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    id: ProjectId,
    version: Option<i64>,
    which: Which<'_>,
    given: &Given,
) -> Done<()> {
    let before = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
    let mut after = before.clone();
    after.reason = None;
    let remark = match &before.standing {
        Some(standing) => along(cx, tx, &mut after, standing, which, given)?,
        None => aside(cx, tx, &mut after, which, given)?,
    };
    after.version = version.unwrap_or(before.version);
    project::update(tx, &after)?;
    search::keep_project(tx, &after)?;
    tx.trace(Trace::new("project", id, remark));
    Ok(())
}

/// A step of a project that follows a process.
fn along(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    standing: &Standing,
    which: Which<'_>,
    given: &Given,
) -> Done<String> {
    let process = process::find(&mut tx.reader(), &standing.process)?;
    let step = found(&process, project, standing, which)?;
    expect_role(cx, &process, step, project)?;
    expect_papers(tx, &process, step, project)?;
    let mut remarks = String::new();
    if let Some(absent) = cx.in_name_of(&step.who, step.action, &subject(project)) {
        remarks = format!("{remarks} (thay {absent})");
    }
    for held in &step.guards {
        remarks.push_str(&guard::hold(cx, tx, project, *held, given)?);
    }
    for due in &step.effects {
        effect::follow(cx, tx, project, *due, given)?;
    }
    let to = process.state(&step.to);
    let status = to.and_then(|state| state.phase.status());
    project.status = status.ok_or(Refusal::NoProcess)?;
    let taken = Taken {
        step: step.key.clone(),
        from: standing.state.clone(),
        to: step.to.clone(),
        on: given.on.unwrap_or_else(|| cx.today()),
        by: None,
        recorded_at: tx.at(),
        document: given.document,
        reason: project.reason.clone(),
    };
    project::insert_step(tx, project.id, &taken)?;
    project.standing = Some(Standing {
        process: standing.process.clone(),
        state: step.to.clone(),
        since: taken.on,
    });
    let named = |key: &str| process.state(key).map(|state| state.name.say(Lang::Vi));
    Ok(format!(
        "{}: {} → {}{remarks}",
        step.name.say(Lang::Vi),
        named(&taken.from).unwrap_or_default(),
        named(&taken.to).unwrap_or_default(),
    ))
}

/// A step of a project whose steps are not known: it can only be withdrawn.
fn aside(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    which: Which<'_>,
    given: &Given,
) -> Done<String> {
    let Which::Makes(Move::Withdraw) = which else {
        return Err(Refusal::NoProcess.into());
    };
    if project.status.is_final() {
        return Err(Refusal::NoProcess.into());
    }
    let remarks = guard::hold(cx, tx, project, Guard::Reason, given)?;
    effect::follow(cx, tx, project, Effect::Reversal, given)?;
    let before = project.status.name(Lang::Vi);
    project.status = Status::Withdrawn;
    let name = Move::Withdraw.name(Lang::Vi);
    let after = project.status.name(Lang::Vi);
    Ok(format!("{name}: {before} → {after}{remarks}"))
}

fn found<'p>(
    process: &'p Process,
    project: &Project,
    standing: &Standing,
    which: Which<'_>,
) -> Done<&'p Step> {
    let step = match which {
        Which::Key(key) => process.next(&standing.state, key),
        Which::Makes(Move::Contract) if project.status.is_undecided() => {
            let doing = Doing::Contract;
            return Err(ProjectRefusal::NoDecision { doing }.into());
        }
        Which::Makes(made) => process.next_move(&standing.state, made),
    };
    Ok(step?)
}

/// The matrix allowed it; the process may give it to fewer. The second hand is asked again here,
/// since the step may be part of what another right allowed.
fn expect_role(cx: &Cx<'_>, process: &Process, step: &Step, project: &Project) -> Done<()> {
    if cx.may_by(&step.who, step.action, &subject(project)) {
        return Ok(());
    }
    if let Some(why) = super::withheld(cx, step.action, &subject(project)) {
        return Err(Failure::Denied(why));
    }
    Err(Refusal::NotYours {
        step: step.name.clone(),
        who: step.who.clone(),
        process: process.name.clone(),
    }
    .into())
}

fn expect_papers(tx: &mut Tx<'_>, process: &Process, step: &Step, project: &Project) -> Done<()> {
    if step.papers.is_empty() {
        return Ok(());
    }
    let held = project::list_papers(&mut tx.reader(), project.id)?;
    let missing = super::dossier::missing(step, &held);
    if missing.is_empty() {
        return Ok(());
    }
    Err(papers_missing(process, step, &missing).into())
}

/// The refusal that names the papers a step lacks.
pub(super) fn papers_missing(process: &Process, step: &Step, missing: &[&Paper]) -> Refusal {
    let basis = step.basis.as_ref().unwrap_or(&process.basis);
    let named = |paper: &&Paper| Text::new(paper.say(Lang::Vi), paper.say(Lang::En));
    Refusal::PapersMissing {
        step: step.name.clone(),
        missing: missing.iter().map(named).collect(),
        basis: basis.clone(),
    }
}

/// The process of a project, where it follows one.
pub fn process_of(cx: &Cx<'_>, project: &Project) -> Done<Option<Arc<Process>>> {
    let Some(standing) = &project.standing else {
        return Ok(None);
    };
    cx.read(|reader| process::find(reader, &standing.process).map(Some))
}

/// Those of some projects whose process makes a move from where they stand. A process is read once.
pub fn awaiting(
    reader: &mut Reader<'_>,
    projects: impl IntoIterator<Item = Project>,
    made: Move,
) -> Done<Vec<Project>> {
    let mut known: BTreeMap<String, Arc<Process>> = BTreeMap::new();
    let mut found = Vec::new();
    for project in projects {
        let Some(standing) = &project.standing else {
            continue;
        };
        let process = match known.entry(standing.process.clone()) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(free) => free.insert(process::find(reader, &standing.process)?),
        };
        if process.next_move(&standing.state, made).is_ok() {
            found.push(project);
        }
    }
    Ok(found)
}
