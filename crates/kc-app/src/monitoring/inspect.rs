//! Recording an inspection of a project with its requests.

use super::{NewRequest, keep_requests, subject, trace};
use crate::kernel::{About, Cx, Done, token};
use chrono::NaiveDate;
use kc_domain::kernel::id::{ProjectId, VisitId};
use kc_domain::monitoring::refusal::Refusal;
use kc_domain::monitoring::{Findings, Person, Visit, VisitKind, check};
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::monitoring;

/// An inspection as it is entered.
#[derive(Debug, Clone)]
pub struct NewInspection {
    /// Planned or ad hoc.
    pub kind: VisitKind,
    /// The day.
    pub held_on: NaiveDate,
    /// The place as written.
    pub place_written: Option<String>,
    /// Who came.
    pub people: Vec<Person>,
    /// Progress, money, machine.
    pub findings: Findings,
    /// The conclusion in words.
    pub conclusion: Option<String>,
    /// What is asked, of whom, by when.
    pub requests: Vec<NewRequest>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records an inspection. It lies where its project lies.
pub fn record(cx: &Cx<'_>, project: ProjectId, new: NewInspection) -> Done<VisitId> {
    if !new.kind.is_inspection() {
        return Err(Refusal::OtherKind.into());
    }
    let found = crate::project::show(cx, project)?;
    let requests = new.requests.clone();
    let visit = build(cx, &found, new)?;
    let about = About::new("visit", visit.id);
    let permit = cx.permit(Action::RecordVisit, subject(&visit), &about)?;
    cx.change(&permit, &about, |tx| {
        check(&visit, cx.today())?;
        monitoring::insert(tx, &visit)?;
        keep_requests(cx, tx, &visit, requests)?;
        tx.trace(trace(&visit));
        Ok(visit.id)
    })
}

fn build(cx: &Cx<'_>, project: &Project, new: NewInspection) -> Done<Visit> {
    Ok(Visit {
        id: VisitId(token::new_id(cx.now())?),
        kind: new.kind,
        project: Some(project.id),
        establishment: None,
        held_on: new.held_on,
        place_written: new.place_written,
        people: new.people,
        findings: new.findings,
        answers: Vec::new(),
        verdict: None,
        conclusion: new.conclusion,
        area: project.area.clone(),
        organisation: project.organisation,
        party: project.party,
        recorded_by: cx.user(),
        withdrawn_because: None,
        illustrative: new.illustrative,
    })
}
