//! Asking for a change, with its reason and what is to be different.

use super::facts::Now;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::norm;
use crate::project::{self, subject};
use chrono::Datelike;
use kc_domain::amendment::refusal::Refusal;
use kc_domain::amendment::{
    Amendment, AmendmentKind, Fact, Route, Stand, What, request as decide, route,
};
use kc_domain::kernel::id::{AmendmentId, EstablishmentId, ProjectId};
use kc_domain::kernel::text::{Lang, Text, clean};
use kc_domain::norm::Answer;
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::amendment;
use kc_store::kernel::Reader;

/// A request as it is made.
#[derive(Debug, Clone)]
pub struct NewAmendment {
    /// The project.
    pub project: ProjectId,
    /// What kind of change.
    pub kind: AmendmentKind,
    /// Why.
    pub reason: String,
    /// What is to be different; what it was before is looked up.
    pub wished: Vec<Fact>,
}

/// Asks for a change of an approved project. Nothing of the project changes yet.
pub fn request(cx: &Cx<'_>, new: &NewAmendment) -> Done<AmendmentId> {
    let project = project::show(cx, new.project)?;
    let about = About::new("amendment", project.id);
    let permit = cx.permit(Action::RequestChange, subject(&project), &about)?;
    let by = cx.user().ok_or(Failure::NotFound)?;
    let id = AmendmentId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| {
        let reader = &mut tx.reader();
        let now = Now::of(reader, project.id)?;
        let filled = new.wished.iter().map(|fact| Fact {
            before: now.value(fact),
            ..fact.clone()
        });
        let facts: Vec<_> = filled.filter(|fact| fact.before != fact.after).collect();
        let asked = Amendment {
            id,
            project: project.id,
            kind: new.kind,
            reason: clean(&new.reason),
            rule: way(&now.project, new.kind, &facts)?.code.clone(),
            facts,
            stand: Stand::Asked,
            asked_on: cx.today(),
            asked_by: by,
            confirmed: None,
            decided: None,
            decision: None,
            note: None,
            area: project.area.clone(),
            organisation: project.organisation,
            party: project.party,
            illustrative: project.illustrative,
        };
        let open = amendment::open_kinds(reader, project.id)?;
        decide(&asked, now.project.status, &open)?;
        expect_eligible(cx, reader, &now.project, &asked.facts)?;
        amendment::insert(tx, &asked)?;
        let detail = format!("Đề nghị: {}. {}", asked.kind.name(Lang::Vi), told(&asked));
        tx.trace(Trace::new("project", project.id, detail));
        Ok(id)
    })
}

/// The way of a change: by kind and level, and whether it would end in a later year.
fn way(project: &Project, kind: AmendmentKind, facts: &[Fact]) -> Done<&'static Route> {
    let level = project.level.ok_or(Refusal::NoRoute)?;
    let ends = facts
        .iter()
        .filter(|fact| fact.what == What::EndsOn)
        .find_map(Fact::day);
    let is_next_year = match (project.ends_on, ends) {
        (Some(before), Some(after)) => after.year() > before.year(),
        _ => false,
    };
    Ok(route(kind, level, is_next_year).ok_or(Refusal::NoRoute)?)
}

/// A new beneficiary is judged by the same rules as the first.
pub(super) fn expect_eligible(
    cx: &Cx<'_>,
    reader: &mut Reader<'_>,
    project: &Project,
    facts: &[Fact],
) -> Done<()> {
    let beneficiary = facts.iter().find(|fact| fact.what == What::Beneficiary);
    let Some(id) = beneficiary.and_then(|fact| EstablishmentId::parse(fact.after.as_deref()?))
    else {
        return Ok(());
    };
    let with_new = Project {
        establishment: Some(id),
        ..project.clone()
    };
    let judged = norm::eligibility(reader, &with_new, cx.today())?;
    if let Some(Ok(judgement)) = judged
        && judgement.answer == Answer::No
    {
        let judgement = Text::new(judgement.say(Lang::Vi), judgement.say(Lang::En));
        return Err(Refusal::NotEligible { judgement }.into());
    }
    Ok(())
}

/// The facts before and after, as the audit keeps them.
pub(super) fn told(amendment: &Amendment) -> String {
    let lang = Lang::Vi;
    let fact = |fact: &Fact| {
        format!(
            "{}: {} → {}",
            fact.what.name(lang),
            fact.shown(fact.before.as_ref(), lang),
            fact.shown(fact.after.as_ref(), lang)
        )
    };
    let facts: Vec<_> = amendment.facts.iter().map(fact).collect();
    format!("{}. Lý do: {}", facts.join("; "), amendment.reason)
}
