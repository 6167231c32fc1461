//! Inviting a person: an account without a password, and a link that works once.

use super::password::own_subject;
use super::people;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::identity::refusal::Refusal;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_store::identity::person::{self, Person};
use kc_store::identity::session;
use kc_store::kernel::{Stored, Tx};

/// A one-time link is good for three days, in milliseconds.
const LINK_MS: i64 = 3 * 24 * 3600 * 1000;

/// Invites a person and answers the identity and the secret of the link. The first role is given
/// by `role::give`.
pub fn invite(cx: &Cx<'_>, sign_in: &str, full_name: &str) -> Done<(UserId, String)> {
    let sign_in = read_sign_in(sign_in)?;
    let full_name = clean(full_name);
    if full_name.is_empty() {
        return Err(Failure::invalid(
            "full_name",
            "Hãy nhập họ và tên.",
            "Enter the full name.",
        ));
    }
    let id = UserId(token::new_id(cx.now())?);
    let about = About::new("identity", id);
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    let secret = token::secret()?;
    cx.change(&permit, &about, |tx| {
        if person::find_by_sign_in(&mut tx.reader(), &sign_in)?.is_some() {
            return Err(Refusal::SignInTaken.into());
        }
        person::insert(tx, &new_person(id, &sign_in, &full_name))?;
        insert_link(tx, &secret, id)?;
        tx.trace(Trace::new(
            "identity",
            id,
            format!("Mời {full_name} ({sign_in})"),
        ));
        Ok(())
    })?;
    Ok((id, secret))
}

/// Makes a new link for a person who lost theirs or forgot the password.
pub fn renew(cx: &Cx<'_>, id: UserId) -> Done<String> {
    let about = About::new("identity", id);
    people::show(cx, id)?;
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    let secret = token::secret()?;
    cx.change(&permit, &about, |tx| {
        let person = person::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        insert_link(tx, &secret, id)?;
        let detail = format!("Cấp liên kết mới cho {}", person.full_name);
        tx.trace(Trace::new("identity", id, detail));
        Ok(())
    })?;
    Ok(secret)
}

/// A sign-in name: lower case letters, digits, `.`, `-`, `_`, `@`; 3 to 60 of them.
fn read_sign_in(text: &str) -> Done<String> {
    let name = clean(text).to_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    if (3..=60).contains(&name.len()) && name.chars().all(fits) {
        return Ok(name);
    }
    Err(Failure::invalid(
        "sign_in",
        "Tên đăng nhập gồm 3–60 chữ không dấu, số hoặc . - _ @. Ví dụ: lan.nguyen",
        "A sign-in name has 3–60 letters without accents, digits or . - _ @. Example: lan.nguyen",
    ))
}

pub(super) fn new_person(id: UserId, sign_in: &str, full_name: &str) -> Person {
    Person {
        id,
        sign_in: sign_in.to_owned(),
        full_name: full_name.to_owned(),
        password_hash: None,
        closed: false,
        version: 1,
    }
}

pub(super) fn insert_link(tx: &mut Tx<'_>, secret: &str, person: UserId) -> Stored<()> {
    let expires = Instant(tx.at().0.saturating_add(LINK_MS));
    session::insert_invitation(tx, token::hash(secret), person, expires)
}
