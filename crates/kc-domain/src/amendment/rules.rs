//! What holds when a change is asked, confirmed and decided.

use super::Amendment;
use super::fact::{Fact, What};
use super::kind::AmendmentKind;
use super::refusal::Refusal;
use super::route::{Authority, Route};
use super::stand::Stand;
use crate::identity::Role;
use crate::kernel::id::UserId;
use crate::kernel::money::Dong;
use crate::project::{Project, Status};
use chrono::NaiveDate;

/// Asks for a change: of an approved project that is not accepted, with a reason, and of something
/// that would really be different.
pub fn request(new: &Amendment, status: Status, open: &[AmendmentKind]) -> Result<(), Refusal> {
    if !matches!(status, Status::Approved | Status::Contracted) {
        return Err(Refusal::NotOpen { status });
    }
    if new.reason.is_empty() {
        return Err(Refusal::NoReason);
    }
    if open.contains(&new.kind) {
        return Err(Refusal::AskedAlready { kind: new.kind });
    }
    let differs = new.facts.iter().all(|fact| fact.before != fact.after);
    if new.kind != AmendmentKind::Stop && (new.facts.is_empty() || !differs) {
        return Err(Refusal::NothingChanges);
    }
    fits(new)
}

/// Whether the facts are those of the kind, and move the right way.
fn fits(new: &Amendment) -> Result<(), Refusal> {
    let changes: Vec<Dong> = new.facts.iter().filter_map(Fact::change).collect();
    let sum: Dong = changes.iter().copied().sum();
    let all = |is_right: fn(&Dong) -> bool| !changes.is_empty() && changes.iter().all(is_right);
    let is_right = match new.kind {
        AmendmentKind::Extend => new.facts.iter().all(is_later),
        AmendmentKind::RaiseSupport => all(|change| change.0 > 0),
        AmendmentKind::LowerSupport => all(|change| change.0 < 0),
        AmendmentKind::SwitchSource => changes.len() > 1 && sum == Dong::ZERO,
        _ => true,
    };
    let is_whole = new.facts.iter().all(|fact| match fact.what {
        What::Support(_) => !fact
            .after
            .as_ref()
            .is_some_and(|text| text.starts_with('-')),
        _ => fact.after.is_some(),
    });
    if is_right && is_whole {
        return Ok(());
    }
    Err(Refusal::WrongWay { kind: new.kind })
}

fn is_later(fact: &Fact) -> bool {
    let before: Option<NaiveDate> = fact.before.as_ref().and_then(|text| text.parse().ok());
    match (before, fact.day()) {
        (Some(before), Some(after)) => after > before,
        (None, Some(_)) => true,
        (_, None) => false,
    }
}

/// Who acts on a request, and on what paper.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    /// The person.
    pub user: UserId,
    /// The roles the person holds.
    pub roles: &'a [Role],
    /// The day of the paper.
    pub on: NaiveDate,
    /// Whether a recorded, dated paper stands behind it.
    pub has_document: bool,
    /// The calendar day.
    pub today: NaiveDate,
}

/// Confirms for the province, where the route asks for it.
pub fn confirm(held: &Amendment, route: &Route, hand: &Hand<'_>) -> Result<(), Refusal> {
    if held.stand != Stand::Asked {
        return Err(Refusal::Settled { stand: held.stand });
    }
    if !route.needs_confirmation {
        return Err(Refusal::NoConfirmation);
    }
    if held.asked_by == hand.user {
        return Err(Refusal::SameHand);
    }
    expect_day(held, hand)
}

/// Decides: whoever the route names, or the head of the Sở on the recorded paper of an authority
/// above; never whoever asked or confirmed.
pub fn decide(held: &Amendment, route: &Route, hand: &Hand<'_>) -> Result<(), Refusal> {
    if !held.stand.is_open() {
        return Err(Refusal::Settled { stand: held.stand });
    }
    if route.needs_confirmation && held.stand != Stand::Confirmed {
        return Err(Refusal::NotConfirmed);
    }
    let confirmed_by = held.confirmed.as_ref().map(|act| act.by);
    if held.asked_by == hand.user || confirmed_by == Some(hand.user) {
        return Err(Refusal::SameHand);
    }
    let is_of_agency = hand.roles.contains(&Role::AgencyOfficer);
    let is_head = hand.roles.contains(&Role::DepartmentHead);
    let may = match route.authority {
        Authority::DepartmentHead => is_head,
        Authority::Ministry | Authority::Agency => is_of_agency || (is_head && hand.has_document),
    };
    if !may {
        return Err(Refusal::WrongAuthority {
            authority: route.authority,
        });
    }
    expect_day(held, hand)
}

fn expect_day(held: &Amendment, hand: &Hand<'_>) -> Result<(), Refusal> {
    if hand.on > hand.today {
        return Err(Refusal::InTheFuture { on: hand.on });
    }
    let not_before = held.confirmed.as_ref().map_or(held.asked_on, |act| act.on);
    if hand.on < not_before {
        return Err(Refusal::TooEarly {
            on: hand.on,
            not_before,
        });
    }
    Ok(())
}

/// The facts that are no longer what they were when the change was asked, with what they are now.
pub fn stale(
    facts: &[Fact],
    now: impl Fn(&Fact) -> Option<String>,
) -> Vec<(&Fact, Option<String>)> {
    let with_now = facts.iter().map(|fact| (fact, now(fact)));
    with_now.filter(|(fact, now)| fact.before != *now).collect()
}

/// Refuses to change by hand what a decision settled: beneficiary, place, last day, support. What
/// nobody knew before may still be filled in.
pub fn unchanged_by_hand(before: &Project, after: &Project) -> Result<(), Refusal> {
    if !matches!(before.status, Status::Approved | Status::Contracted) {
        return Ok(());
    }
    let kept = is_kept(before.establishment, after.establishment)
        && is_kept(before.ends_on, after.ends_on)
        && is_kept(before.support_asked, after.support_asked)
        && is_kept(before.place_written.as_ref(), after.place_written.as_ref());
    if kept {
        Ok(())
    } else {
        Err(Refusal::ByRequest)
    }
}

fn is_kept<T: PartialEq>(before: Option<T>, after: Option<T>) -> bool {
    before.is_none() || before == after
}
