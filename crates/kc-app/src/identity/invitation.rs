//! Using a one-time link: set a password, and come in.

use super::{password, session as sessions};
use crate::kernel::{App, Done, Failure, Trace, token};
use kc_domain::identity::refusal::Refusal;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject, system_permit};
use kc_store::identity::{person, session};
use kc_store::kernel::Stamp;

/// The full name and sign-in name a link is for, if it is still good.
pub fn show(app: &App, secret: &str) -> Done<(String, String)> {
    let found = app.database.read(|reader| {
        match session::find_invitation(reader, token::hash(secret), app.now())? {
            Some(id) => Ok::<_, Failure>(person::find(reader, id)?),
            None => Ok(None),
        }
    })?;
    let person = found.ok_or(Refusal::InvitationSpent)?;
    Ok((person.full_name, person.sign_in))
}

/// Sets the first password, spends the link and answers the secret of a new session.
pub fn accept(app: &App, secret: &str, new: &str, again: &str, agent: &str) -> Done<String> {
    let (_, sign_in) = show(app, secret)?;
    password::check(new, again, &sign_in)?;
    let hash = password::hash(new)?;
    let permit = system_permit(Action::SignIn, Subject::new(AreaPath::nation(), None))?;
    let id = app.database.write(
        Stamp {
            permit: &permit,
            at: app.now(),
        },
        |tx| {
            let found = session::find_invitation(&mut tx.reader(), token::hash(secret), app.now())?;
            let id = found.ok_or(Refusal::InvitationSpent)?;
            session::use_invitation(tx, token::hash(secret))?;
            person::set_password(tx, id, &hash)?;
            session::delete_all(tx, id)?;
            tx.trace(Trace::new(
                "identity",
                id,
                "Đặt mật khẩu bằng liên kết một lần",
            ));
            Ok::<_, Failure>(id)
        },
    )?;
    sessions::open(app, id, agent)
}
