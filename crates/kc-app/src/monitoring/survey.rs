//! Recording a needs survey, and registering the proposal that comes out of it.

use super::{show, subject, trace};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::project::propose::{NewProject, propose_and};
use chrono::NaiveDate;
use kc_domain::kernel::id::{EstablishmentId, OrganisationId, PlanId, ProjectId, VisitId};
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::checklist::Answer;
use kc_domain::monitoring::refusal::Refusal;
use kc_domain::monitoring::{Findings, Person, Verdict, Visit, VisitKind, check};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_store::monitoring;

/// A survey as it is entered.
#[derive(Debug, Clone)]
pub struct NewSurvey {
    /// The establishment, where it is recorded.
    pub establishment: Option<EstablishmentId>,
    /// The place as written.
    pub place_written: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation that surveys.
    pub organisation: OrganisationId,
    /// The day.
    pub held_on: NaiveDate,
    /// Who came.
    pub people: Vec<Person>,
    /// The plan it was made for, where the office names one.
    pub plan: Option<PlanId>,
    /// What is needed.
    pub need: Option<String>,
    /// The checklist.
    pub answers: Vec<Answer>,
    /// How it ended.
    pub verdict: Option<Verdict>,
    /// The conclusion in words.
    pub conclusion: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a survey.
pub fn record(cx: &Cx<'_>, new: NewSurvey) -> Done<VisitId> {
    let named = new.plan;
    let visit = build(cx, new)?;
    let about = About::new("visit", visit.id);
    let permit = cx.permit(Action::RecordVisit, subject(&visit), &about)?;
    if let Some(establishment) = visit.establishment {
        crate::establishment::show(cx, establishment)?;
    }
    if let Some(plan) = named {
        crate::plan::show(cx, plan)?;
    }
    cx.change(&permit, &about, |tx| {
        check(&visit, cx.today())?;
        monitoring::insert(tx, &visit)?;
        if let Some(plan) = named {
            monitoring::name_plan(tx, visit.id, plan)?;
        }
        tx.trace(trace(&visit));
        Ok(visit.id)
    })
}

fn build(cx: &Cx<'_>, new: NewSurvey) -> Done<Visit> {
    Ok(Visit {
        id: VisitId(token::new_id(cx.now())?),
        kind: VisitKind::Survey,
        project: None,
        establishment: new.establishment,
        held_on: new.held_on,
        place_written: new.place_written,
        people: new.people,
        findings: Findings {
            need: new.need,
            ..Findings::default()
        },
        answers: new.answers,
        verdict: new.verdict,
        conclusion: new.conclusion,
        area: new.area,
        organisation: new.organisation,
        party: None,
        recorded_by: cx.user(),
        withdrawn_because: None,
        illustrative: new.illustrative,
    })
}

/// Registers a proposal that comes out of a survey; both know of each other from then on.
pub fn propose(cx: &Cx<'_>, survey: VisitId, new: NewProject) -> Done<ProjectId> {
    let found = show(cx, survey)?;
    if found.kind != VisitKind::Survey {
        return Err(Refusal::OtherKind.into());
    }
    propose_and(cx, new, |tx, project| {
        let now = monitoring::find(&mut tx.reader(), survey)?.ok_or(Failure::NotFound)?;
        if now.withdrawn_because.is_some() {
            return Err(Refusal::Withdrawn.into());
        }
        if now.project.is_some() {
            return Err(Refusal::SurveyUsed.into());
        }
        monitoring::link(tx, survey, project)?;
        let detail = format!("Lập đề án từ {}", found.title(Lang::Vi).to_lowercase());
        tx.trace(Trace::new("visit", survey, detail));
        Ok(())
    })
}
