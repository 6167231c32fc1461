//! Who is there: lists for the administrator and the auditor.

use super::password::own_subject;
use crate::audit::Remembered;
use crate::kernel::{About, Cx, Done, Failure, Page, Trace, Window};
use kc_domain::identity::Assignment;
use kc_domain::kernel::id::UserId;
use kc_domain::policy::{Action, Subject};
pub use kc_store::identity::person::Person;
use kc_store::identity::{person, session};

/// A person with every role ever held.
#[derive(Debug, Clone)]
pub struct PersonCard {
    /// The person.
    pub person: Person,
    /// Roles, newest first.
    pub assignments: Vec<Assignment>,
    /// Open sessions.
    pub sessions: i64,
}

/// People whose roles lie within what the reader may see.
pub fn list(cx: &Cx<'_>, words: &str, window: Window) -> Done<Page<Person>> {
    let scope = cx.scope(Action::ReadPeople)?;
    let with_newcomers = cx.may(Action::ManagePeople);
    cx.read(|reader| Ok(person::list(reader, &scope, with_newcomers, words, window)?))
}

/// The person who asks, with the own roles.
pub fn own(cx: &Cx<'_>) -> Done<PersonCard> {
    find(cx, cx.user().ok_or(Failure::NotFound)?)
}

/// One person: somebody who holds or held a role within what the reader may see, or, for whoever
/// manages people, somebody invited who has no role yet.
pub fn show(cx: &Cx<'_>, id: UserId) -> Done<PersonCard> {
    let card = find(cx, id)?;
    let is_newcomer = card.assignments.is_empty() && cx.may(Action::ManagePeople);
    let is_near = card.assignments.iter().any(|given| {
        let subject = Subject::new(given.area.clone(), Some(given.organisation));
        cx.may_on(Action::ReadPeople, &subject)
    });
    if is_newcomer || is_near {
        Ok(card)
    } else {
        Err(Failure::NotFound)
    }
}

impl Remembered for UserId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

fn find(cx: &Cx<'_>, id: UserId) -> Done<PersonCard> {
    cx.read(|reader| {
        let person = person::find(reader, id)?.ok_or(Failure::NotFound)?;
        let assignments = person::assignments(reader, id)?;
        Ok(PersonCard {
            person,
            assignments,
            sessions: session::count(reader, id)?,
        })
    })
}

/// Closes an account and ends its sessions, or opens it again.
pub fn set_closed(cx: &Cx<'_>, id: UserId, closed: bool) -> Done<()> {
    let about = About::new("identity", id);
    show(cx, id)?;
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    if cx.user() == Some(id) {
        return Err(kc_domain::identity::refusal::Refusal::LastAdministrator.into());
    }
    cx.change(&permit, &about, |tx| {
        person::set_closed(tx, id, closed)?;
        session::delete_all(tx, id)?;
        let detail = if closed {
            "Khóa tài khoản"
        } else {
            "Mở lại tài khoản"
        };
        tx.trace(Trace::new("identity", id, detail));
        Ok(())
    })
}
