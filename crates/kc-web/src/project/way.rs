//! The tab of the process: the steps a project took, and the dossier its process asks for.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Field, Head, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Part, RowKind, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, Failure};
use kc_app::project::dossier::{self, Asked, Received, receive};
use kc_app::project::way::{Taken, Way};
use kc_app::project::{self, Sight};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Project;

/// The steps taken and the papers of the dossier.
pub(super) fn parts(visit: &Visit<'_>, sight: &Sight, way: &Way) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let mut parts = vec![Part::Facts(super::standing::facts(lang, way))];
    if !way.taken.is_empty() {
        let heading = lang.t("Các bước đã qua", "Steps taken");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Table(taken(lang, way)));
    }
    let asked = dossier::list(&cx, &sight.project)?;
    if !asked.is_empty() {
        let heading = lang.t("Giấy tờ của hồ sơ", "Papers of the dossier");
        parts.push(Part::Heading(heading.to_owned()));
        let may = cx.may_on(
            dossier::action(&cx, &sight.project),
            &project::subject(&sight.project),
        );
        parts.push(Part::Table(papers(lang, &sight.project, &asked, may)));
    }
    Ok(parts)
}

fn taken(lang: Lang, way: &Way) -> Table {
    let named = |key: &str| {
        let state = way.process.state(key);
        state.map_or_else(|| key.to_owned(), |state| state.name.say(lang).to_owned())
    };
    let row = |taken: &Taken| {
        let step = way.process.step(&taken.step);
        let name = step.map_or(&*taken.step, |step| step.name.say(lang));
        TableRow::of_kind(
            RowKind::Plain,
            vec![
                Cell::text(name),
                Cell::text(named(&taken.from)),
                Cell::text(named(&taken.to)),
                Cell::text(show_date(taken.on)),
                Cell::text(taken.by.clone().unwrap_or_default()),
                Cell::text(taken.reason.clone().unwrap_or_default()),
            ],
        )
    };
    let columns = vec![
        Column::text(lang.t("Việc", "Step")),
        Column::text(lang.t("Từ", "From")),
        Column::text(lang.t("Đến", "To")),
        Column::text(lang.t("Ngày", "Day")),
        Column::text(lang.t("Người ghi", "By")),
        Column::text(lang.t("Lý do", "Reason")),
    ];
    Table {
        lang,
        caption: lang.t("Các bước đã qua", "Steps taken").to_owned(),
        head: Head { columns },
        rows: way.taken.iter().map(row).collect(),
        note: String::new(),
    }
}

fn papers(lang: Lang, project: &Project, asked: &[Asked], may: bool) -> Table {
    let row = |asked: &Asked| {
        let (state, holder) = match &asked.held {
            Some(held) if held.copies >= i64::from(asked.paper.copies) => {
                let sets = lang.t("bộ", "sets");
                (
                    format!("{} · {} {sets}", show_date(held.received_on), held.copies),
                    held.holder.clone(),
                )
            }
            Some(held) => (
                format!(
                    "{}: {}/{}",
                    lang.t("thiếu bộ", "sets missing"),
                    held.copies,
                    asked.paper.copies
                ),
                held.holder.clone(),
            ),
            None => (lang.t("chưa có", "missing").to_owned(), String::new()),
        };
        let cells = vec![
            Cell::text(asked.paper.say(lang)),
            Cell::text(asked.step.name.say(lang)),
            Cell::text(state),
            Cell::text(holder),
        ];
        if may {
            let address = format!("{}/papers/{}", url(project.id), asked.paper.key);
            TableRow::new(address, cells)
        } else {
            TableRow::of_kind(RowKind::Plain, cells)
        }
    };
    let columns = vec![
        Column::text(lang.t("Giấy tờ", "Paper")),
        Column::text(lang.t("Cần cho việc", "Asked for by")),
        Column::text(lang.t("Đã nhận", "Received")),
        Column::text(lang.t("Nơi giữ bản gốc", "Original kept by")),
    ];
    Table {
        lang,
        caption: lang
            .t(
                "Giấy tờ của hồ sơ theo quy trình",
                "Papers the process asks for",
            )
            .to_owned(),
        head: Head { columns },
        rows: asked.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `GET /projects/{project}/papers/{paper}`: records that a paper came in.
pub fn ask(visit: &Visit<'_>) -> Answer {
    let (found, asked) = find(visit)?;
    let today = show_date(visit.cx().today());
    let typed = Query::default()
        .with("copies", &asked.paper.copies.to_string())
        .with("received_on", &today);
    page(visit, &found, &asked, &typed).show()
}

/// `POST /projects/{project}/papers/{paper}`
pub fn take(visit: &Visit<'_>) -> Answer {
    let (found, asked) = find(visit)?;
    let form = &visit.arrival.form;
    match read(&asked, form).and_then(|paper| receive(&visit.cx(), found.id, &paper)) {
        Ok(()) => {
            let notice = visit
                .lang()
                .t("Đã ghi nhận giấy tờ.", "The paper is recorded.");
            Reply::see_other(format!("{}?tab=way", url(found.id)), notice)
        }
        Err(failure) => page(visit, &found, &asked, form).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<(Project, Asked)> {
    let cx = visit.cx();
    let found = project::show(&cx, visit.id("project", ProjectId::parse)?)?;
    let key = visit.id("paper", |text| Some(text.to_owned()))?;
    let asked = dossier::list(&cx, &found)?;
    let asked = asked.into_iter().find(|asked| asked.paper.key == key);
    Ok((found, asked.ok_or(Failure::NotFound)?))
}

fn read(asked: &Asked, form: &Query) -> Done<Received> {
    let mut reader = FormReader::new(form);
    let received_on = reader.date("received_on");
    let copies = reader.count_or_none("copies").unwrap_or(0);
    let received = Received {
        paper: asked.paper.key.clone(),
        copies,
        holder: form.get("holder").to_owned(),
        received_on,
        document: None,
    };
    reader.finish(received)
}

fn page(visit: &Visit<'_>, found: &Project, asked: &Asked, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(found.id);
    let mut shell = shell(visit, lang.t("Nhận giấy tờ", "Receive a paper"));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, address.clone()),
    ];
    let received = lang.t("Ngày nhận", "Day received");
    let copies = lang.t("Số bộ", "Sets");
    let holder = lang.t("Nơi giữ bản gốc", "Original kept by");
    let fields = vec![
        Field::date(lang, "received_on", received).example("2/10/2025"),
        Field::new(lang, Kind::Short, "copies", copies),
        Field::new(lang, Kind::Short, "holder", holder).example(lang.t(
            "Phòng Quản lý công nghiệp, Sở Công Thương",
            "Sở Công Thương",
        )),
    ];
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    let action = format!("{address}/papers/{}", asked.paper.key);
    FormPage::new(shell, action, fields.collect())
        .intro(asked.paper.say(lang))
        .buttons(lang.t("Ghi nhận", "Record"), format!("{address}?tab=way"))
}
