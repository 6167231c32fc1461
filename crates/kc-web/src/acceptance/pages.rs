//! The page of the form: asking, and recording.

use super::{form, read};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::monitoring::fields;
use kc_app::acceptance::record::record;
use kc_app::kernel::Done;
use kc_app::project::{self, Sight};
use kc_domain::kernel::id::ProjectId;

/// `GET /projects/{project}/acceptance`
pub fn new(visit: &Visit<'_>) -> Answer {
    let sight = find(visit)?;
    let place = sight.project.place_written.clone().unwrap_or_default();
    let typed = fields::started(&visit.cx()).with("place_written", &place);
    page(visit, &sight, &typed).show()
}

/// `POST /projects/{project}/acceptance`
pub fn create(visit: &Visit<'_>) -> Answer {
    let sight = find(visit)?;
    let typed = &visit.arrival.form;
    let done = read::read(typed, &sight.equipment)
        .and_then(|new| record(&visit.cx(), sight.project.id, new));
    match done {
        Ok(id) => Reply::see_other(
            crate::monitoring::url(id),
            visit
                .lang()
                .t("Đã ghi biên bản nghiệm thu.", "The acceptance is recorded."),
        ),
        Err(failure) => page(visit, &sight, typed).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Sight> {
    project::see(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn page(visit: &Visit<'_>, sight: &Sight, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = crate::project::url(sight.project.id);
    let mut shell = shell(visit, lang.t("Ghi nghiệm thu", "Record the acceptance"));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&sight.project.title, address.clone()),
    ];
    let fields = fields::filled(form::questions(lang, sight), typed);
    FormPage::new(shell, format!("{address}/acceptance"), fields)
        .intro(&*sight.project.title)
        .buttons(lang.t("Ghi nghiệm thu", "Record"), address)
}
