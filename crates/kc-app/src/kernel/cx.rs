//! The context of a use case: who asks, when, and the only doors to the store.

use super::{App, Done, Failure, Picture, SentForm};
use chrono::NaiveDate;
use kc_domain::identity::{Actor, Assignment, Role};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{self, Action, Attempt, Denial, Permit, Scope, Subject};
use kc_store::kernel::{Reader, Stamp, StoreError, Trace, Tx};
use std::rc::Rc;
use std::sync::Arc;

/// Which record a write is about, for the audit of a refusal.
#[derive(Debug, Clone)]
pub struct About {
    /// The word of the record.
    pub word: &'static str,
    /// Its identity.
    pub record: String,
}

impl About {
    /// A record of a word.
    pub fn new(word: &'static str, record: impl ToString) -> Self {
        Self {
            word,
            record: record.to_string(),
        }
    }
}

/// Who asks: a person, or whoever holds the machine.
#[derive(Debug, Clone)]
enum Who {
    Person(Arc<Actor>),
    Console,
}

/// One person's request.
pub struct Cx<'a> {
    app: &'a App,
    who: Who,
    lang: Lang,
    form: Option<Rc<SentForm>>,
    picture: Option<Rc<Picture>>,
}

impl<'a> Cx<'a> {
    pub(super) fn of_person(app: &'a App, actor: Arc<Actor>, lang: Lang) -> Self {
        Self {
            app,
            who: Who::Person(actor),
            lang,
            form: None,
            picture: None,
        }
    }

    pub(super) fn of_console(app: &'a App, lang: Lang) -> Self {
        Self {
            app,
            who: Who::Console,
            lang,
            form: None,
            picture: None,
        }
    }

    /// The same person, seeing one picture of the database until something is written.
    pub fn seeing(self, picture: Rc<Picture>) -> Self {
        Self {
            picture: Some(picture),
            ..self
        }
    }

    /// With the form the request came from, which the first write takes.
    #[must_use]
    pub fn from_form(mut self, form: Option<Rc<SentForm>>) -> Self {
        self.form = form;
        self
    }

