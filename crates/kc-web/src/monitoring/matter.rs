//! Raising an obstacle, adding a request to a visit, closing either.

use super::{fields, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::monitoring::matter::{NewObstacle, obstruct, request, see, settle};
use kc_app::{monitoring, project};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{MatterId, ProjectId, VisitId};
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::{Matter, Side, Visit as Held};
use kc_domain::project::Project;

/// `GET /projects/{project}/obstacles/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let cx = visit.cx();
    let name = cx.actor().map_or("", |actor| actor.name.as_str());
    let typed = Query::default()
        .with("on", &show_date(cx.today()))
        .with("raised_by", name);
    form(visit, &found, &typed).show()
}

/// `POST /projects/{project}/obstacles`
pub fn create(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| obstruct(&visit.cx(), found.id, new)) {
        Ok(_) => Reply::see_other(
            back(found.id),
            visit
                .lang()
                .t("Đã ghi vướng mắc.", "The obstacle is raised."),
        ),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

/// `POST /visits/{visit}/requests`
pub fn ask(visit: &Visit<'_>) -> Answer {
    let (cx, lang) = (visit.cx(), visit.lang());
    let id = visit.id("visit", VisitId::parse)?;
    let found = monitoring::show(&cx, id)?;
    let typed = &visit.arrival.form;
    match read_request(typed).and_then(|new| request(&cx, id, new)) {
        Ok(()) => Reply::see_other(url(id), lang.t("Đã ghi yêu cầu.", "Recorded.")),
        Err(failure) => request_form(visit, &found, typed).come_back(failure),
    }
}

/// `GET /visits/{visit}/requests/new`
pub fn asking(visit: &Visit<'_>) -> Answer {
    let found = monitoring::show(&visit.cx(), visit.id("visit", VisitId::parse)?)?;
    request_form(visit, &found, &Query::default()).show()
}

fn request_form(visit: &Visit<'_>, found: &Held, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Thêm yêu cầu", "Add a request"));
    shell.crumbs = vec![
        crumb(lang.t("Thực địa", "Field work"), "/visits"),
        crumb(found.title(lang), url(found.id)),
    ];
    let fields = fields::filled(fields::request(lang, "").into(), typed);
    FormPage::new(shell, format!("{}/requests", url(found.id)), fields)
        .buttons(lang.t("Ghi yêu cầu", "Save"), url(found.id))
}

/// `GET /matters/{matter}/closing`
pub fn closing(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let (matter, project) = see(&cx, visit.id("matter", MatterId::parse)?)?;
    let typed = Query::default().with("on", &show_date(cx.today()));
    closing_form(visit, &matter, &project, &typed).show()
}

/// `POST /matters/{matter}/closing`
pub fn close(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let (matter, project) = see(&cx, visit.id("matter", MatterId::parse)?)?;
    match run_closing(&cx, matter.id, typed) {
        Ok(id) => Reply::see_other(back(id), visit.lang().t("Đã ghi là xong.", "Closed.")),
        Err(failure) => closing_form(visit, &matter, &project, typed).come_back(failure),
    }
}

fn run_closing(cx: &Cx<'_>, id: MatterId, typed: &Query) -> Done<ProjectId> {
    let mut reader = FormReader::new(typed);
    let on = reader.date("on");
    settle(cx, id, reader.finish(on)?, typed.get("how"))
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn back(id: ProjectId) -> String {
    format!("{}?tab=field", crate::project::url(id))
}

fn read(typed: &Query) -> Done<NewObstacle> {
    let mut reader = FormReader::new(typed);
    let (raised_on, due_on) = (reader.date("on"), reader.date("due_on"));
    let (raised_by, what) = (reader.text("raised_by"), reader.text("what"));
    let holder = reader.choice("holder", Side::from_code);
    reader.finish_with(|| {
        Some(NewObstacle {
            raised_on,
            raised_by,
            what,
            holder: holder?,
            due_on,
            illustrative: false,
        })
    })
}

fn read_request(typed: &Query) -> Done<monitoring::NewRequest> {
    let mut reader = FormReader::new(typed);
    if reader.text_or_none("request").is_none() {
        let (vi, en) = ("Ghi phải làm gì.", "Say what must be done.");
        return Err(Failure::invalid("request", vi, en));
    }
    let read = fields::read_request(&mut reader, "");
    reader.finish_with(|| read)
}

fn form(visit: &Visit<'_>, project: &Project, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        Field::new(lang, Kind::Long, "what", lang.t("Vướng mắc", "Obstacle")).example(lang.t(
            "Chưa có điện ba pha tới xưởng",
            "No three-phase current in the workshop",
        )),
        fields::day(lang, lang.t("Ngày nêu", "Raised on")),
        Field::text(lang, "raised_by", lang.t("Ai nêu", "Raised by")),
        Field::new(
            lang,
            fields::holders(lang),
            "holder",
            lang.t("Ai tháo gỡ", "Who removes it"),
        ),
        Field::date(lang, "due_on", lang.t("Thời hạn", "By when")),
    ];
    let page = form_of(visit, lang.t("Nêu vướng mắc", "Raise an obstacle"), project);
    let address = format!("{}/obstacles", crate::project::url(project.id));
    FormPage::new(page, address, fields::filled(fields, typed))
        .intro(&*project.title)
        .buttons(lang.t("Ghi vướng mắc", "Save"), back(project.id))
}

fn closing_form(visit: &Visit<'_>, matter: &Matter, project: &Project, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        fields::day(lang, lang.t("Ngày xong", "Done on")),
        Field::new(
            lang,
            Kind::Long,
            "how",
            lang.t("Đã giải quyết thế nào", "How it was done"),
        ),
    ];
    let page = form_of(visit, lang.t("Ghi là đã xong", "Close"), project);
    let address = format!("/matters/{}/closing", matter.id);
    FormPage::new(page, address, fields::filled(fields, typed))
        .intro(told(lang, matter))
        .buttons(lang.t("Đã xong", "Done"), back(project.id))
}

fn told(lang: Lang, matter: &Matter) -> String {
    let (kind, holder) = (matter.kind.name(lang), matter.holder.name(lang));
    let due = show_date(matter.due_on);
    format!(
        "{kind}: {}. {holder}, {} {due}.",
        matter.what,
        lang.t("hạn", "due")
    )
}

fn form_of(visit: &Visit<'_>, title: &str, project: &Project) -> crate::kernel::shell::Shell {
    let lang = visit.lang();
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&project.title, crate::project::url(project.id)),
    ];
    shell
}
