//! The daily letter: what is overdue, what is soon due, what is new; nothing else.

use super::{Desk, Task};
use chrono::{Days, NaiveDate};
use kc_domain::calendar;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::task::Urgency;

/// Most tasks named in one section; the rest are counted.
const NAMED_MAX: usize = 15;

/// A letter in words, before it has an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Subject.
    pub subject: String,
    /// In plain words.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// One heading with its tasks.
struct Section<'a> {
    heading: &'static str,
    tasks: Vec<&'a Task>,
}

/// The letter about a desk; none when nothing presses and nothing is new. `site` is the address
/// under which people open the program, without a slash at the end.
pub(super) fn digest(name: &str, desk: &Desk, today: NaiveDate, site: &str) -> Option<Digest> {
    let sections = sections(desk, today);
    let named: usize = sections.iter().map(|section| section.tasks.len()).sum();
    if named == 0 {
        return None;
    }
    let counts = sections.iter().filter(|section| !section.tasks.is_empty());
    let counts =
        counts.map(|section| format!("{} {}", section.tasks.len(), section.heading.to_lowercase()));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let rest = desk.mine.len().saturating_sub(named);
    Some(Digest {
        subject: format!("Việc cần làm ngày {}: {counts}", show_date(today)),
        text: text(name, &sections, rest, today, site),
        html: html(name, &sections, rest, today, site),
    })
}

/// Each task stands once: overdue before soon due before new.
fn sections(desk: &Desk, today: NaiveDate) -> [Section<'_>; 3] {
    let since = last_working_day(today);
    let pick =
        |wanted: &dyn Fn(&Task) -> bool| desk.mine.iter().filter(|task| wanted(task)).collect();
    let is_overdue = |task: &Task| matches!(task.urgency(today), Urgency::Overdue(_));
    let is_soon = |task: &Task| task.urgency(today).is_pressing() && !is_overdue(task);
    let is_new = |task: &Task| {
        !task.urgency(today).is_pressing() && task.since.is_some_and(|day| since <= day)
    };
    [
        Section {
            heading: "Quá hạn",
            tasks: pick(&is_overdue),
        },
        Section {
            heading: "Sắp đến hạn",
            tasks: pick(&is_soon),
        },
        Section {
            heading: "Mới đến",
            tasks: pick(&is_new),
        },
    ]
}

/// The working day before a day: what came since then, no earlier letter named.
fn last_working_day(today: NaiveDate) -> NaiveDate {
    let calendar = calendar::national();
    let before = |day: NaiveDate| day.checked_sub_days(Days::new(1));
    let mut days = std::iter::successors(before(today), |day| before(*day));
    days.find(|day| calendar.is_working(*day)).unwrap_or(today)
}

fn text(name: &str, sections: &[Section<'_>], rest: usize, today: NaiveDate, site: &str) -> String {
    let mut lines = vec![format!("Kính gửi {name},"), String::new()];
    for section in sections.iter().filter(|section| !section.tasks.is_empty()) {
        lines.push(format!("{} ({})", section.heading, section.tasks.len()));
        for task in section.tasks.iter().take(NAMED_MAX) {
            lines.push(format!("- {}: {}", task.what.vi, task.title));
            lines.push(format!("  {}. {site}{}", due(task, today), task.path));
        }
        lines.extend(more(section).map(|more| format!("  {more}")));
        lines.push(String::new());
    }
    lines.extend(others(rest));
    lines.push(format!("Mở Việc cần làm: {site}/"));
    lines.push(format!("Đổi hoặc thôi nhận thư này: {site}/reminders"));
    lines.join("\n") + "\n"
}

fn html(name: &str, sections: &[Section<'_>], rest: usize, today: NaiveDate, site: &str) -> String {
    let mut out = vec![
        "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>".to_owned(),
        format!("<p>Kính gửi {},</p>", escape(name)),
    ];
    for section in sections.iter().filter(|section| !section.tasks.is_empty()) {
        out.push(format!(
            "<h2>{} ({})</h2><ul>",
            section.heading,
            section.tasks.len()
        ));
        for task in section.tasks.iter().take(NAMED_MAX) {
            out.push(format!(
                "<li><a href=\"{}\">{}: {}</a><br>{}</li>",
                escape(&format!("{site}{}", task.path)),
                escape(&task.what.vi),
                escape(&task.title),
                escape(&due(task, today)),
            ));
        }
        out.extend(more(section).map(|more| format!("<li>{more}</li>")));
        out.push("</ul>".to_owned());
    }
    out.extend(others(rest).map(|others| format!("<p>{others}</p>")));
    let (home, settings) = (
        escape(&format!("{site}/")),
        escape(&format!("{site}/reminders")),
    );
    out.push(format!(
        "<p><a href=\"{home}\">Mở Việc cần làm</a> · <a href=\"{settings}\">Đổi hoặc thôi nhận thư này</a></p></body></html>"
    ));
    out.join("\n")
}

fn due(task: &Task, today: NaiveDate) -> String {
    task.say_due(today, Lang::Vi)
}

/// What a long section leaves unnamed.
fn more(section: &Section<'_>) -> Option<String> {
    let more = section.tasks.len().saturating_sub(NAMED_MAX);
    (more > 0).then(|| format!("… và {more} việc nữa"))
}

/// What the letter does not name.
fn others(rest: usize) -> Option<String> {
    (rest > 0).then(|| format!("Ngoài ra còn {rest} việc khác chưa đến hạn."))
}

fn escape(text: &str) -> String {
    let one = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        c => c.to_string(),
    };
    text.chars().map(one).collect()
}
