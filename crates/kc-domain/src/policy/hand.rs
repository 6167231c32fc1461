//! In whose name a person acts: the own, or that of somebody they stand in for today.
//!
//! A deputy holds the roles of whoever is away, but is no second pair of hands: neither what the
//! deputy nor what the absent person proposed may be approved by the deputy; nor does a deputy
//! prepare in the name of somebody who could approve the same.

use super::{Action, Reach, Subject, Withheld, may, reach};
use crate::identity::{Actor, Assignment, StandIn};
use crate::place::area::AreaPath;

/// Who lends the role in which something is done.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hand<'a> {
    /// An own role.
    Own,
    /// A role of somebody who is away.
    For(&'a StandIn),
}

/// The hand that reaches a record with an action, an own one before a borrowed one.
pub(super) fn hand<'a>(actor: &'a Actor, action: Action, subject: &Subject) -> Option<Hand<'a>> {
    if any_reaches(&actor.assignments, action, subject) {
        return Some(Hand::Own);
    }
    let mut lenders = actor.stands_in.iter();
    let lender = lenders.find(|absent| borrowed_reaches(absent, action, subject));
    lender.map(Hand::For)
}

/// Every role a person acts in with this action: the own ones, and those that may be lent for it.
pub fn roles_for(actor: &Actor, action: Action) -> impl Iterator<Item = &Assignment> {
    let lent = actor
        .stands_in
        .iter()
        .flat_map(|absent| &absent.assignments);
    let lent = lent.filter(move |given| may_be_lent(given, action));
    let all = actor.assignments.iter().chain(lent);
    all.filter(move |given| may(given.role, action))
}

/// Why the second hand must be another person; nothing when it may be this one.
pub(super) fn same_hand(actor: &Actor, action: Action, subject: &Subject) -> Option<Withheld> {
    let maker = subject.maker.filter(|_| action.needs_second_hand())?;
    if maker == actor.user {
        return Some(Withheld::OwnProposal);
    }
    let absent = actor.stands_in.iter().find(|absent| absent.user == maker)?;
    Some(Withheld::ProposalOfAbsent {
        name: absent.name.clone(),
    })
}

fn borrowed_reaches(absent: &StandIn, action: Action, subject: &Subject) -> bool {
    let reaches = |action| {
        let lent = absent.assignments.iter();
        lent.filter(|given| may_be_lent(given, action))
            .any(|given| reaches(given, action, subject))
    };
    reaches(action) && !action.second_hand().is_some_and(reaches)
}

/// Roles that nobody may hand over are never lent, and what is personal stays with the person.
fn may_be_lent(given: &Assignment, action: Action) -> bool {
    may(given.role, Action::Delegate) && !action.is_personal()
}

fn any_reaches(assignments: &[Assignment], action: Action, subject: &Subject) -> bool {
    let mut all = assignments.iter();
    all.any(|given| reaches(given, action, subject))
}

fn reaches(given: &Assignment, action: Action, subject: &Subject) -> bool {
    let is_own = subject.organisation == Some(given.organisation)
        || subject.party == Some(given.organisation);
    let is_within = |area: &AreaPath| subject.area.is_covered_by(area);
    may(given.role, action)
        && match reach(given.role, action) {
            Reach::Area => is_within(&given.area),
            Reach::Province => is_within(&given.area.of_own_province()),
            Reach::Own => is_own,
            Reach::OwnHere => is_own && is_within(&given.area),
        }
}
