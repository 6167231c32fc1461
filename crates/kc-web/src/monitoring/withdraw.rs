//! Withdrawing a visit that was recorded wrongly.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit as Guest;
use kc_app::monitoring;
use kc_domain::kernel::id::VisitId;
use kc_domain::monitoring::Visit;

/// `GET /visits/{visit}/withdrawal`
pub fn ask(guest: &Guest<'_>) -> Answer {
    let found = monitoring::show(&guest.cx(), guest.id("visit", VisitId::parse)?)?;
    form(guest, &found, &Query::default()).show()
}

/// `POST /visits/{visit}/withdrawal`
pub fn withdraw(guest: &Guest<'_>) -> Answer {
    let cx = guest.cx();
    let found = monitoring::show(&cx, guest.id("visit", VisitId::parse)?)?;
    match monitoring::withdraw::withdraw(&cx, found.id, guest.form("reason")) {
        Ok(()) => Reply::see_other(url(found.id), guest.lang().t("Đã rút.", "Withdrawn.")),
        Err(failure) => form(guest, &found, &guest.arrival.form).come_back(failure),
    }
}

fn form(guest: &Guest<'_>, found: &Visit, typed: &Query) -> FormPage {
    let lang = guest.lang();
    let mut shell = shell(guest, lang.t("Rút biên bản", "Withdraw the record"));
    shell.crumbs = vec![
        crumb(lang.t("Thực địa", "Field work"), "/visits"),
        crumb(found.title(lang), url(found.id)),
    ];
    let reason = Field::new(lang, Kind::Long, "reason", lang.t("Lý do", "Reason")).hint(lang.t(
        "Bản ghi không còn được tính; nội dung và lý do vẫn giữ.",
        "It no longer counts; what it says is kept with the reason.",
    ));
    let fields = vec![reason.value(typed.get("reason"))];
    FormPage::new(shell, format!("{}/withdrawal", url(found.id)), fields)
        .buttons(lang.t("Rút biên bản", "Withdraw"), url(found.id))
}
