//! The forms of statements: new, trial, create, edit, update.

use super::forms::{self, Typed};
use super::{help, url, verdicts};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::statement::amend::amend;
use kc_app::statement::keep::{NewStatement, keep};
use kc_app::statement::{self};
use kc_domain::kernel::id::StatementId;
use kc_domain::policy::Action;

/// `GET /statements/new`, with `?frame=` for what it speaks of
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let form = Query::default().with("frame", visit.query("frame"));
    form_page(visit, &form)?.show()
}

/// `POST /statements/trial`: shows the verdicts and keeps nothing
pub(super) fn try_out(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let form = &visit.arrival.form;
    let mut page = form_page(visit, form)?;
    match forms::read(form) {
        Ok(typed) => {
            let heading = lang.t(
                "Kết quả đối chiếu (chưa lưu)",
                "What the checks found (not kept)",
            );
            page.before = vec![Part::Heading(heading.to_owned())];
            let warning = typed.checked.statement.date_warning();
            let warning = warning.map(|warning| Part::Text(warning.text().say(lang).to_owned()));
            page.before.extend(warning);
            page.before.extend(verdicts::parts(lang, &typed.checked));
            page.show()
        }
        Err(failure) => page.come_back(failure),
    }
}

/// `POST /statements`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = forms::read(form).and_then(|typed| keep(&cx, own(&cx, typed)?));
    match done {
        Ok(id) => Reply::see_other(url(id), visit.lang().t("Đã lưu số liệu.", "Kept.")),
        Err(failure) => form_page(visit, form)?.come_back(failure),
    }
}

/// A new statement belongs to the person's own organisation and area.
fn own(cx: &Cx<'_>, typed: Typed) -> Done<NewStatement> {
    let given = cx.role_for(Action::RecordStatement);
    let given = given.ok_or(Failure::NotFound)?;
    Ok(NewStatement {
        body: typed.body,
        frame: typed.frame,
        area: given.area.clone(),
        organisation: given.organisation,
        illustrative: false,
    })
}

/// `GET /statements/{statement}/edit`
pub(super) fn edit(visit: &Visit<'_>) -> Answer {
    let id = visit.id("statement", StatementId::parse)?;
    let (kept, checked) = statement::show(&visit.cx(), id)?;
    form_page(visit, &forms::values(&kept, &checked))?.show()
}

/// `POST /statements/{statement}`
pub(super) fn update(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let id = visit.id("statement", StatementId::parse)?;
    let version = form.get("version").parse().unwrap_or(0);
    statement::kept(&cx, id)?;
    let done = forms::read(form).and_then(|typed| amend(&cx, id, version, typed.body, typed.frame));
    match done {
        Ok(()) => Reply::see_other(url(id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => form_page(visit, form)?.come_back(failure),
    }
}

/// The form of a new statement, or of the kept one it names.
fn form_page(visit: &Visit<'_>, form: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let list = crumb(lang.t("Đối chiếu", "Statements"), "/statements");
    let (title, crumbs, action, back) = match StatementId::parse(form.get("statement")) {
        None => {
            let title = lang.t("Nhập số liệu công bố", "Enter a statement");
            (
                title,
                vec![list],
                "/statements".to_owned(),
                "/statements".to_owned(),
            )
        }
        Some(id) => {
            let kept = statement::kept(&cx, id)?;
            let title = lang.t("Sửa số liệu công bố", "Edit the statement");
            let crumbs = vec![list, crumb(&kept.title, url(id))];
            (title, crumbs, url(id), url(id))
        }
    };
    let mut shell = shell(visit, title);
    shell.crumbs = crumbs;
    let mut page = FormPage::new(shell, action, forms::fields(&cx, form)?)
        .buttons(lang.t("Lưu", "Keep"), back)
        .other(
            lang.t("Đối chiếu", "Check without keeping"),
            "/statements/trial",
        );
    page.after = help::parts(lang);
    Ok(page)
}
