//! How one wants to be reminded: by a daily letter, by a calendar.

use crate::identity::password::own_subject;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_domain::task::read_address;
use kc_store::kernel::Tx;
use kc_store::task;
pub use kc_store::task::Reminder;

/// How the person who asks wants to be reminded.
pub fn show(cx: &Cx<'_>) -> Done<Reminder> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    cx.read(|reader| Ok(task::find_reminder(reader, user)?))
}

/// Keeps where one's letters go, and whether they come.
pub fn set_address(cx: &Cx<'_>, address: &str, is_daily: bool) -> Done<()> {
    let typed = clean(address);
    let address = read_address(&typed);
    if address.is_none() && (is_daily || !typed.is_empty()) {
        return Err(Failure::invalid(
            "address",
            "Địa chỉ thư điện tử không đúng dạng. Ghi như lan.nguyen@haiphong.gov.vn.",
            "This is no mail address. Write it like lan.nguyen@haiphong.gov.vn.",
        ));
    }
    let detail = if is_daily {
        "Nhận thư nhắc việc hằng ngày"
    } else {
        "Thôi nhận thư nhắc việc"
    };
    change(cx, detail, |tx, user| {
        task::set_address(tx, user, address.as_deref(), is_daily)?;
        Ok(())
    })
}

/// Makes a new calendar address and answers its secret, which is shown this once; the old address
/// ends.
pub fn renew_feed(cx: &Cx<'_>) -> Done<String> {
    let secret = token::secret()?;
    let hash = token::hash(&secret);
    change(cx, "Cấp địa chỉ lịch mới", |tx, user| {
        task::set_feed(tx, user, Some(hash))?;
        Ok(())
    })?;
    Ok(secret)
}

/// Ends the calendar address.
pub fn end_feed(cx: &Cx<'_>) -> Done<()> {
    change(cx, "Thôi dùng địa chỉ lịch", |tx, user| {
        task::set_feed(tx, user, None)?;
        Ok(())
    })
}

fn change(
    cx: &Cx<'_>,
    detail: &str,
    work: impl FnOnce(&mut Tx<'_>, UserId) -> Done<()>,
) -> Done<()> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    let about = About::new("task", user);
    let permit = cx.permit(Action::SignIn, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        work(tx, user)?;
        tx.trace(Trace::new("task", user, detail));
        Ok(())
    })
}