    /// The open office.
    pub fn app(&self) -> &'a App {
        self.app
    }

    /// The language the person reads.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.app.now()
    }

    /// The calendar day in Vietnam.
    pub fn today(&self) -> NaiveDate {
        self.now().day()
    }

    /// The person who asks; nobody at the console.
    pub fn actor(&self) -> Option<&Actor> {
        match &self.who {
            Who::Person(actor) => Some(actor),
            Who::Console => None,
        }
    }

    /// The identity of the person who asks.
    pub fn user(&self) -> Option<UserId> {
        self.actor().map(|actor| actor.user)
    }

    /// Whether somebody is the person who asks, or one they stand in for today.
    pub fn is_own_hand(&self, user: UserId) -> bool {
        self.hands().contains(&user)
    }

    /// The person who asks, and everybody they stand in for today: one pair of hands.
    pub fn hands(&self) -> Vec<UserId> {
        let absent = self.actor().into_iter().flat_map(|actor| &actor.stands_in);
        let absent = absent.map(|absent| absent.user);
        self.user().into_iter().chain(absent).collect()
    }

    /// Whether the person holds a role, or stands in for somebody who does.
    pub fn has(&self, role: Role) -> bool {
        self.actor().is_some_and(|actor| actor.has(role))
    }

    /// The role in which the person does something: an own one, or one lent for it.
    pub fn role_for(&self, action: Action) -> Option<&Assignment> {
        policy::roles_for(self.actor()?, action).next()
    }

    /// Whether the person holds any role that may do this somewhere; for offering a button.
    pub fn may(&self, action: Action) -> bool {
        self.scope(action).is_ok()
    }

    /// Whether the person may do this to this record; for offering a button.
    pub fn may_on(&self, action: Action, subject: &Subject) -> bool {
        match &self.who {
            Who::Person(actor) => policy::permit(actor, action, subject.clone()).is_ok(),
            Who::Console => action.reading() == Some(action),
        }
    }

    /// Whether the person may do this to this record by one of some roles; a process narrows so
    /// what the matrix allows.
    pub fn may_by(&self, roles: &[Role], action: Action, subject: &Subject) -> bool {
        let narrowed = self.actor().map(|actor| actor.only(roles));
        narrowed.is_some_and(|actor| policy::permit(&actor, action, subject.clone()).is_ok())
    }

    /// The name of whoever lends the role, of some roles, in which the person may do this to this
    /// record; nothing where an own role does.
    pub fn in_name_of(&self, roles: &[Role], action: Action, subject: &Subject) -> Option<String> {
        let narrowed = self.actor()?.only(roles);
        policy::lender(&narrowed, action, subject).map(|absent| absent.name.clone())
    }

    /// Asks the policy; a right withheld is kept in the audit.
    pub fn permit(&self, action: Action, subject: Subject, about: &About) -> Done<Permit> {
        let Who::Person(actor) = &self.who else {
            return Err(Failure::Denied(policy::Withheld::NoRole { action }));
        };
        let area = subject.area.clone();
        match policy::permit(actor, action, subject) {
            Ok(permit) => {
                if let Some(form) = &self.form {
                    form.expect_good()?;
                }
                Ok(permit)
            }
            Err(Denial::Hidden) => Err(Failure::NotFound),
            Err(Denial::Withheld(withheld)) => {
                let attempt = Attempt::of(actor, action, area);
                let trace = Trace::new(about.word, &about.record, withheld.say(Lang::Vi));
                self.app
                    .database
                    .record_refusal(&attempt, self.now(), trace)?;
                Err(Failure::Denied(withheld))
            }
        }
    }

    /// Whose rows this person may read.
    pub fn scope(&self, action: Action) -> Done<Scope> {
        match &self.who {
            Who::Person(actor) => Ok(policy::scope(actor, action)?),
            Who::Console => Ok(policy::console_scope()),
        }
    }

    /// Checks that this person may read this record; otherwise it looks as if it did not exist.
    pub fn may_read(&self, action: Action, subject: &Subject) -> Done<()> {
        if self.may_on(action, subject) {
            Ok(())
        } else {
            Err(Failure::NotFound)
        }
    }

    /// Reads from one unchanging picture of the database: that of the visit, where there is one.
    pub fn read<T>(&self, work: impl FnOnce(&mut Reader<'_>) -> Done<T>) -> Done<T> {
        match &self.picture {
            Some(picture) => picture.read(work),
            None => self.app.database.read(work),
        }
    }

    /// Writes; what was seen before is seen anew afterwards.
    fn write<T, E: From<StoreError>>(
        &self,
        permit: &Permit,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let let_go = || self.picture.as_deref().map(Picture::let_go);
        let stamp = Stamp {
            permit,
            at: self.now(),
        };
        let_go();
        let answer = self.app.database.write(stamp, work);
        let_go();
        answer
    }

    /// Writes under a permit: everything and its audit record, or nothing. A refusal by a rule is
    /// kept in the audit after everything else was undone.
    pub fn change<T>(
        &self,
        permit: &Permit,
        about: &About,
        work: impl FnOnce(&mut Tx<'_>) -> Done<T>,
    ) -> Done<T> {
        let answer = self.write(permit, |tx| {
            self.claim_form(tx)?;
            work(tx)
        });
        if let (Some(form), Ok(_)) = (&self.form, &answer) {
            form.set_taken();
        }
        self.keep_refusal(permit, about, &answer)?;
        answer
    }

    fn claim_form(&self, tx: &mut Tx<'_>) -> Done<()> {
        match (&self.form, self.user()) {
            (Some(form), Some(person)) => form.claim(tx, person),
            _ => Ok(()),
        }
    }

    /// Tries a write in a transaction that is always undone. A refusal is kept in the audit.
    pub fn rehearse<T>(
        &self,
        permit: &Permit,
        about: &About,
        work: impl FnOnce(&mut Tx<'_>) -> Done<T>,
    ) -> Done<()> {
        let tried = self.write::<(), Rehearsed>(permit, |tx| {
            let done = self.claim_form(tx).and_then(|()| work(tx));
            Err(done.map_or_else(Rehearsed::Not, |_| Rehearsed::Allowed))
        });
        let answer = match tried {
            Ok(()) | Err(Rehearsed::Allowed) => Ok(()),
            Err(Rehearsed::Not(failure)) => Err(failure),
        };
        self.keep_refusal(permit, about, &answer)?;
        answer
    }

    fn keep_refusal<T>(&self, permit: &Permit, about: &About, answer: &Done<T>) -> Done<()> {
        if let Err(Failure::Refused(refusal)) = answer {
            let detail = format!("{} [{}]", refusal.say(Lang::Vi), refusal.code());
            let trace = Trace::new(about.word, &about.record, detail);
            self.app
                .database
                .record_refusal(permit.attempt(), self.now(), trace)?;
        }
        Ok(())
    }
}

/// How a rehearsal ends: it is always undone.
enum Rehearsed {
    Allowed,
    Not(Failure),
}

impl From<StoreError> for Rehearsed {
    fn from(error: StoreError) -> Self {
        Self::Not(error.into())
    }
}
