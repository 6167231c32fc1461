//! Registering a proposal, and taking over a project from published results.

use super::late::expect_in_round;
use super::subject;
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::{process, search};
use chrono::{Datelike, NaiveDate};
use kc_domain::kernel::id::{EstablishmentId, OrganisationId, PlanId, ProgrammeId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_domain::process::Standing;
use kc_domain::process::refusal::Refusal as ProcessRefusal;
use kc_domain::project::refusal::Refusal;
use kc_domain::project::{Project, ProjectKind, Status, check};
use kc_store::kernel::{Reader, Tx};
use kc_store::{plan, programme, project};

/// A project as it is entered. What is not known stays `None`.
#[derive(Debug, Clone)]
pub struct NewProject {
    /// The code the office uses; `None` takes the next free one of the year.
    pub code: Option<String>,
    /// Title: action, product, place.
    pub title: String,
    /// The programme; a plan names its own where this is `None`.
    pub programme: Option<ProgrammeId>,
    /// The annual plan.
    pub plan: Option<PlanId>,
    /// The batch: `II/2017`.
    pub batch: Option<String>,
    /// Single, flagship, group or task.
    pub kind: ProjectKind,
    /// National or local.
    pub level: Option<Level>,
    /// Key of the group of content.
    pub content_group: Option<String>,
    /// Trade.
    pub trade: Option<String>,
    /// The place as written.
    pub place_written: Option<String>,
    /// The beneficiary.
    pub establishment: Option<EstablishmentId>,
    /// The unit that carries it out.
    pub unit: Option<OrganisationId>,
    /// First day of the work.
    pub starts_on: Option<NaiveDate>,
    /// Last day of the work.
    pub ends_on: Option<NaiveDate>,
    /// The need and its basis.
    pub need: Option<String>,
    /// What it brings: `3.000 - 3.500 tấn/năm`.
    pub outcome: Option<String>,
    /// Estimated cost in all.
    pub cost_estimated: Option<Dong>,
    /// Support asked.
    pub support_asked: Option<Dong>,
    /// Workers.
    pub workers: Option<i64>,
    /// Turns of people taking part.
    pub turns: Option<i64>,
    /// What readers must know.
    pub note: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that registers it.
    pub organisation: OrganisationId,
    /// The firm or service organisation behind it.
    pub party: Option<OrganisationId>,
    /// Day of registration; `None` is today.
    pub registered_on: Option<NaiveDate>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

impl NewProject {
    /// A single project of which only title, place and organisation are known.
    pub fn named(title: impl Into<String>, area: AreaPath, organisation: OrganisationId) -> Self {
        Self {
            code: None,
            title: title.into(),
            programme: None,
            plan: None,
            batch: None,
            kind: ProjectKind::Single,
            level: None,
            content_group: None,
            trade: None,
            place_written: None,
            establishment: None,
            unit: None,
            starts_on: None,
            ends_on: None,
            need: None,
            outcome: None,
            cost_estimated: None,
            support_asked: None,
            workers: None,
            turns: None,
            note: None,
            area,
            organisation,
            party: None,
            registered_on: None,
            illustrative: false,
        }
    }
}

/// Registers a proposal.
pub fn propose(cx: &Cx<'_>, new: NewProject) -> Done<ProjectId> {
    keep(
        cx,
        new,
        Action::ProposeProject,
        Status::Registered,
        |_, _| Ok(()),
    )
}

/// Registers a proposal together with what else becomes true by it.
pub(crate) fn propose_and(
    cx: &Cx<'_>,
    new: NewProject,
    also: impl FnOnce(&mut Tx<'_>, ProjectId) -> Done<()>,
) -> Done<ProjectId> {
    keep(cx, new, Action::ProposeProject, Status::Registered, also)
}

/// Registers a proposal outside the round of its plan, by whoever may take it in late.
pub(super) fn register_late(cx: &Cx<'_>, new: NewProject, reason: &str) -> Done<ProjectId> {
    keep(
        cx,
        new,
        Action::AdmitProject,
        Status::Registered,
        |tx, id| super::late::keep(tx, id, reason),
    )
}

/// Takes over a project from published results: it was done, its steps are not known.
pub fn record_reported(cx: &Cx<'_>, new: NewProject) -> Done<ProjectId> {
    keep(cx, new, Action::AmendProject, Status::Reported, |_, _| {
        Ok(())
    })
}

fn keep(
    cx: &Cx<'_>,
    new: NewProject,
    action: Action,
    status: Status,
    also: impl FnOnce(&mut Tx<'_>, ProjectId) -> Done<()>,
) -> Done<ProjectId> {
    let id = ProjectId(token::new_id(cx.now())?);
    let typed_code = new.code.clone();
    let mut project = build(cx, id, new, status);
    let about = About::new("project", id);
    let permit = cx.permit(action, subject(&project), &about)?;
    cx.change(&permit, &about, |tx| {
        settle_references(cx, &mut tx.reader(), &mut project)?;
        if action == Action::ProposeProject {
            expect_in_round(tx, &project)?;
        }
        if status == Status::Registered {
            project.standing = Some(start(&mut tx.reader(), &project)?);
        }
        project.code = free_code(tx, typed_code, &project)?;
        project::insert(tx, &project)?;
        search::keep_project(tx, &project)?;
        also(tx, id)?;
        let detail = format!(
            "{} {}: {}",
            status.name(Lang::Vi),
            project.code,
            project.title
        );
        tx.trace(Trace::new("project", id, detail));
        Ok(id)
    })
}

fn build(cx: &Cx<'_>, id: ProjectId, new: NewProject, status: Status) -> Project {
    Project {
        id,
        code: new.code.unwrap_or_default(),
        title: new.title,
        programme: new.programme,
        plan: new.plan,
        batch: new.batch,
        kind: new.kind,
        level: new.level,
        content_group: new.content_group,
        trade: new.trade,
        status,
        standing: None,
        place_written: new.place_written,
        establishment: new.establishment,
        unit: new.unit,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        need: new.need,
        outcome: new.outcome,
        cost_estimated: new.cost_estimated,
        support_asked: new.support_asked,
        workers: new.workers,
        turns: new.turns,
        note: new.note,
        area: new.area,
        organisation: new.organisation,
        party: new.party,
        proposed_by: cx.user(),
        decision: None,
        contract_number: None,
        contracted_on: None,
        accepted_on: None,
        registered_on: new.registered_on.unwrap_or_else(|| cx.today()),
        reason: None,
        withdrawn_at: None,
        illustrative: new.illustrative,
        version: 1,
    }
}

/// Where a proposal begins: in the process in force for its level, place and day. What names no
/// level yet goes the local way, and changes over when it does.
pub(super) fn start(reader: &mut Reader<'_>, project: &Project) -> Done<Standing> {
    let level = project.level.unwrap_or(Level::Local);
    let day = project.registered_on;
    let process = process::of_registration(reader, level, &project.area, day)?;
    let start = process.start().ok_or(ProcessRefusal::NoneInForce)?;
    Ok(Standing {
        process: process.reference(),
        state: start.key.clone(),
        since: day,
    })
}

/// Looks up what the project names, within what the person may read, and checks it together. A
/// project in a plan counts for the plan's programme.
pub(super) fn settle_references(
    cx: &Cx<'_>,
    reader: &mut Reader<'_>,
    project: &mut Project,
) -> Done<()> {
    let plan = match project.plan {
        Some(id) => {
            let found = plan::find(reader, id)?;
            let found = found.ok_or(Refusal::UnknownReference { field: "plan" })?;
            expect_seen(cx, Action::ReadPlans, &crate::plan::subject(&found), "plan")?;
            Some(found)
        }
        None => None,
    };
    project.programme = project
        .programme
        .or_else(|| plan.as_ref().and_then(|plan| plan.programme));
    let programme = match project.programme {
        Some(id) => {
            let field = "programme";
            let found = programme::find(reader, id)?;
            let found = found.ok_or(Refusal::UnknownReference { field })?;
            let subject = crate::programme::subject(&found);
            expect_seen(cx, Action::ReadProgrammes, &subject, field)?;
            Some(found)
        }
        None => None,
    };
    settle_beneficiary(cx, reader, project)?;
    check(project, plan.as_ref(), programme.as_ref())?;
    // A decision may carry a project into another year; a proposal belongs to the one it names.
    if let Some(plan) = plan.filter(|_| project.status.is_draft()) {
        plan.expect_work(project.starts_on, project.ends_on)?;
    }
    Ok(())
}

fn settle_beneficiary(cx: &Cx<'_>, reader: &mut Reader<'_>, project: &Project) -> Done<()> {
    let field = "establishment";
    let Some(id) = project.establishment else {
        return Ok(());
    };
    let found = project::beneficiary(reader, id)?;
    let found = found.ok_or(Refusal::UnknownReference { field })?;
    let subject = Subject::new(found.area, Some(found.organisation)).with_party(found.party);
    expect_seen(cx, Action::ReadEstablishments, &subject, field)
}

fn expect_seen(cx: &Cx<'_>, action: Action, subject: &Subject, field: &'static str) -> Done<()> {
    if cx.may_on(action, subject) {
        return Ok(());
    }
    Err(Refusal::UnknownReference { field }.into())
}

/// The code that was typed if it is free, or the next free one of the year of registration.
pub(super) fn free_code(tx: &mut Tx<'_>, typed: Option<String>, project: &Project) -> Done<String> {
    let Some(code) = typed.filter(|code| !code.is_empty()) else {
        let prefix = format!("DA-{}-", project.registered_on.year());
        let number = project::next_number(&mut tx.reader(), &prefix)?;
        return Ok(format!("{prefix}{number:05}"));
    };
    let holder = project::find_by_code(&mut tx.reader(), &code)?;
    if holder.is_some_and(|holder| holder.id != project.id) {
        return Err(Refusal::CodeTaken { code }.into());
    }
    Ok(code)
}
