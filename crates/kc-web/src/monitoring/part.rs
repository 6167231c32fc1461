//! The field work of a project, as its page shows it.

use super::tables;
use crate::kernel::components::{Empty, Offer};
use crate::kernel::page::Part;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::monitoring;
use kc_app::monitoring::matter::raising;
use kc_domain::policy::Action;
use kc_domain::project::Project;

/// The side “Thực địa”: what can be recorded, visits, requests and obstacles.
pub fn project_parts(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = monitoring::of_project(&cx, project.id)?;
    let subject = kc_app::project::subject(project);
    let may_record = cx.may_on(Action::RecordVisit, &subject);
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = Vec::new();
    let offers = offers(visit, project);
    if !offers.is_empty() {
        parts.push(Part::Offers(offers));
    }
    if found.visits.is_empty() && found.matters.is_empty() {
        parts.push(nothing(visit));
        return Ok(parts);
    }
    if !found.visits.is_empty() {
        parts.push(heading("Khảo sát, kiểm tra, nghiệm thu", "Visits"));
        parts.push(Part::Table(tables::visits(lang, &found.visits)));
    }
    if !found.matters.is_empty() {
        parts.push(heading("Yêu cầu và vướng mắc", "Requests and obstacles"));
        let table = tables::matters(lang, &found.matters, cx.today(), may_record);
        parts.push(Part::Table(table));
    }
    Ok(parts)
}

/// Open requests and obstacles, for the first side of a project's page.
pub fn open_part(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let open = monitoring::open_of_project(&cx, project)?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let may_close = cx.may_on(Action::RecordVisit, &kc_app::project::subject(project));
    let heading = lang.t(
        "Yêu cầu, vướng mắc chưa xong",
        "Open requests and obstacles",
    );
    Ok(vec![
        Part::Heading(heading.to_owned()),
        Part::Table(tables::matters(lang, &open, cx.today(), may_close)),
    ])
}

fn offers(visit: &Visit<'_>, project: &Project) -> Vec<Offer> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let subject = kc_app::project::subject(project);
    let base = crate::project::url(project.id);
    let mut offers = Vec::new();
    if cx.may_on(Action::RecordVisit, &subject) {
        let label = lang.t("Ghi kiểm tra", "Record an inspection");
        offers.push(Offer::open(label, format!("{base}/inspections/new")));
    }
    if cx.may_on(raising(&cx, &subject), &subject) {
        let label = lang.t("Nêu vướng mắc", "Raise an obstacle");
        offers.push(Offer::open(label, format!("{base}/obstacles/new")));
    }
    offers
}

fn nothing(visit: &Visit<'_>) -> Part {
    let lang = visit.lang();
    Part::Empty(Empty {
        title: lang.t("Chưa có cuộc nào", "No visits yet").to_owned(),
        text: lang
            .t(
                "Khảo sát, kiểm tra, nghiệm thu, yêu cầu và vướng mắc của đề án hiện ở đây.",
                "Visits, requests and obstacles of the project stand here.",
            )
            .to_owned(),
        action: None,
    })
}
