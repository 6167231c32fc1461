//! Who may do what: one table, and the only maker of permits and scopes.
//!
//! A [`Permit`] says that a person may do one thing to one record; the store's writing
//! functions ask for it. A [`Scope`] says whose rows a person may read; every list asks for
//! it. Neither can be made anywhere else, because their fields are private.

mod action;
mod denial;
mod hand;
mod scope;
mod table;

pub use action::Action;
pub use denial::{Denial, Withheld};
pub use hand::roles_for;
pub use scope::Scope;
pub use table::{TABLE, may};

use crate::identity::{Actor, Role, StandIn};
use crate::kernel::id::{OrganisationId, UserId};
use crate::place::area::AreaPath;
use hand::{Hand, hand, same_hand};

/// What the policy must know of a record to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Where the record lies.
    pub area: AreaPath,
    /// The organisation in charge of it.
    pub organisation: Option<OrganisationId>,
    /// A second organisation concerned: the firm or service organisation behind it.
    pub party: Option<OrganisationId>,
    /// Who made or proposed it; nobody approves an own proposal.
    pub maker: Option<UserId>,
}

impl Subject {
    /// A record yet to be made in an area, for an organisation.
    pub fn new(area: AreaPath, organisation: Option<OrganisationId>) -> Self {
        Self {
            area,
            organisation,
            party: None,
            maker: None,
        }
    }

    /// The same with the person who proposed it.
    pub fn made_by(self, maker: UserId) -> Self {
        Self {
            maker: Some(maker),
            ..self
        }
    }

    /// The same with a second organisation concerned.
    pub fn with_party(self, party: Option<OrganisationId>) -> Self {
        Self { party, ..self }
    }
}

/// Who tries what, and where: what stands in the audit, allowed or not. Opens nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// What is tried.
    pub action: Action,
    /// Who tries; `None` for the program itself.
    pub user: Option<UserId>,
    /// The name at that time.
    pub name: String,
    /// Where the record lies.
    pub area: AreaPath,
}

impl Attempt {
    /// A person's attempt.
    pub fn of(actor: &Actor, action: Action, area: AreaPath) -> Self {
        Self {
            action,
            user: Some(actor.user),
            name: actor.name.clone(),
            area,
        }
    }
}

/// That this person may do this to this record. Made only by [`permit`] and [`system_permit`].
#[derive(Debug, Clone)]
pub struct Permit {
    attempt: Attempt,
    subject: Subject,
}

impl Permit {
    /// Who may do what, for the audit.
    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// What is permitted.
    pub fn action(&self) -> Action {
        self.attempt.action
    }

    /// Who was permitted; `None` for the program itself.
    pub fn user(&self) -> Option<UserId> {
        self.attempt.user
    }

    /// The record the permit covers.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }
}

/// Decides whether a person may do something to a record, in an own role or in one of somebody
/// they stand in for, which the audit then says.
///
/// A record the person may not even read is [`Denial::Hidden`], like a missing one.
pub fn permit(actor: &Actor, action: Action, subject: Subject) -> Result<Permit, Denial> {
    let Some(hand) = hand(actor, action, &subject) else {
        let readable = action
            .reading()
            .is_none_or(|read| hand(actor, read, &subject).is_some());
        return Err(if readable {
            Denial::Withheld(Withheld::NoRole { action })
        } else {
            Denial::Hidden
        });
    };
    if let Some(withheld) = same_hand(actor, action, &subject) {
        return Err(Denial::Withheld(withheld));
    }
    let mut attempt = Attempt::of(actor, action, subject.area.clone());
    if let Hand::For(absent) = hand {
        attempt.name = format!("{} thay {}", actor.name, absent.name);
    }
    Ok(Permit { attempt, subject })
}

/// Whom a person stands in for when doing something to a record; nobody where an own role reaches.
pub fn lender<'a>(actor: &'a Actor, action: Action, subject: &Subject) -> Option<&'a StandIn> {
    match hand(actor, action, subject)? {
        Hand::Own => None,
        Hand::For(absent) => Some(absent),
    }
}

/// A permit for what the program does by itself: signing in, the first run, the demo's clock.
///
/// Only for actions that no person chooses; anything else is refused.
pub fn system_permit(action: Action, subject: Subject) -> Result<Permit, Denial> {
    if action.is_systems_own() {
        let area = subject.area.clone();
        let attempt = Attempt {
            action,
            user: None,
            name: "khuyencong".to_owned(),
            area,
        };
        return Ok(Permit { attempt, subject });
    }
    Err(Denial::Withheld(Withheld::NoRole { action }))
}

/// Whose rows a person may read.
pub fn scope(actor: &Actor, action: Action) -> Result<Scope, Denial> {
    let mut scope = Scope::nothing();
    for assignment in roles_for(actor, action) {
        match reach(assignment.role, action) {
            Reach::Area => scope.add_covered(&assignment.area),
            Reach::Province => scope.add_covered(&assignment.area.of_own_province()),
            Reach::Own | Reach::OwnHere => scope.add_organisation(assignment.organisation),
        }
    }
    if scope.is_empty() {
        return Err(Denial::Withheld(Withheld::NoRole { action }));
    }
    Ok(scope)
}

/// The scope of whoever holds the machine: the command line beside the data file.
pub fn console_scope() -> Scope {
    Scope::everything()
}

/// How far a role reaches with an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Over its area.
    Area,
    /// Over the whole province its area lies in.
    Province,
    /// Over its own organisation's records only.
    Own,
    /// Over its own organisation's records in its area.
    OwnHere,
}

/// A commune officer proposes for the own commune only, but reads what the province does, so that
/// the proposal of a neighbour, or of a firm next door, answers "not yours" instead of "not there".
/// Outsiders read the frame they apply to.
fn reach(role: Role, action: Action) -> Reach {
    match (role, action) {
        (
            Role::CommuneOfficer,
            Action::ReadProjects
            | Action::ReadPlans
            | Action::ReadProgrammes
            | Action::ReadDocuments,
        )
        | (Role::ServiceOrganisation | Role::Firm, Action::ReadPlans | Action::ReadProgrammes) => {
            Reach::Province
        }
        (Role::CommuneOfficer, Action::ProposeProject | Action::SubmitProject) => Reach::OwnHere,
        (Role::ServiceOrganisation | Role::Firm, _) => Reach::Own,
        _ => Reach::Area,
    }
}

#[cfg(test)]
mod tests;
