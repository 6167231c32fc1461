//! The first page: what waits for this person, what they wait for, and the budget at a glance.

use super::calendar::weekday;
use super::nothing::nothing;
use super::rows::table;
use super::sides::tabs;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::chart::{Arrangement, BarRow, Bars, Measure, Value};
use crate::kernel::components::Offer;
use crate::kernel::frame;
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::kernel::{Done, ROWS_MAX, Window};
use kc_app::ledger::purse::{self, PurseCard};
use kc_app::task::{self, Desk, Task};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::task::Urgency;
use std::collections::BTreeMap;

/// `GET /`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let desk = task::desk(&cx)?;
    let mut parts = vec![Part::Text(summary(lang, &desk, cx.today()))];
    let beginnings = task::beginnings(&cx)?;
    if !desk.mine.is_empty() {
        let caption = lang.t("Việc chờ bạn", "What waits for you");
        parts.push(listed(visit, caption, &desk.mine, false));
    } else if beginnings.is_empty() {
        parts.push(Part::Empty(nothing(visit)));
    }
    if !beginnings.is_empty() {
        parts.extend(first_steps(lang, beginnings));
    }
    if !desk.awaited.is_empty() {
        let caption = lang.t("Bạn đang chờ người khác", "What you wait for");
        parts.push(Part::Heading(caption.to_owned()));
        parts.push(listed(visit, caption, &desk.awaited, true));
    }
    if cx.may(Action::AppraiseProject) {
        parts.extend(late(visit)?);
    }
    if cx.may(Action::ReadLedger) {
        parts.extend(budget(visit)?);
    }
    let shell = frame::shell(visit, lang.t("Việc cần làm", "My work"));
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(visit)),
        parts,
    })
}

fn listed(visit: &Visit<'_>, caption: &str, tasks: &[Task], with_holder: bool) -> Part {
    let tasks: Vec<_> = tasks.iter().collect();
    let (lang, today) = (visit.lang(), visit.cx().today());
    Part::Table(table(lang, today, caption, &tasks, with_holder))
}

/// How many projects are late or were given back, for the Sở; they open on their own side.
fn late(visit: &Visit<'_>) -> Done<Option<Part>> {
    let late = task::list_late(&visit.cx())?;
    let returned = late.iter().filter(|late| late.reason.is_some()).count();
    let (all, lang) = (late.len(), visit.lang());
    let label = match lang {
        Lang::Vi => format!("Xem {all} đề án trễ hạn hoặc bị trả lại ({returned} bị trả lại)"),
        Lang::En => format!("See {all} late or returned projects ({returned} returned)"),
    };
    Ok((all > 0).then(|| Part::Offers(vec![Offer::open(label, "/late")])))
}

/// One sentence over the list: how many, and how many of them press. What is nought is not said.
fn summary(lang: Lang, desk: &Desk, today: NaiveDate) -> String {
    let count = |wanted: fn(Urgency) -> bool| {
        let all = desk.mine.iter().map(|task| task.urgency(today));
        all.filter(|urgency| wanted(*urgency)).count()
    };
    let overdue = count(|urgency| matches!(urgency, Urgency::Overdue(_)));
    let soon = count(Urgency::is_pressing).saturating_sub(overdue);
    let counts = [
        (desk.mine.len(), lang.t("việc chờ bạn", "waiting for you")),
        (overdue, lang.t("quá hạn", "overdue")),
        (soon, lang.t("sắp đến hạn", "soon due")),
        (
            desk.awaited.len(),
            lang.t("việc bạn đang chờ người khác", "awaited of others"),
        ),
    ];
    let said = counts.iter().filter(|(number, _)| *number > 0);
    let said: Vec<_> = said
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let day = format!("{}, {}", weekday(lang, today), show_date(today));
    if said.is_empty() {
        return format!("{day}.");
    }
    format!("{day}: {}.", said.join(", "))
}

/// What a new office must record before work can come.
fn first_steps(lang: Lang, steps: Vec<Task>) -> [Part; 3] {
    let offers = steps
        .into_iter()
        .map(|step| Offer::open(&step.title, step.path));
    [
        Part::Heading(
            lang.t("Bước đầu của cơ quan", "First steps of the office")
                .to_owned(),
        ),
        Part::Text(
            lang.t(
                "Mỗi bước tự mất khỏi đây khi đã có bản ghi đầu tiên.",
                "Each step leaves this page once its first record is there.",
            )
            .to_owned(),
        ),
        Part::Offers(offers.collect()),
    ]
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
