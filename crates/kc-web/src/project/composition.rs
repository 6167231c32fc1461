//! What a project is made of: its activities and beneficiaries, and the small forms that add them.

use super::{beneficiary, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Field, Head, Kind, Money, Offer, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Part, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done};
use kc_app::project;
use kc_app::project::compose::{self, Composition, NewActivity};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{ActivityId, EstablishmentId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::project::{Activity, Project, ProjectKind, Supported};

/// The parts of the page of a flagship or group project; nothing for other kinds.
pub(super) fn parts(visit: &Visit<'_>, of: &Project) -> Done<Vec<Part>> {
    if !matches!(of.kind, ProjectKind::Flagship | ProjectKind::Group) {
        return Ok(Vec::new());
    }
    let (lang, cx) = (visit.lang(), visit.cx());
    let made = compose::composition(&cx, of.id)?;
    let heading = match of.kind {
        ProjectKind::Flagship => lang.t(
            "Hoạt động và cơ sở thụ hưởng của đề án điểm",
            "Activities and beneficiaries",
        ),
        _ => lang.t("Cơ sở thụ hưởng của đề án nhóm", "Beneficiaries"),
    };
    let mut parts = vec![Part::Heading(heading.to_owned())];
    parts.extend(made.unfit.as_ref().map(|unfit| Part::Text(unfit.say(lang))));
    if !made.activities.is_empty() {
        parts.push(Part::Table(activities(lang, &made.activities)));
    }
    if !made.supported.is_empty() {
        parts.push(Part::Table(supported(lang, &made.supported)));
    }
    if project::amend::offered(&cx, of).is_ok() {
        parts.push(Part::Offers(offers(visit, of, &made)));
    }
    Ok(parts)
}

fn activities(lang: Lang, rows: &[Activity]) -> Table {
    let columns = vec![
        Column::text(lang.t("Hoạt động", "Activity")),
        Column::text(lang.t("Từ ngày", "From")),
        Column::text(lang.t("Đến ngày", "To")),
        Column::number(
            lang.t("Kinh phí", "Cost"),
            lang.t("triệu đồng", "million VND"),
        ),
    ];
    let day = |day: Option<chrono::NaiveDate>| Cell::text_or_unknown(day.map(show_date));
    let row = |held: &Activity| {
        let cells = vec![
            Cell::text(&held.name),
            day(held.starts_on),
            day(held.ends_on),
            Cell::Money(Money::cell(lang, held.cost)),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang.t("Các hoạt động", "Activities").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

fn supported(lang: Lang, rows: &[Supported]) -> Table {
    let columns = vec![
        Column::text(lang.t("Cơ sở thụ hưởng", "Beneficiary")),
        Column::text(lang.t("Ngành nghề", "Trade")),
        Column::number(
            lang.t("Hỗ trợ", "Support"),
            lang.t("triệu đồng", "million VND"),
        ),
    ];
    let row = |held: &Supported| {
        let cells = vec![
            Cell::text(&held.name),
            Cell::text_or_unknown(held.trade.as_deref()),
            Cell::Money(Money::cell(lang, held.support)),
        ];
        TableRow::new(crate::establishment::url(held.establishment), cells)
    };
    Table {
        lang,
        caption: lang.t("Cơ sở thụ hưởng", "Beneficiaries").to_owned(),
        head: Head { columns },
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

fn offers(visit: &Visit<'_>, of: &Project, made: &Composition) -> Vec<Offer> {
    let (lang, base) = (visit.lang(), url(of.id));
    let mut offers = Vec::new();
    if of.kind == ProjectKind::Flagship {
        let label = lang.t("Thêm hoạt động", "Add an activity");
        offers.push(Offer::open(label, format!("{base}/activities/new")));
    }
    let label = lang.t("Thêm cơ sở thụ hưởng", "Add a beneficiary");
    offers.push(Offer::open(label, format!("{base}/beneficiaries/new")));
    let out = |address: String, name: &str| {
        let label = format!("{} {name}", lang.t("Bỏ", "Take out"));
        Offer::post(PostButton::new(address, visit.csrf(), label))
    };
    offers.extend(
        made.activities
            .iter()
            .map(|held| out(format!("{base}/activities/{}/removal", held.id), &held.name)),
    );
    let others = made.supported.iter();
    let others = others.filter(|held| Some(held.establishment) != of.establishment);
    offers.extend(others.map(|held| {
        let address = format!("{base}/beneficiaries/{}/removal", held.establishment);
        out(address, &held.name)
    }));
    offers
}

/// `GET /projects/{project}/activities/new`
pub fn new_activity(visit: &Visit<'_>) -> Answer {
    let found = open(visit)?;
    form(visit, &found, Adding::Activity, &Query::default()).show()
}

/// `POST /projects/{project}/activities`
pub fn add_activity(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    match read_activity(typed).and_then(|new| compose::add_activity(&cx, found.id, new)) {
        Ok(_) => done(
            visit,
            &found,
            "Đã thêm hoạt động.",
            "The activity is added.",
        ),
        Err(failure) => form(visit, &found, Adding::Activity, typed).come_back(failure),
    }
}

/// `POST /projects/{project}/activities/{activity}/removal`
pub fn remove_activity(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let activity = visit.id("activity", ActivityId::parse)?;
    compose::remove_activity(&visit.cx(), found.id, activity)?;
    done(visit, &found, "Đã bỏ hoạt động.", "The activity is out.")
}

/// `GET /projects/{project}/beneficiaries/new`
pub fn new_beneficiary(visit: &Visit<'_>) -> Answer {
    let found = open(visit)?;
    form(visit, &found, Adding::Beneficiary, &Query::default()).show()
}

/// `POST /projects/{project}/beneficiaries`
pub fn add_beneficiary(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = find(visit)?;
    let kept = read_beneficiary(&cx, typed).and_then(|(establishment, support)| {
        compose::keep_supported(&cx, found.id, establishment, support)
    });
    match kept {
        Ok(()) => done(
            visit,
            &found,
            "Đã thêm cơ sở thụ hưởng.",
            "The beneficiary is added.",
        ),
        Err(failure) => form(visit, &found, Adding::Beneficiary, typed).come_back(failure),
    }
}

/// `POST /projects/{project}/beneficiaries/{establishment}/removal`
pub fn remove_beneficiary(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let establishment = visit.id("establishment", EstablishmentId::parse)?;
    compose::remove_supported(&visit.cx(), found.id, establishment)?;
    done(
        visit,
        &found,
        "Đã bỏ cơ sở thụ hưởng.",
        "The beneficiary is out.",
    )
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

/// The project while it may be amended.
fn open(visit: &Visit<'_>) -> Done<Project> {
    let found = find(visit)?;
    project::amend::offered(&visit.cx(), &found)?;
    Ok(found)
}

fn done(visit: &Visit<'_>, of: &Project, vi: &'static str, en: &'static str) -> Answer {
    Reply::see_other(url(of.id), visit.lang().t(vi, en))
}

fn read_activity(typed: &Query) -> Done<NewActivity> {
    let mut reader = FormReader::new(typed);
    let new = NewActivity {
        name: reader.text("name"),
        starts_on: reader.date_or_none("starts_on"),
        ends_on: reader.date_or_none("ends_on"),
        cost: reader.money_or_none("cost"),
    };
    reader.finish(new)
}

fn read_beneficiary(cx: &Cx<'_>, typed: &Query) -> Done<(EstablishmentId, Option<Dong>)> {
    let mut reader = FormReader::new(typed);
    let _ = reader.text(beneficiary::NAME);
    let chosen = beneficiary::read(cx, &mut reader, typed);
    let support = reader.money_or_none("support");
    reader.finish_with(|| Some((chosen?, support)))
}

/// What a form adds.
#[derive(Debug, Clone, Copy)]
enum Adding {
    Activity,
    Beneficiary,
}

fn form(visit: &Visit<'_>, of: &Project, adding: Adding, typed: &Query) -> FormPage {
    let (lang, cx, base) = (visit.lang(), visit.cx(), url(of.id));
    let (title, address, fields) = match adding {
        Adding::Activity => (
            lang.t("Thêm hoạt động", "Add an activity"),
            format!("{base}/activities"),
            vec![
                Field::text(lang, "name", lang.t("Nội dung hoạt động", "What is done")),
                Field::date(lang, "starts_on", lang.t("Từ ngày", "From")).optional(),
                Field::date(lang, "ends_on", lang.t("Đến ngày", "To")).optional(),
                Field::money(lang, "cost", lang.t("Kinh phí", "Cost")).optional(),
            ],
        ),
        Adding::Beneficiary => (
            lang.t("Thêm cơ sở thụ hưởng", "Add a beneficiary"),
            format!("{base}/beneficiaries"),
            std::iter::once(
                Field::text(
                    lang,
                    beneficiary::NAME,
                    lang.t("Tên cơ sở CNNT", "Establishment"),
                )
                .hint(lang.t("Gõ tên hoặc mã số thuế.", "Name or tax number.")),
            )
            .chain(beneficiary::field(&cx, typed))
            .chain([Field::money(lang, "support", lang.t("Mức hỗ trợ", "Its support")).optional()])
            .collect(),
        ),
    };
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&of.title, base.clone()),
    ];
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        match field.kind {
            Kind::Radio(_) => field,
            _ => field.value(value),
        }
    });
    FormPage::new(shell, address, fields.collect()).buttons(title, base)
}
