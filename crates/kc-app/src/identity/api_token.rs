//! Personal tokens of the interface: made, shown once, revoked, and used in place of a session.

use super::password::own_subject;
use super::session;
use crate::kernel::{About, Cx, Done, Failure, Picture, Trace, token};
use chrono::NaiveDate;
use kc_domain::identity::Actor;
use kc_domain::identity::api_token::{ApiToken, NAME_CHARACTERS_MAX, check};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ApiTokenId;
use kc_domain::policy::Action;
use kc_store::identity::{api_token, person};

/// Stands before every token, so that one left in a file or a message is recognised.
const PREFIX: &str = "kc_";

/// Makes a token for whoever asks and answers it; only its hash is kept.
pub fn issue(cx: &Cx<'_>, name: &str, expires_on: NaiveDate) -> Done<String> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let name: String = name.chars().take(NAME_CHARACTERS_MAX).collect();
    let secret = [PREFIX, &token::secret()?].concat();
    let new = ApiToken {
        id: ApiTokenId(token::new_id(cx.now())?),
        name,
        created_at: cx.now(),
        expires_on,
    };
    let about = About::new("identity", user);
    let permit = cx.permit(Action::HoldTokens, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        let held = api_token::list(&mut tx.reader(), user)?.len();
        check(held, expires_on, cx.today())?;
        api_token::insert(tx, user, &new, token::hash(&secret))?;
        let until = show_date(expires_on);
        let detail = format!("Tạo mã truy cập “{}”, dùng đến hết ngày {until}", new.name);
        tx.trace(Trace::new("identity", user, detail));
        Ok(())
    })?;
    Ok(secret)
}

/// One's own tokens that were not revoked.
pub fn list(cx: &Cx<'_>) -> Done<Vec<ApiToken>> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    cx.read(|reader| Ok(api_token::list(reader, user)?))
}

/// Revokes one of one's own tokens.
pub fn revoke(cx: &Cx<'_>, id: ApiTokenId) -> Done<()> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let mut held = list(cx)?.into_iter();
    let found = held.find(|held| held.id == id).ok_or(Failure::NotFound)?;
    let about = About::new("identity", user);
    let permit = cx.permit(Action::HoldTokens, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        api_token::revoke(tx, user, id)?;
        let detail = format!("Thu hồi mã truy cập “{}”", found.name);
        tx.trace(Trace::new("identity", user, detail));
        Ok(())
    })
}

/// Who holds a token, with the roles in force today; nobody once it is revoked or has run out.
pub fn held(picture: &Picture, secret: &str) -> Done<Option<Actor>> {
    let now = picture.at();
    picture.read(|reader| {
        let found = api_token::find(reader, token::hash(secret))?;
        let Some((person, _)) = found.filter(|(_, expires_on)| now.day() <= *expires_on) else {
            return Ok(None);
        };
        match person::find(reader, person)?.filter(|person| !person.closed) {
            Some(person) => session::actor(reader, person, now).map(Some),
            None => Ok(None),
        }
    })
}
