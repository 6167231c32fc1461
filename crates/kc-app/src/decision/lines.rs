//! The lines of a draft: which project gets what from which purse.

use super::draft::change;
use super::facts::gather;
use super::show;
use crate::kernel::{Cx, Done, Failure, token};
use crate::process;
use crate::project::step::awaiting;
use kc_domain::decision::refusal::Refusal;
use kc_domain::decision::{Decision, Item, Situation, Target, check_item, check_target};
use kc_domain::kernel::id::{DecisionId, DecisionItemId, ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Purse, Source};
use kc_domain::plan::Plan;
use kc_domain::policy::Action;
use kc_domain::process::Move;
use kc_domain::project::{Project, Status};
use kc_store::kernel::{Reader, Tx};
use kc_store::project::{Filter as Projects, Order};
use kc_store::{decision, ledger, plan, project};

/// Most projects of one plan that one decision can list: the largest provincial batch seen has 60.
pub const PROJECTS_MAX: i64 = 200;

/// A line as it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct NewLine {
    /// The project.
    pub project: ProjectId,
    /// The purse.
    pub purse: PurseId,
    /// What the project has approved from this purse after the decision.
    pub after: Dong,
}

/// Puts a line into a draft, or changes it. What the project says now is what the decision covers.
pub fn put(cx: &Cx<'_>, id: DecisionId, version: i64, new: NewLine) -> Done<()> {
    let seen = show(cx, id)?;
    let of = crate::project::show(cx, new.project)?;
    change(cx, seen.id, version, |tx, draft| {
        let line = keep_line(tx, draft, &of, new)?;
        let (before, after) = (line.before, line.after);
        Ok(format!("Đưa {} vào dự thảo: {before} → {after}", of.code))
    })
}

/// Takes a line out of a draft.
pub fn take_out(cx: &Cx<'_>, id: DecisionId, version: i64, item: DecisionItemId) -> Done<()> {
    change(cx, id, version, |tx, draft| {
        let lines = decision::items(&mut tx.reader(), draft.id)?;
        let line = lines.iter().find(|line| line.item.id == item);
        let line = line.ok_or(Failure::NotFound)?;
        decision::remove_item(tx, draft.id, item)?;
        let others = lines.iter().filter(|other| other.item.id != item);
        if !others
            .into_iter()
            .any(|other| other.item.project == line.item.project)
        {
            decision::clear_project(tx, draft.id, line.item.project)?;
        }
        Ok(format!("Bỏ {} khỏi dự thảo", line.code))
    })
}

/// The projects that may be put into a draft, and the purses they may draw on.
pub fn choices(cx: &Cx<'_>, draft: &Decision) -> Done<(Vec<Project>, Vec<Purse>)> {
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| {
        let of_plan = plan::find(reader, draft.plan)?.ok_or(Failure::NotFound)?;
        let filter = Projects {
            plan: Some(draft.plan),
            ..Projects::default()
        };
        let window = crate::kernel::Window::of_page(1, PROJECTS_MAX);
        let page = project::list(reader, &scope, &filter, Order::Code, window)?;
        let fitting = page.rows.into_iter().map(|row| row.project);
        let fitting = fitting.filter(|project| draft.kind.takes(project.status));
        let (waiting, running): (Vec<_>, Vec<_>) =
            fitting.partition(|project| project.status == Status::Submitted);
        let mut fitting = awaiting(reader, waiting, Move::Approve)?;
        fitting.extend(running);
        Ok((fitting, ledger::purses_of_plan(reader, &of_plan)?))
    })
}

/// Every submitted project of a plan with the support it asks for, from the purse of its level.
/// Those without an amount or a purse are left for a person.
pub(super) fn put_all_submitted(tx: &mut Tx<'_>, draft: &Decision, of: &Plan) -> Done<()> {
    let purses = ledger::purses_of_plan(&mut tx.reader(), of)?;
    for of in waiting_in(&mut tx.reader(), of)? {
        let purse = purses.iter().find(|purse| fits(purse, &of));
        let (Some(purse), Some(after)) = (purse, of.support_asked) else {
            continue;
        };
        let new = NewLine {
            project: of.id,
            purse: purse.id,
            after,
        };
        keep_line(tx, draft, &of, new)?;
    }
    Ok(())
}

/// Keeps a line with what its project says now.
pub(super) fn keep_line(
    tx: &mut Tx<'_>,
    draft: &Decision,
    of: &Project,
    new: NewLine,
) -> Done<Item> {
    let line = line_of(tx, draft, of, new)?;
    decision::keep_item(tx, draft.id, &line)?;
    let facts = gather(&mut tx.reader(), of)?;
    decision::keep_facts(tx, draft.id, of.id, &facts)?;
    Ok(line)
}

