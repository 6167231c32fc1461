//! Hashing and changing passwords.

use crate::kernel::{About, Cx, Done, Failure, Trace};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kc_domain::identity::check_password;
use kc_domain::identity::refusal::Refusal;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_store::identity::{api_token, person, session};
use std::sync::{Mutex, PoisonError};

/// One hash at a time: each takes 19 MiB, and a flood of sign-ins must not take them all.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Hashes a password with Argon2id.
pub fn hash(password: &str) -> Done<String> {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let hashed = Argon2::default().hash_password(password.as_bytes());
    hashed
        .map(|hash| hash.to_string())
        .map_err(|error| Failure::Internal(error.to_string()))
}

/// Whether a password fits a hash. A missing hash takes as long as a wrong password.
pub fn fits(password: &str, hash: Option<&str>) -> bool {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let parsed = argon2::PasswordHash::new(hash.unwrap_or(NOBODY));
    let fits = parsed.is_ok_and(|parsed| {
        Argon2::default()
            .verify_password(password.as_bytes(), &parsed)
            .is_ok()
    });
    fits && hash.is_some()
}

/// A hash that fits no password anybody knows; it only takes the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$\
                      9b5Kq0bXH1mV0Q1xk3F6mVJt5cC3yJcZ0mYwqgQe0aE";

/// Changes one's own password and ends every session and every token.
pub fn change(cx: &Cx<'_>, current: &str, new: &str, again: &str) -> Done<()> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let person = cx
        .read(|reader| Ok(person::find(reader, user)?))?
        .ok_or(Failure::NotFound)?;
    if !fits(current, person.password_hash.as_deref()) {
        return Err(Failure::invalid(
            "current",
            "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
            "The current password is wrong. Type it again.",
        ));
    }
    check(new, again, &person.sign_in)?;
    let hash = hash(new)?;
    let about = About::new("identity", user);
    let permit = cx.permit(Action::SignIn, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        person::set_password(tx, user, &hash)?;
        session::delete_all(tx, user)?;
        api_token::revoke_all(tx, user)?;
        let detail = "Đổi mật khẩu, kết thúc mọi phiên, thu hồi mọi mã truy cập";
        tx.trace(Trace::new("identity", user, detail));
        Ok(())
    })
}

/// Checks a new password typed twice.
pub(super) fn check(new: &str, again: &str, sign_in: &str) -> Done<()> {
    check_password(new, sign_in)?;
    if new == again {
        Ok(())
    } else {
        Err(Refusal::PasswordsDiffer.into())
    }
}

/// What the policy must know of one's own account: it lies where one works.
pub(crate) fn own_subject(cx: &Cx<'_>) -> Subject {
    let held = cx.actor().and_then(|actor| actor.assignments.first());
    let area = held.map_or_else(AreaPath::nation, |assignment| assignment.area.clone());
    Subject::new(area, held.map(|assignment| assignment.organisation))
}
