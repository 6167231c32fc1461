//! The forms of projects: new, create, edit, update.

use super::{beneficiary, forms, late, read, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::monitoring::{survey_asked, survey_prefill};
use kc_app::kernel::Done;
use kc_app::project::late::propose_late;
use kc_app::project::{self, Sight};
use kc_app::{establishment, monitoring, project::propose::propose};
use kc_domain::kernel::id::{EstablishmentId, ProjectId};
use kc_domain::project::ProjectKind;

/// `GET /projects/new`, with `?plan=`, `?establishment=` or `?survey=` where the way came from there
pub fn new(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let asked = &visit.arrival.query;
    let mut typed = Query::default()
        .with("kind", ProjectKind::Single.code())
        .with("plan", asked.get("plan"))
        .with("programme", asked.get("programme"));
    if let Some(establishment) = EstablishmentId::parse(asked.get("establishment")) {
        let found = establishment::show(&cx, establishment)?;
        typed = typed
            .with(beneficiary::NAME, &found.name)
            .with(beneficiary::CHOSEN, &establishment.to_string())
            .with(forms::PLACE, &found.address_written);
    }
    if let Some(survey) = survey_asked(asked) {
        typed = survey_prefill(&cx, survey, typed)?;
    }
    if typed.get("plan").is_empty()
        && let Some(plan) = forms::likely_plan(&cx)
    {
        typed = typed.with("plan", &plan.to_string());
    }
    new_form(visit, &typed).show()
}

/// `POST /projects`
pub fn create(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = read::read(&cx, form, None).and_then(|new| match survey_asked(form) {
        Some(survey) => monitoring::survey::propose(&cx, survey, new),
        None => match form.get(late::REASON) {
            "" => propose(&cx, new),
            reason => propose_late(&cx, new, reason),
        },
    });
    match done {
        Ok(id) => Reply::see_other(
            url(id),
            visit
                .lang()
                .t("Đã đăng ký đề án.", "The project is registered."),
        ),
        Err(failure) => new_form(visit, form).come_back(failure),
    }
}

/// `GET /projects/{project}/edit`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let sight = find(visit)?;
    project::amend::offered(&visit.cx(), &sight.project)?;
    edit_form(visit, &sight, &forms::values(&sight)).show()
}

/// `POST /projects/{project}`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let sight = find(visit)?;
    let project = &sight.project;
    let version = form.get("version").parse().unwrap_or(0);
    let written = project.place_written.as_deref().unwrap_or_default();
    let done = read::read(&cx, form, Some((written, &project.area)))
        .and_then(|new| project::amend::amend(&cx, project.id, version, new));
    match done {
        Ok(()) => Reply::see_other(url(project.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => edit_form(visit, &sight, form).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Sight> {
    project::see(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn new_form(visit: &Visit<'_>, form: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Đăng ký đề án", "Propose a project"));
    shell.crumbs = vec![crumb(lang.t("Đề án", "Projects"), "/projects")];
    let mut fields = forms::fields(&visit.cx(), form);
    let reason = late::field(&visit.cx());
    fields.extend(reason.map(|field| field.value(form.get(late::REASON))));
    FormPage::new(shell, "/projects", fields)
        .intro(lang.t(
            "Ghi những gì đã biết; còn lại để trống và bổ sung trước khi trình.",
            "Record what is known; the rest can be added before it is submitted.",
        ))
        .buttons(lang.t("Đăng ký", "Register"), "/projects")
}

fn edit_form(visit: &Visit<'_>, sight: &Sight, form: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(sight.project.id);
    let mut shell = shell(visit, lang.t("Sửa đề án", "Edit the project"));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&sight.project.title, address.clone()),
    ];
    FormPage::new(shell, address.clone(), forms::fields(&visit.cx(), form))
        .buttons(lang.t("Lưu", "Save"), address)
}
