//! The calendar of deadlines: a month as a table, and the same as a list; holidays are marked.

use super::rows::{table, tag};
use super::sides::tabs;
use crate::kernel::answer::{Answer, Reply, render};
use crate::kernel::components::{Empty, Tag};
use crate::kernel::frame;
use crate::kernel::page::{Part, RecordPage, Table};
use crate::kernel::visit::Visit;
use askama::Template;
use chrono::{Datelike, NaiveDate};
use kc_app::task::{self, Month, MonthDay, Task};
use kc_domain::calendar::DayKind;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::text::Lang;

/// The month as it is drawn.
#[derive(Debug, Template)]
#[template(path = "task/month.html")]
struct MonthView {
    lang: Lang,
    caption: String,
    before: Way,
    after: Way,
    today: Way,
    weekdays: [&'static str; 7],
    weeks: Vec<Vec<DayView>>,
}

/// A link to another month; an empty address is none.
#[derive(Debug)]
struct Way {
    label: String,
    url: String,
}

/// One day as it is drawn.
#[derive(Debug)]
struct DayView {
    iso: String,
    number: u32,
    class: String,
    is_today: bool,
    off: String,
    due: Vec<DueView>,
}

/// One thing due on a day.
#[derive(Debug)]
struct DueView {
    label: String,
    title: String,
    url: String,
    tag: Tag,
}

/// `GET /calendar?month=2026-11`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let today = cx.today();
    let asked = parse_date(&format!("{}-01", visit.query("month"))).unwrap_or(today);
    let desk = task::desk(&cx)?;
    let month = Month::around(asked, desk.all());
    let drawing = render(&view(lang, &month, today))?;
    let title = lang.t("Lịch", "Calendar");
    Reply::page(&RecordPage {
        shell: frame::shell(visit, format!("{title} {}", name(month.first))),
        tabs: Some(tabs(visit)),
        parts: [vec![Part::Drawing(drawing)], list(lang, &month, today)].concat(),
    })
}

fn view(lang: Lang, month: &Month<'_>, today: NaiveDate) -> MonthView {
    let way = |day: Option<NaiveDate>, label: &str| Way {
        label: label.to_owned(),
        url: day.map_or_else(String::new, address),
    };
    let day = |day: &MonthDay<'_>| day_view(lang, day, today);
    MonthView {
        lang,
        caption: format!("{} {}", lang.t("Tháng", "Month"), name(month.first)),
        before: way(month.before, lang.t("Tháng trước", "Month before")),
        after: way(month.after, lang.t("Tháng sau", "Month after")),
        today: way(Some(today), lang.t("Tháng này", "This month")),
        weekdays: weekdays(lang),
        weeks: month
            .weeks
            .iter()
            .map(|week| week.iter().map(day).collect())
            .collect(),
    }
}

/// The day of the week in words.
pub(super) fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    weekdays(lang).get(number).copied().unwrap_or_default()
}

fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Vi => [
            "Thứ Hai",
            "Thứ Ba",
            "Thứ Tư",
            "Thứ Năm",
            "Thứ Sáu",
            "Thứ Bảy",
            "Chủ nhật",
        ],
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    }
}

fn day_view(lang: Lang, day: &MonthDay<'_>, today: NaiveDate) -> DayView {
    let due = |task: &&Task| DueView {
        label: task.what.say(lang).to_owned(),
        title: task.title.clone(),
        url: task.path.clone(),
        tag: tag(lang, task, today),
    };
    let outside = if day.is_inside { "" } else { " outside" };
    let free = if day.kind.is_working() { "" } else { " free" };
    DayView {
        iso: day.day.to_string(),
        number: day.day.day(),
        class: format!("day{outside}{free}"),
        is_today: day.day == today,
        off: off(lang, day.kind),
        due: day.due.iter().map(due).collect(),
    }
}

/// Why a day is off, or that a day of the weekend is worked.
fn off(lang: Lang, kind: DayKind<'_>) -> String {
    match kind {
        DayKind::Working | DayKind::Weekend => String::new(),
        DayKind::MakeUp(day) => format!("{}: {}", lang.t("Làm bù", "Worked"), day.name),
        DayKind::Off(day) => format!("{}: {}", lang.t("Nghỉ", "Off"), day.name),
        DayKind::FixedHoliday(name) => format!("{}: {name}", lang.t("Nghỉ", "Off")),
    }
}

/// The deadlines of the month one below the other, for narrow screens and for readers that speak.
fn list(lang: Lang, month: &Month<'_>, today: NaiveDate) -> Vec<Part> {
    let inside = month.weeks.iter().flatten().filter(|day| day.is_inside);
    let tasks: Vec<&Task> = inside.flat_map(|day| day.due.iter().copied()).collect();
    if tasks.is_empty() {
        return vec![Part::Empty(Empty {
            title: lang
                .t("Không có hạn nào trong tháng này", "No deadline in this month")
                .to_owned(),
            text: lang
                .t(
                    "Hạn của việc chờ bạn và của việc bạn chờ người khác hiện ở đây theo ngày.",
                    "Deadlines of what waits for you, and of what you wait for, appear here by day.",
                )
                .to_owned(),
            action: None,
        })];
    }
    let caption = lang.t("Các hạn trong tháng", "Deadlines of the month");
    let table = Table {
        note: why_moved(lang, &tasks).to_owned(),
        ..table(lang, today, caption, &tasks, true)
    };
    vec![Part::Heading(caption.to_owned()), Part::Table(table)]
}

/// The law by which days off moved deadlines, where they moved one.
fn why_moved(lang: Lang, tasks: &[&Task]) -> &'static str {
    if !tasks.iter().any(|task| task.say_moved(lang).is_some()) {
        return "";
    }
    lang.t(
        "Hạn rơi vào ngày nghỉ thì kết thúc khi hết ngày làm việc tiếp theo (Bộ luật Dân sự 2015, khoản 5 Điều 148); lịch ghi ngày kết thúc đó.",
        "A deadline on a day off ends with the next working day (Civil Code 2015, article 148.5); the calendar shows that day.",
    )
}

/// `11/2026`
fn name(month: NaiveDate) -> String {
    month.format("%m/%Y").to_string()
}

/// The address of the month a day lies in.
fn address(day: NaiveDate) -> String {
    format!("/calendar?month={}", day.format("%Y-%m"))
}
