//! The steps of a project: a page that asks what the step needs, and the post that takes it.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::project::step::{Given, Which, process_of, take as take_step};
use kc_app::{document, project};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::process::{Ask, Guard, Move, Step};
use kc_domain::project::Project;
use std::collections::BTreeSet;

/// Where a step is taken: a word of its own has a form of its own.
pub(super) fn address(id: ProjectId, step: &Step) -> String {
    match step.is {
        Some(Move::Contract) => format!("{}/contract", url(id)),
        Some(Move::Accept) => format!("{}/acceptance", url(id)),
        _ => format!("{}/steps/{}", url(id), step.key),
    }
}

/// A step as its form shows it.
struct Form {
    which: String,
    name: Text,
    asks: BTreeSet<Ask>,
    is_official: bool,
}

/// `GET /projects/{project}/steps/{step}`: what the step needs to know.
pub fn ask(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let form = form(visit, &found)?;
    let typed = Query::default().with("version", &found.version.to_string());
    page(visit, &found, &form, &typed).show()
}

/// `POST /projects/{project}/steps/{step}`: takes the step, or comes back with what is wrong.
pub fn take(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let form = form(visit, &found)?;
    match run(&cx, &found, &form, &visit.arrival.form) {
        Ok(()) => {
            let name = form.name.say(lang);
            let done = lang.t("Đã ghi:", "Recorded:");
            Reply::see_other(url(found.id), format!("{done} {name}."))
        }
        Err(failure) => page(visit, &found, &form, &visit.arrival.form).come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

/// The key of the step in the address.
fn step_key(visit: &Visit<'_>) -> String {
    let parts = &visit.arrival.parts;
    parts.get("step").cloned().unwrap_or_default()
}

/// The step of the address; contract and acceptance have forms of their own words. What follows no
/// process can only be withdrawn.
fn form(visit: &Visit<'_>, found: &Project) -> Done<Form> {
    let key = step_key(visit);
    let Some(process) = process_of(&visit.cx(), found)? else {
        return withdrawal(&key);
    };
    let step = process
        .step(&key)
        .filter(|step| !matches!(step.is, Some(Move::Contract | Move::Accept)));
    step.map(of_step).ok_or(Failure::NotFound)
}

fn of_step(step: &Step) -> Form {
    Form {
        which: step.key.clone(),
        name: step.name.clone(),
        asks: step.asks(),
        is_official: matches!(step.is, Some(Move::Approve | Move::Stop)),
    }
}

fn withdrawal(key: &str) -> Done<Form> {
    if Move::from_code(key) != Some(Move::Withdraw) {
        return Err(Failure::NotFound);
    }
    Ok(Form {
        which: String::new(),
        name: Text::new(Move::Withdraw.name(Lang::Vi), Move::Withdraw.name(Lang::En)),
        asks: Guard::Reason.asks().iter().copied().collect(),
        is_official: false,
    })
}

fn run(cx: &Cx<'_>, found: &Project, form: &Form, typed: &Query) -> Done<()> {
    let mut reader = FormReader::new(typed);
    let version = reader.version();
    let mut given = Given::default();
    for ask in &form.asks {
        match ask {
            Ask::Day => given.on = Some(reader.date("on")),
            Ask::Number => given.number = reader.text_or_none("number"),
            Ask::Reason => given.reason = reader.text_or_none("reason"),
            Ask::Document => given.document = DocumentId::parse(typed.get("document")),
        }
    }
    let given = reader.finish(given)?;
    let which = match form.which.as_str() {
        "" => Which::Makes(Move::Withdraw),
        key => Which::Key(key),
    };
    take_step(cx, found.id, version, which, &given)
}

fn page(visit: &Visit<'_>, found: &Project, form: &Form, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(found.id);
    let name = form.name.say(lang);
    let mut shell = shell(visit, name);
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, address.clone()),
    ];
    let asked = form.asks.iter().map(|ask| field(&visit.cx(), *ask));
    let version = Field::new(lang, Kind::Hidden, "version", "");
    let fields = asked.chain([version]).map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    let action = format!("{address}/steps/{}", step_key(visit));
    let mut page = FormPage::new(shell, action, fields.collect())
        .intro(&*found.title)
        .buttons(name, address);
    page.official = form.is_official;
    page
}

fn field(cx: &Cx<'_>, ask: Ask) -> Field {
    let lang = cx.lang();
    match ask {
        Ask::Day => Field::date(lang, "on", lang.t("Ngày", "Day")).example("2/10/2017"),
        Ask::Number => {
            let label = lang.t("Số", "Number");
            Field::new(lang, Kind::Short, "number", label)
                .example("15/HĐ-TTKC")
                .optional()
        }
        Ask::Reason => {
            let label = lang.t("Lý do", "Reason");
            Field::new(lang, Kind::Long, "reason", label).hint(lang.t(
                "Người đăng ký đọc được, và lý do được giữ trong nhật ký.",
                "The author reads it, and it is kept in the audit.",
            ))
        }
        Ask::Document => decision(cx),
    }
}

/// The decision is chosen among recorded papers that carry a date.
fn decision(cx: &Cx<'_>) -> Field {
    let lang = cx.lang();
    let decisions = document::decisions(cx).unwrap_or_default();
    let none = Choice::new("", lang.t("Chọn quyết định", "Choose a decision"));
    let choices = decisions.iter().map(|paper| {
        let undated = || lang.t("chưa có ngày", "undated").to_owned();
        let day = paper.issued_on.map_or_else(undated, show_date);
        let label = format!("{} ({day}) – {}", paper.title(lang), paper.summary);
        Choice::new(paper.id.to_string(), label)
    });
    let choices = std::iter::once(none).chain(choices).collect();
    let label = lang.t("Quyết định phê duyệt", "Decision");
    Field::new(lang, Kind::Select(choices), "document", label).hint(lang.t(
        "Chưa có trong danh sách thì ghi quyết định vào Văn bản trước.",
        "If it is not there, record it under Documents first.",
    ))
}
