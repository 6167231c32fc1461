//! The first page: what waits for this person, and the budget at a glance.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::chart::{Arrangement, BarRow, Bars, Measure, Value};
use crate::kernel::components::{Column, Empty, Head, Money};
use crate::kernel::frame;
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, ROWS_MAX, Window};
use kc_app::ledger::purse::{self, PurseCard};
use kc_app::task::{self, Task};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use std::collections::BTreeMap;

/// `GET /`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let tasks = task::mine(&cx)?;
    let mut parts = vec![if tasks.is_empty() {
        nothing(lang)
    } else {
        waiting(lang, &tasks)
    }];
    if cx.may(Action::ReadLedger) {
        parts.extend(budget(visit)?);
    }
    let shell = frame::shell(visit, lang.t("Việc cần làm", "My work"));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn nothing(lang: Lang) -> Part {
    let text = lang.t(
        "Khi có chứng từ chờ duyệt, đề án chờ phê duyệt hoặc bị trả lại, chúng hiện ở đây.",
        "Payments to approve, projects to decide and returned proposals appear here.",
    );
    Part::Empty(Empty {
        title: lang
            .t("Chưa có việc nào chờ bạn", "Nothing waits for you")
            .to_owned(),
        text: text.to_owned(),
        action: None,
    })
}

fn waiting(lang: Lang, tasks: &[Task]) -> Part {
    let columns = vec![
        Column::text(lang.t("Việc", "Task")),
        Column::text(lang.t("Đề án", "Project")),
        Column::number(
            lang.t("Số tiền", "Amount"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Từ ngày", "Since")),
    ];
    Part::Table(Table {
        lang,
        caption: lang.t("Việc chờ bạn", "What waits for you").to_owned(),
        head: Head { columns },
        rows: tasks.iter().map(|task| row(lang, task)).collect(),
        note: String::new(),
    })
}

fn row(lang: Lang, task: &Task) -> TableRow {
    match task {
        Task::ApproveMove(prepared) => TableRow::new(
            "/ledger/waiting",
            vec![
                Cell::text(format!(
                    "{}: {}",
                    lang.t("Duyệt", "Approve"),
                    prepared.kind.name(lang)
                )),
                Cell::text(&prepared.project_title),
                Cell::Money(Money::cell(lang, Some(prepared.amount))),
                Cell::text(show_date(prepared.prepared_at.day())),
            ],
        ),
        Task::ApproveProject(listed) => project_row(
            lang,
            lang.t("Phê duyệt đề án", "Decide on the project"),
            listed,
        ),
        Task::CorrectProject(listed) => project_row(
            lang,
            lang.t("Hoàn thiện đề án bị trả lại", "Correct the proposal"),
            listed,
        ),
    }
}

fn project_row(lang: Lang, what: &str, listed: &kc_app::project::Listed) -> TableRow {
    let project = &listed.project;
    TableRow::new(
        format!("/projects/{}", project.id),
        vec![
            Cell::text(what),
            Cell::text(&project.title),
            Cell::Money(Money::cell(lang, project.support_asked)),
            Cell::text(show_date(project.registered_on)),
        ],
    )
}

/// Budget assigned and still free, year by year: where money waits to be used.
fn budget(visit: &Visit<'_>) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let purses = purse::list(&visit.cx(), Window::of_page(1, ROWS_MAX))?;
    let years = by_year(&purses.rows);
    if years.is_empty() {
        return Ok(Vec::new());
    }
    let row = |(year, (assigned, free)): (&i32, &(Dong, Dong))| BarRow {
        label: year.to_string(),
        url: "/ledger".to_owned(),
        values: vec![
            Value::new(Some(assigned.minus(*free).0), String::new()),
            Value::new(Some(free.0), String::new()),
        ],
    };
    let bars = Bars {
        lang,
        title: lang
            .t(
                "Dự toán mỗi năm đã dùng bao nhiêu?",
                "How much of each year is used?",
            )
            .to_owned(),
        of: lang.t("Năm", "Year").to_owned(),
        measure: Measure::Money,
        arrangement: Arrangement::Stacked,
        series: vec![
            lang.t("Đã phê duyệt cho đề án", "Approved for projects")
                .to_owned(),
            lang.t("Còn lại", "Still free").to_owned(),
        ],
        rows: years.iter().map(row).collect(),
    };
    Ok(vec![
        Part::Heading(lang.t("Dự toán", "Budget").to_owned()),
        Part::Drawing(crate::kernel::answer::render(&bars)?),
    ])
}

fn by_year(purses: &[PurseCard]) -> BTreeMap<i32, (Dong, Dong)> {
    let mut years = BTreeMap::new();
    for card in purses {
        let Some(year) = card.purse.budget_year else {
            continue;
        };
        let (assigned, free): &mut (Dong, Dong) = years.entry(year).or_default();
        *assigned = assigned.plus(card.assigned);
        *free = free.plus(card.available);
    }
    years
}
