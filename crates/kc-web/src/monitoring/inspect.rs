//! The form of an inspection.

use super::{fields, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::monitoring::inspect::{NewInspection, record};
use kc_app::project;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::{Findings, VisitKind};
use kc_domain::project::Project;

/// `GET /projects/{project}/inspections/new`
pub fn new(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let place = found.place_written.clone().unwrap_or_default();
    let typed = fields::started(&visit.cx())
        .with("kind", VisitKind::Planned.code())
        .with("place_written", &place);
    form(visit, &found, &typed).show()
}

/// `POST /projects/{project}/inspections`
pub fn create(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| record(&visit.cx(), found.id, new)) {
        Ok(id) => Reply::see_other(
            url(id),
            visit
                .lang()
                .t("Đã ghi biên bản kiểm tra.", "The inspection is recorded."),
        ),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn read(typed: &Query) -> Done<NewInspection> {
    let mut reader = FormReader::new(typed);
    let kind = reader.choice("kind", VisitKind::from_code);
    let held_on = reader.date("on");
    let place_written = reader.text_or_none("place_written");
    let people = fields::read_all_people(&reader);
    let findings = Findings {
        need: None,
        progress: reader.text_or_none("progress"),
        money: reader.text_or_none("money"),
        machine: reader.text_or_none("machine"),
    };
    let conclusion = reader.text_or_none("conclusion");
    let requests = fields::read_requests(&mut reader);
    reader.finish_with(|| {
        Some(NewInspection {
            kind: kind?,
            held_on,
            place_written,
            people,
            findings,
            conclusion,
            requests,
            illustrative: false,
        })
    })
}

fn form(visit: &Visit<'_>, project: &Project, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = crate::project::url(project.id);
    let mut shell = shell(visit, lang.t("Ghi kiểm tra", "Record an inspection"));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&project.title, address.clone()),
    ];
    let fields = fields::filled(questions(lang), typed);
    FormPage::new(shell, format!("{address}/inspections"), fields)
        .intro(&*project.title)
        .buttons(
            lang.t("Ghi biên bản", "Save"),
            format!("{address}?tab=field"),
        )
}

fn questions(lang: Lang) -> Vec<Field> {
    let kinds = VisitKind::INSPECTIONS.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let long = |name, label| Field::new(lang, Kind::Long, name, label).optional();
    let mut questions = vec![
        Field::new(
            lang,
            Kind::Radio(kinds.into()),
            "kind",
            lang.t("Loại kiểm tra", "Kind"),
        ),
        fields::day(lang, lang.t("Ngày kiểm tra", "Day")),
        Field::text(lang, "place_written", lang.t("Địa điểm", "Place")).optional(),
        fields::section(lang, lang.t("Kết quả kiểm tra", "Findings")),
        long("progress", lang.t("Tiến độ, khối lượng", "Progress")),
        long("money", lang.t("Kinh phí, chứng từ", "Money and vouchers")),
        long("machine", lang.t("Máy móc, thiết bị", "Machine")),
        fields::conclusion(lang),
    ];
    questions.extend(fields::requests(lang));
    questions.extend(fields::people(lang));
    questions
}
