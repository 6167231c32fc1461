//! The forms of establishments: new, create, edit, update.

use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::establishment::record::NewEstablishment;
use kc_app::establishment::{self, Alike};
use kc_domain::establishment::Establishment;
use kc_domain::kernel::id::EstablishmentId;

/// `GET /establishments/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    new_form(visit, &Query::default(), &[]).show()
}

/// `POST /establishments`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let confirmed = form.get("confirmed") == "yes";
    let read = forms::read(&cx, form, None);
    let alike = read.as_ref().map(|new| alike(visit, new));
    let alike = alike.unwrap_or_default();
    let done = read.and_then(|new| establishment::record::record(&cx, new, confirmed));
    match done {
        Ok(id) => Reply::see_other(
            url(id),
            visit
                .lang()
                .t("Đã ghi cơ sở.", "The establishment is recorded."),
        ),
        Err(failure) => new_form(visit, form, &alike).come_back(failure),
    }
}

fn alike(visit: &Visit<'_>, new: &NewEstablishment) -> Vec<Alike> {
    let found =
        establishment::duplicates(&visit.cx(), &new.name, new.tax_number.as_ref(), &new.area);
    found.unwrap_or_default()
}

/// `GET /establishments/{establishment}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    edit_form(visit, &found, &forms::values(&found)).show()
}

/// `POST /establishments/{establishment}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    let version = form.get("version").parse().unwrap_or(0);
    let kept = Some((found.address_written.as_str(), &found.area));
    let done = forms::read(&cx, form, kept)
        .and_then(|new| establishment::amend::amend(&cx, found.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, form).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Result<Establishment, kc_app::kernel::Failure> {
    establishment::show(
        &visit.cx(),
        visit.id("establishment", EstablishmentId::parse)?,
    )
}

fn new_form(visit: &Visit<'_>, form: &Query, alike: &[Alike]) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm cơ sở CNNT", "Add an establishment"));
    shell.crumbs = vec![crumb(
        lang.t("Cơ sở CNNT", "Establishments"),
        "/establishments",
    )];
    let fields = forms::fields(&visit.cx(), form, alike);
    FormPage::new(shell, "/establishments", fields)
        .buttons(lang.t("Ghi cơ sở", "Save"), "/establishments")
}

fn edit_form(visit: &Visit<'_>, found: &Establishment, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa cơ sở CNNT", "Edit the establishment"));
    shell.crumbs = vec![
        crumb(lang.t("Cơ sở CNNT", "Establishments"), "/establishments"),
        crumb(&found.name, url(found.id)),
    ];
    FormPage::new(shell, url(found.id), forms::fields(&visit.cx(), form, &[]))
        .buttons(lang.t("Lưu", "Save"), url(found.id))
}
