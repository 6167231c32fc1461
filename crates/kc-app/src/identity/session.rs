//! Signing in and out.

use super::password::{self, own_subject};
use crate::kernel::{About, App, Cx, Done, Failure, Picture, Trace, token};
use kc_domain::identity::refusal::Refusal;
use kc_domain::identity::{Actor, Assignment, StandIn, throttle};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Permit, Subject, may, system_permit};
use kc_store::audit;
use kc_store::identity::{delegation, person, session};
use kc_store::kernel::{Stamp, sent};
use std::sync::Arc;

/// A session lasts one long working day: 12 hours in milliseconds.
pub const SESSION_MS: i64 = 12 * 3600 * 1000;

/// Longest text kept of what the browser says it is.
const AGENT_CHARACTERS_MAX: usize = 120;

/// Who holds a session, and the token its forms carry.
#[derive(Debug, Clone)]
pub struct Held {
    /// The person with the roles in force today.
    pub actor: Arc<Actor>,
    /// The token of the session's forms.
    pub csrf: String,
}

/// Signs a person in and answers the secret of the new session.
///
/// A wrong name, a wrong password and a closed account are told alike, and take as long.
pub fn sign_in(app: &App, name: &str, secret: &str, agent: &str) -> Done<String> {
    let name = name.trim().to_lowercase();
    let record = token::hex(&token::hash(&name))
        .chars()
        .take(16)
        .collect::<String>();
    let permit = nobody()?;
    let since = throttle::window_start(app.now());
    let (failures, person) = app.database.read(|reader| {
        let code = Action::SignIn.code();
        let failures = audit::count_refusals(reader, code, &record, since)?;
        Ok::<_, Failure>((failures, person::find_by_sign_in(reader, &name)?))
    })?;
    if !throttle::may_try(failures) {
        return Err(Refusal::TooManyAttempts.into());
    }
    let hash = person
        .as_ref()
        .and_then(|person| person.password_hash.as_deref());
    let fits = password::fits(secret, hash);
    if let Some(person) = person.filter(|person| fits && !person.closed) {
        open(app, person.id, agent)
    } else {
        let trace = Trace::new("identity", record, "Đăng nhập không thành công");
        app.database
            .record_refusal(permit.attempt(), app.now(), trace)?;
        Err(Refusal::SignInFailed.into())
    }
}

/// Opens a session for a person already known to be the right one. Sessions that ended and forms
/// that were taken long ago go with the same write.
pub(super) fn open(app: &App, person: UserId, agent: &str) -> Done<String> {
    let secret = token::secret()?;
    let csrf = token::secret()?;
    let agent: String = agent.chars().take(AGENT_CHARACTERS_MAX).collect();
    let permit = nobody()?;
    app.database.write(
        Stamp {
            permit: &permit,
            at: app.now(),
        },
        |tx| {
            session::forget_old(tx, Instant(tx.at().0.saturating_sub(SESSION_MS)))?;
            sent::forget_old(tx)?;
            session::insert(tx, token::hash(&secret), person, &csrf, &agent)?;
            tx.trace(Trace::new("identity", person, "Đăng nhập"));
            Ok::<_, Failure>(())
        },
    )?;
    Ok(secret)
}

/// Who holds the session of a secret, if it is still good today.
pub fn held(picture: &Picture, secret: &str) -> Done<Option<Held>> {
    let now = picture.at();
    picture.read(|reader| {
        let Some(open) = session::find(reader, token::hash(secret))? else {
            return Ok(None);
        };
        let ended = open.created_at.0.saturating_add(SESSION_MS) < now.0;
        if ended || open.person.closed {
            return Ok(None);
        }
        Ok(Some(Held {
            actor: Arc::new(actor(reader, open.person, now)?),
            csrf: open.csrf,
        }))
    })
}

/// A person with the roles in force on the day of a moment, and those of colleagues away that day.
pub(crate) fn actor(
    reader: &mut kc_store::kernel::Reader<'_>,
    person: person::Person,
    now: Instant,
) -> Done<Actor> {
    let mut assignments = person::assignments(reader, person.id)?;
    assignments.retain(|assignment| assignment.holds_on(now.day()));
    let mut stands_in = delegation::stand_ins(reader, person.id, now.day())?;
    for absent in &mut stands_in {
        absent
            .assignments
            .retain(|lent| may(lent.role, Action::Delegate));
    }
    stands_in.retain(|absent| still_works_beside(&assignments, absent));
    Ok(Actor {
        user: person.id,
        name: person.full_name,
        assignments,
        stands_in,
    })
}

/// Whether a deputy still holds a role that may stand in at the organisation of the absent.
fn still_works_beside(own: &[Assignment], absent: &StandIn) -> bool {
    let mut lent = absent.assignments.iter();
    lent.any(|lent| {
        let mut own = own.iter();
        own.any(|own| own.organisation == lent.organisation && may(own.role, Action::Delegate))
    })
}

/// Ends the session of a secret.
pub fn sign_out(cx: &Cx<'_>, secret: &str) -> Done<()> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let about = About::new("identity", user);
    let permit = cx.permit(Action::SignIn, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        session::delete(tx, token::hash(secret))?;
        tx.trace(Trace::new("identity", user, "Đăng xuất"));
        Ok(())
    })
}

/// Ends every session of the person who asks.
pub fn sign_out_everywhere(cx: &Cx<'_>) -> Done<()> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let about = About::new("identity", user);
    let permit = cx.permit(Action::SignIn, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        session::delete_all(tx, user)?;
        tx.trace(Trace::new("identity", user, "Đăng xuất khỏi mọi thiết bị"));
        Ok(())
    })
}

/// Nobody is signed in yet: the program itself opens and refuses sessions.
fn nobody() -> Done<Permit> {
    Ok(system_permit(
        Action::SignIn,
        Subject::new(AreaPath::nation(), None),
    )?)
}
