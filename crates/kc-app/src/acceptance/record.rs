//! Recording an acceptance; a passed one takes the project's step in the same transaction and opens
//! the follow-up.

use crate::followup::schedule;
use crate::kernel::{About, Cx, Done, Failure, token};
use crate::ledger::reached;
use crate::monitoring::{NewRequest, keep_requests, trace};
use crate::project::step::{Given, take_within};
use chrono::NaiveDate;
use kc_domain::acceptance::{Acceptance, Facts, Installed, decide};
use kc_domain::kernel::id::{ProjectId, VisitId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Source, Stage};
use kc_domain::monitoring::{Findings, Person, Verdict, Visit, VisitKind, check};
use kc_domain::policy::Action;
use kc_domain::process::Move;
use kc_domain::project::Project;
use kc_store::kernel::Tx;
use kc_store::{acceptance, ledger, monitoring, project};

/// An acceptance as it is entered.
#[derive(Debug, Clone)]
pub struct NewAcceptance {
    /// The day.
    pub held_on: NaiveDate,
    /// The place as written.
    pub place_written: Option<String>,
    /// Who came, by side.
    pub people: Vec<Person>,
    /// The work done.
    pub volume: String,
    /// The accepted cost in all.
    pub cost: Option<Dong>,
    /// The support accepted for payment.
    pub support: Option<Dong>,
    /// The counterpart proven by vouchers.
    pub counterpart: Option<Dong>,
    /// Each machine as it stands there.
    pub installed: Vec<Installed>,
    /// How it ended.
    pub verdict: Option<Verdict>,
    /// The conclusion in words.
    pub conclusion: Option<String>,
    /// What must still be done, by whom, by when.
    pub requests: Vec<NewRequest>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records an acceptance of a project.
pub fn record(cx: &Cx<'_>, id: ProjectId, new: NewAcceptance) -> Done<VisitId> {
    let seen = crate::project::show(cx, id)?;
    let about = About::new("project", id);
    let subject = crate::project::subject(&seen);
    let permit = cx.permit(Action::RecordAcceptance, subject, &about)?;
    let requests = new.requests.clone();
    let (visit, accepted) = build(cx, &seen, new)?;
    cx.change(&permit, &about, |tx| {
        let project = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        check(&visit, cx.today())?;
        let moves_on = judge(cx, tx, &visit, &accepted, (&project, requests.len()))?;
        monitoring::insert(tx, &visit)?;
        acceptance::insert(tx, &accepted)?;
        keep_requests(cx, tx, &visit, requests)?;
        tx.trace(trace(&visit));
        if moves_on {
            let given = Given {
                on: Some(visit.held_on),
                ..Given::default()
            };
            take_within(cx, tx, id, Move::Accept, &given)?;
            schedule::open_within(cx, tx, &project, visit.held_on)?;
        }
        Ok(visit.id)
    })
}

/// Gathers what the rule must know, inside the transaction, and asks it.
fn judge(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    visit: &Visit,
    accepted: &Acceptance,
    (project, requests): (&Project, usize),
) -> Done<bool> {
    let reader = &mut tx.reader();
    let equipment = project::list_equipment(reader, project.id)?;
    let stages = ledger::stages_of_project(reader, project.id)?;
    let is_counterpart = |source| source == Source::Counterpart;
    let is_support = |source: Source| !source.is_of_partners();
    let facts = Facts {
        project,
        equipment: &equipment,
        counterpart_promised: reached(&stages, Stage::Committed, is_counterpart),
        support_approved: reached(&stages, Stage::Approved, is_support),
        requests,
    };
    Ok(decide(visit, accepted, facts, cx.today())?)
}

fn build(cx: &Cx<'_>, project: &Project, new: NewAcceptance) -> Done<(Visit, Acceptance)> {
    let id = VisitId(token::new_id(cx.now())?);
    let visit = Visit {
        id,
        kind: VisitKind::Acceptance,
        project: Some(project.id),
        establishment: None,
        held_on: new.held_on,
        place_written: new.place_written,
        people: new.people,
        findings: Findings::default(),
        answers: Vec::new(),
        verdict: new.verdict,
        conclusion: new.conclusion,
        area: project.area.clone(),
        organisation: project.organisation,
        party: project.party,
        recorded_by: cx.user(),
        withdrawn_because: None,
        illustrative: new.illustrative,
    };
    let recorded = new.installed.into_iter().filter(|found| !found.is_blank());
    let accepted = Acceptance {
        visit: id,
        volume: new.volume,
        cost: new.cost,
        support: new.support,
        counterpart: new.counterpart,
        installed: recorded.collect(),
    };
    Ok((visit, accepted))
}
