//! The forms of documents: new, create, edit, update.

use super::{forms, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::document;
use kc_app::kernel::Done;
use kc_domain::document::Document;
use kc_domain::kernel::id::DocumentId;

/// `GET /documents/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    new_form(visit, &Query::default()).show()
}

/// `POST /documents`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = forms::read(&cx, form).and_then(|new| document::record::record(&cx, new));
    match done {
        Ok(id) => Reply::see_other(url(id), visit.lang().t("Đã ghi văn bản.", "Recorded.")),
        Err(failure) => new_form(visit, form).come_back(failure),
    }
}

/// `GET /documents/{document}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    edit_form(visit, &found, &forms::values(&found)).show()
}

/// `POST /documents/{document}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    let version = form.get("version").parse().unwrap_or(0);
    let done =
        forms::read(&cx, form).and_then(|new| document::amend::amend(&cx, found.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &found, form).come_back(failure),
    }
}

/// The document of the address.
pub fn find(visit: &Visit<'_>) -> Done<Document> {
    document::show(&visit.cx(), visit.id("document", DocumentId::parse)?)
}

fn new_form(visit: &Visit<'_>, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm văn bản", "Add a document"));
    shell.crumbs = vec![crumb(lang.t("Văn bản", "Documents"), "/documents")];
    FormPage::new(shell, "/documents", forms::fields(lang, form))
        .buttons(lang.t("Ghi văn bản", "Save"), "/documents")
}

fn edit_form(visit: &Visit<'_>, found: &Document, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Sửa văn bản", "Edit the document"));
    shell.crumbs = vec![
        crumb(lang.t("Văn bản", "Documents"), "/documents"),
        crumb(found.title(lang), url(found.id)),
    ];
    FormPage::new(shell, url(found.id), forms::fields(lang, form))
        .buttons(lang.t("Lưu", "Save"), url(found.id))
}
