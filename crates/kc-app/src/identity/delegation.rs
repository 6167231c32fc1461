//! Handing one's tasks to a colleague while on leave, and taking them back.

use super::password::own_subject;
use super::people;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::NaiveDate;
use kc_domain::identity::delegation::{Refusal, check};
use kc_domain::identity::{Actor, Assignment, Delegation};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DelegationId, OrganisationId, UserId};
use kc_domain::kernel::text::clean;
use kc_domain::policy::{Action, Subject, may};
use kc_store::identity::delegation;
pub use kc_store::identity::delegation::{Colleague, Named, Revoked};

/// What a person hands over.
#[derive(Debug, Clone)]
pub struct NewDelegation {
    /// Who stands in.
    pub deputy: UserId,
    /// Where.
    pub organisation: OrganisationId,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Hands the tasks of the person who asks to a colleague of the same organisation.
pub fn delegate(cx: &Cx<'_>, new: &NewDelegation) -> Done<DelegationId> {
    let id = DelegationId(token::new_id(cx.now())?);
    let about = About::new("identity", id);
    let actor = cx.actor().ok_or(Failure::NotFound)?;
    let permit = cx.permit(Action::Delegate, subject(actor, new.organisation)?, &about)?;
    let given = Delegation {
        id,
        person: actor.user,
        deputy: new.deputy,
        organisation: new.organisation,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        reason: clean(&new.reason),
    };
    if !own_roles(actor).any(|held| held.organisation == new.organisation) {
        return Err(Refusal::NoColleague.into());
    }
    if given.reason.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    cx.change(&permit, &about, |tx| {
        let reader = &mut tx.reader();
        let open = delegation::list_open(reader, given.person, given.deputy, cx.today())?;
        check(&given, &open, cx.today())?;
        let beside = delegation::colleagues(reader, given.organisation, given.valid_from)?;
        let deputy = beside
            .into_iter()
            .find(|found| is_deputy(found, given.deputy));
        let deputy = deputy.ok_or(Refusal::NoColleague)?;
        delegation::insert(tx, &given)?;
        let (from, to) = (show_date(given.valid_from), show_date(given.valid_to));
        let detail = format!(
            "Nhờ {} làm thay từ {from} đến {to}: {}",
            deputy.name, given.reason
        );
        tx.trace(Trace::new("identity", id, detail));
        Ok(id)
    })
}

/// Ends a delegation at once: either of the two people may, and whoever manages people, as when
/// somebody has left. Both see who did it.
pub fn revoke(cx: &Cx<'_>, id: DelegationId) -> Done<()> {
    let found = cx.read(|reader| Ok(delegation::find(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    let actor = cx.actor().ok_or(Failure::NotFound)?;
    let given = &found.delegation;
    let is_own = [given.person, given.deputy].contains(&actor.user);
    let about = About::new("identity", id);
    let permit = if is_own {
        cx.permit(
            Action::Delegate,
            subject(actor, given.organisation)?,
            &about,
        )?
    } else {
        people::show(cx, given.person)?;
        cx.permit(Action::ManagePeople, own_subject(cx), &about)?
    };
    cx.change(&permit, &about, |tx| {
        delegation::revoke(tx, id, actor.user)?;
        let detail = format!("{} thôi làm thay {}", found.deputy, found.person);
        if !is_own {
            tx.trace(Trace::new("identity", given.person, &detail));
        }
        tx.trace(Trace::new("identity", id, detail));
        Ok(())
    })
}

/// Delegations somebody gave or took, the latest first, for those who see people.
pub fn list_of(cx: &Cx<'_>, person: UserId) -> Done<Vec<Named>> {
    people::show(cx, person)?;
    cx.read(|reader| Ok(delegation::list_of(reader, person)?))
}

/// Delegations the person who asks gave or took, the latest first.
pub fn list(cx: &Cx<'_>) -> Done<Vec<Named>> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    cx.read(|reader| Ok(delegation::list_of(reader, user)?))
}

/// The organisations at which the person may hand over tasks, each with who could stand in.
pub fn colleagues(cx: &Cx<'_>) -> Done<Vec<(OrganisationId, Vec<Colleague>)>> {
    let actor = cx.actor().ok_or(Failure::NotFound)?;
    let mut places: Vec<OrganisationId> = Vec::new();
    for given in own_roles(actor) {
        if !places.contains(&given.organisation) {
            places.push(given.organisation);
        }
    }
    let beside = |place: OrganisationId| {
        let mut found = cx.read(|reader| Ok(delegation::colleagues(reader, place, cx.today())?))?;
        found.retain(|colleague| {
            is_deputy(colleague, colleague.user) && colleague.user != actor.user
        });
        found.dedup_by_key(|colleague| colleague.user);
        Ok((place, found))
    };
    places.into_iter().map(beside).collect()
}

/// Whether a colleague is the one meant and holds a role in which one may stand in.
fn is_deputy(colleague: &Colleague, wanted: UserId) -> bool {
    colleague.user == wanted && may(colleague.role, Action::Delegate)
}

/// Own roles that may be handed over.
fn own_roles(actor: &Actor) -> impl Iterator<Item = &Assignment> {
    let all = actor.assignments.iter();
    all.filter(|given| may(given.role, Action::Delegate))
}

/// Where the person works at an organisation; whoever no longer does acts from where they are.
fn subject(actor: &Actor, organisation: OrganisationId) -> Done<Subject> {
    let held = own_roles(actor).find(|given| given.organisation == organisation);
    let given = held
        .or_else(|| actor.assignments.first())
        .ok_or(Failure::NotFound)?;
    Ok(Subject::new(given.area.clone(), Some(given.organisation)))
}
