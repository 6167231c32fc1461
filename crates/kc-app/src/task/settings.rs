//! How one wants to be reminded: by a daily letter, by a calendar; set by oneself, or by whoever
//! manages people.

use crate::identity::password::own_subject;
use crate::identity::people;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_domain::task::{AddressFault, read_address};
use kc_store::kernel::Tx;
use kc_store::task;
pub use kc_store::task::Reminder;

/// How the person who asks wants to be reminded.
pub fn show(cx: &Cx<'_>) -> Done<Reminder> {
    let user = cx.user().ok_or(Failure::NotFound)?;
    cx.read(|reader| Ok(task::find_reminder(reader, user)?))
}

/// Where the letters of somebody go, for those who see people.
pub fn show_of(cx: &Cx<'_>, person: UserId) -> Done<Reminder> {
    people::show(cx, person)?;
    cx.read(|reader| Ok(task::find_reminder(reader, person)?))
}

/// Keeps where one's letters go, and whether they come.
pub fn set_address(cx: &Cx<'_>, address: &str, is_daily: bool) -> Done<()> {
    let address = read(address, is_daily)?;
    let detail = said(address.as_deref(), is_daily);
    change(cx, &detail, |tx, user| {
        keep(tx, user, address.as_deref(), is_daily, user)
    })
}

/// Keeps where the letters of somebody go, by whoever manages people; the person sees who did it.
pub fn set_address_of(cx: &Cx<'_>, person: UserId, address: &str, is_daily: bool) -> Done<()> {
    let name = people::show(cx, person)?.person.full_name;
    let about = About::new("identity", person);
    let permit = cx.permit(Action::ManagePeople, own_subject(cx), &about)?;
    let by = cx.user().ok_or(Failure::NotFound)?;
    let address = read(address, is_daily)?;
    cx.change(&permit, &about, |tx| {
        keep(tx, person, address.as_deref(), is_daily, by)?;
        let said = said(address.as_deref(), is_daily);
        tx.trace(Trace::new(
            "identity",
            person,
            format!("{said}, đặt cho {name}"),
        ));
        Ok(())
    })
}

/// Reads an address; only whoever wants no letters may do without.
fn read(typed: &str, is_daily: bool) -> Done<Option<String>> {
    let typed = clean(typed);
    if typed.is_empty() && !is_daily {
        return Ok(None);
    }
    if typed.is_empty() {
        return Err(Failure::invalid(
            "address",
            "Muốn nhận thư hằng ngày thì ghi địa chỉ thư, như lan.nguyen@haiphong.gov.vn; không muốn thì bỏ dấu chọn bên dưới.",
            "The daily letter needs an address, like lan.nguyen@haiphong.gov.vn; otherwise untick it below.",
        ));
    }
    let wrong =
        |fault: AddressFault| Failure::invalid("address", fault.say(Lang::Vi), fault.say(Lang::En));
    read_address(&typed).map(Some).map_err(wrong)
}

/// What was set, for the audit.
fn said(address: Option<&str>, is_daily: bool) -> String {
    let daily = if is_daily {
        "Nhận thư nhắc việc hằng ngày"
    } else {
        "Thôi nhận thư nhắc việc"
    };
    format!("{daily}, địa chỉ {}", address.unwrap_or("để trống"))
}

/// Keeps the address; what still waits to be sent goes there too.
fn keep(
    tx: &mut Tx<'_>,
    person: UserId,
    address: Option<&str>,
    is_daily: bool,
    by: UserId,
) -> Done<()> {
    task::set_address(tx, person, address, is_daily, by)?;
    task::redirect_letters(tx, person, address)?;
    Ok(())
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
    let permit = cx.permit(Action::SetReminders, own_subject(cx), &about)?;
    cx.change(&permit, &about, |tx| {
        work(tx, user)?;
        tx.trace(Trace::new("task", user, detail));
        Ok(())
    })
}