/// The projects of a plan that wait for their approval.
pub(super) fn waiting_in(reader: &mut Reader<'_>, of: &Plan) -> Done<Vec<Project>> {
    let filter = Projects {
        plan: Some(of.id),
        status: Some(Status::Submitted),
        ..Projects::default()
    };
    let window = crate::kernel::Window::of_page(1, PROJECTS_MAX);
    // Whoever drafts for the plan drafts for all its projects.
    let scope = kc_domain::policy::console_scope();
    let page = project::list(reader, &scope, &filter, Order::Code, window)?;
    let projects = page.rows.into_iter().map(|row| row.project);
    awaiting(reader, projects, Move::Approve)
}

/// National projects draw on central money, local ones on the province's.
fn fits(purse: &Purse, project: &Project) -> bool {
    match project.level {
        Some(Level::National) => purse.source == Source::Central,
        Some(Level::Local) => purse.source == Source::Local,
        None => false,
    }
}

/// The line as it will stand, judged against the plan, the ledger and the later plan.
fn line_of(tx: &mut Tx<'_>, draft: &Decision, of: &Project, new: NewLine) -> Done<Item> {
    let reader = &mut tx.reader();
    let purse = ledger::find_purse(reader, new.purse)?.ok_or(Failure::NotFound)?;
    let known = decision::items(reader, draft.id)?;
    let held = known
        .iter()
        .find(|line| line.item.project == of.id && line.item.purse == purse.id);
    let id = match held {
        Some(line) => line.item.id,
        None => DecisionItemId(token::new_id(tx.at())?),
    };
    let reader = &mut tx.reader();
    let approved = approved(reader, of.id, purse.id)?;
    let item = Item {
        id,
        project: of.id,
        purse: purse.id,
        source: purse.source,
        to_purse: later_purse(reader, draft, purse.source)?.map(|purse| purse.id),
        before: approved,
        after: new.after,
    };
    judge(reader, draft, &item, of)?;
    Ok(item)
}

/// Judges a line by everything the rules know, as the records stand now.
pub(super) fn judge(
    reader: &mut Reader<'_>,
    draft: &Decision,
    item: &Item,
    of: &Project,
) -> Done<()> {
    let of_plan = plan::find(reader, draft.plan)?.ok_or(Failure::NotFound)?;
    let purse = ledger::find_purse(reader, item.purse)?.ok_or(Failure::NotFound)?;
    let situation = Situation {
        plan: &of_plan,
        project: of,
        purse: &purse,
        approved: approved(reader, of.id, purse.id)?,
    };
    check_item(draft.kind, item, &situation)?;
    expect_awaiting(reader, of)?;
    let to_plan = match draft.to_plan {
        Some(id) => plan::find(reader, id)?,
        None => None,
    };
    let to_purse = match item.to_purse {
        Some(id) => ledger::find_purse(reader, id)?,
        None => None,
    };
    let target = to_plan.as_ref().map(|plan| Target {
        plan,
        purse: to_purse.as_ref(),
    });
    Ok(check_target(draft, &of_plan, item.source, target)?)
}

/// A project that waits for its decision must be where its process approves it.
fn expect_awaiting(reader: &mut Reader<'_>, of: &Project) -> Done<()> {
    if let (Status::Submitted, Some(standing)) = (of.status, &of.standing) {
        let process = process::find(reader, &standing.process)?;
        process.next_move(&standing.state, Move::Approve)?;
    }
    Ok(())
}

/// The purse of the same source that the later plan has, for carrying over.
fn later_purse(
    reader: &mut Reader<'_>,
    draft: &Decision,
    source: Source,
) -> Result<Option<Purse>, Failure> {
    let carries = draft.kind == kc_domain::decision::DecisionKind::CarryOver;
    let Some(to) = draft.to_plan.filter(|_| carries) else {
        return Ok(None);
    };
    let to = plan::find(reader, to)?.ok_or(Refusal::NoLaterPlan { year: 0 })?;
    let purses = ledger::purses_of_plan(reader, &to)?;
    Ok(purses.into_iter().find(|purse| purse.source == source))
}

fn approved(reader: &mut Reader<'_>, project: ProjectId, purse: PurseId) -> Done<Dong> {
    let held = ledger::approved_of_project(reader, project)?;
    let found = held.into_iter().find(|(of, _)| *of == purse);
    Ok(found.map_or(Dong::ZERO, |(_, amount)| amount))
}
