//! The list of processes, and the page of one: its diagram, its states, its steps.

use super::url;
use crate::kernel::answer::{Answer, Reply, render};
use crate::kernel::components::{Arrow, Column, Fact, Facts, Flow, Head, Node, Offer};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::place::name_of;
use kc_app::process;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::process::refusal::roles;
use kc_domain::process::{Process, State, Step};

/// `GET /processes`
pub fn list(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let all = process::list(&cx)?;
    let mut parts = Vec::new();
    if cx.may(Action::AdoptRules) {
        let label = lang.t(
            "Áp dụng quy trình của tỉnh",
            "Adopt a process of the province",
        );
        parts.push(Part::Offers(vec![Offer::open(label, "/processes/new")]));
    }
    let columns = vec![
        Column::text(lang.t("Quy trình", "Process")),
        Column::text(lang.t("Cấp", "Level")),
        Column::text(lang.t("Nơi áp dụng", "Area")),
        Column::text(lang.t("Đăng ký từ ngày", "Registered from")),
        Column::text(lang.t("Đến ngày", "Until")),
        Column::text(lang.t("Căn cứ", "Basis")),
    ];
    parts.push(Part::Table(Table {
        lang,
        caption: lang.t("Quy trình đề án", "Processes of projects").to_owned(),
        head: Head { columns },
        rows: all.iter().map(|process| row(lang, process)).collect(),
        note: lang
            .t(
                "Đề án theo bản quy trình có hiệu lực ngày đăng ký; bản mới không đổi đề án đã đăng ký.",
                "A project follows the version in force on its day of registration; a newer one changes nothing for it.",
            )
            .to_owned(),
    }));
    let shell = shell(visit, lang.t("Quy trình", "Processes"));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn row(lang: Lang, process: &Process) -> TableRow {
    TableRow::new(
        url(&process.reference()),
        vec![
            Cell::text(process.name.say(lang)),
            Cell::text(process.level.name(lang)),
            Cell::text(area(lang, process)),
            Cell::text(show_date(process.from)),
            Cell::text(process.to.map(show_date).unwrap_or_default()),
            Cell::text(&*process.basis),
        ],
    )
}

fn area(lang: Lang, process: &Process) -> String {
    name_of(&process.area, lang)
}

/// `GET /processes/{process}/{version}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let part = |name: &str| visit.id(name, |text| Some(text.to_owned()));
    let reference = format!("{}/{}", part("process")?, part("version")?);
    let process = process::show(&visit.cx(), &reference)?;
    let mut shell = shell(visit, process.name.say(lang));
    shell.crumbs = vec![crumb(lang.t("Quy trình", "Processes"), "/processes")];
    let parts = vec![
        Part::Facts(facts(lang, &process)),
        Part::Heading(lang.t("Sơ đồ", "Diagram").to_owned()),
        Part::Drawing(render(&flow(lang, &process))?),
        Part::Heading(lang.t("Các bước", "States").to_owned()),
        Part::Table(states(lang, &process)),
        Part::Heading(lang.t("Các việc", "Steps").to_owned()),
        Part::Table(steps(lang, &process)),
    ];
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, process: &Process) -> Facts {
    let until = process.to.map(show_date);
    let until = until.unwrap_or_else(|| lang.t("chưa định", "open").to_owned());
    let mut facts = vec![
        Fact::text(lang.t("Bản", "Version"), process.reference()),
        Fact::text(lang.t("Cấp", "Level"), process.level.name(lang)),
        Fact::text(lang.t("Nơi áp dụng", "Area"), area(lang, process)),
        Fact::text(
            lang.t("Đăng ký từ ngày", "Registered from"),
            show_date(process.from),
        )
        .note(format!("{} {until}", lang.t("đến", "until"))),
        Fact::text(lang.t("Căn cứ", "Basis"), &*process.basis),
    ];
    if let Some(note) = &process.note {
        facts.push(Fact::text(lang.t("Ghi chú", "Note"), &**note));
    }
    Facts { lang, facts }
}

/// The diagram: every state with where it leads.
fn flow(lang: Lang, process: &Process) -> Flow {
    let node = |state: &State| {
        let deadline = state.deadline.map(|deadline| deadline.say(lang));
        let held = Some(roles(&state.holders, lang)).filter(|held| !held.is_empty());
        let note: Vec<_> = held.into_iter().chain(deadline).collect();
        let arrow = |step: &Step| Arrow {
            label: step.name.say(lang).to_owned(),
            to: step.to.clone(),
            is_aside: step.aside,
        };
        Node {
            key: state.key.clone(),
            label: state.name.say(lang).to_owned(),
            note: note.join(" · "),
            is_aside: process.is_aside(state),
            arrows: process.steps_from(&state.key).map(arrow).collect(),
        }
    };
    Flow {
        lang,
        caption: lang
            .t("Sơ đồ quy trình", "Diagram of the process")
            .to_owned(),
        nodes: process.states.iter().map(node).collect(),
    }
}

fn states(lang: Lang, process: &Process) -> Table {
    let columns = vec![
        Column::text(lang.t("Bước", "State")),
        Column::text(lang.t("Tên công khai", "Public name")),
        Column::text(lang.t("Ai giữ", "Held by")),
        Column::text(lang.t("Thời hạn", "Deadline")),
        Column::text(lang.t("Căn cứ", "Evidence")),
    ];
    let row = |state: &State| {
        let deadline = state.deadline.map(|deadline| deadline.say(lang));
        let cells = vec![
            Cell::text(format!("{} {}", state.key, state.name.say(lang))),
            Cell::text(state.public.say(lang)),
            Cell::text(roles(&state.holders, lang)),
            Cell::text(deadline.unwrap_or_default()),
            Cell::text(state.evidence.name(lang)),
        ];
        TableRow::of_kind(RowKind::Plain, cells)
    };
    Table {
        lang,
        caption: lang.t("Các bước", "States").to_owned(),
        head: Head { columns },
        rows: process.states.iter().map(row).collect(),
        note: String::new(),
    }
}

fn steps(lang: Lang, process: &Process) -> Table {
    let columns = vec![
        Column::text(lang.t("Việc", "Step")),
        Column::text(lang.t("Từ", "From")),
        Column::text(lang.t("Đến", "To")),
        Column::text(lang.t("Ai làm", "Who")),
        Column::text(lang.t("Giấy tờ phải có", "Papers")),
        Column::text(lang.t("Điều kiện", "Guards")),
        Column::text(lang.t("Hệ quả", "Effects")),
    ];
    let row = |step: &Step| {
        let papers: Vec<_> = step.papers.iter().map(|paper| paper.say(lang)).collect();
        let guards: Vec<_> = step.guards.iter().map(|guard| guard.name(lang)).collect();
        let effects = step.effects.iter().map(|effect| effect.name(lang));
        let effects: Vec<_> = effects.collect();
        let cells = vec![
            Cell::text(step.name.say(lang)),
            Cell::text(step.from.join(", ")),
            Cell::text(&*step.to),
            Cell::text(roles(&step.who, lang)),
            Cell::text(papers.join("; ")),
            Cell::text(guards.join("; ")),
            Cell::text(effects.join("; ")),
        ];
        TableRow::of_kind(RowKind::Plain, cells)
    };
    Table {
        lang,
        caption: lang.t("Các việc", "Steps").to_owned(),
        head: Head { columns },
        rows: process.steps.iter().map(row).collect(),
        note: String::new(),
    }
}
