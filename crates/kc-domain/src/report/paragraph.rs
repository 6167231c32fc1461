//! The report as Vietnamese paragraphs, built from its numbers.

use super::published::{Published, dong, things};
use super::{Report, Row};
use crate::kernel::figure::Figure;
use crate::kernel::level::Level;
use crate::kernel::money::{Dong, group_thousands};

/// What the sentences speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// "giai đoạn 2016–2020", "năm 2017".
    pub period: String,
    /// "thành phố Hải Phòng"; empty for none.
    pub place: String,
    /// How the place calls its own money: "thành phố", "tỉnh", "địa phương".
    pub own_budget: String,
}

/// The sentences about the whole, the list by content group, and the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraphs {
    /// Sentences about the whole.
    pub opening: String,
    /// One line per content group.
    pub groups: Vec<String>,
    /// "Chênh lệch: 1 đề án; 210 triệu đồng"; `None` when nothing was published.
    pub gap: Option<String>,
}

/// Writes the paragraphs. Published figures come first, as the office printed them; without any,
/// what was counted.
pub fn paragraphs(report: &Report, subject: &Subject) -> Paragraphs {
    let opening = match &report.published {
        Some(published) => published_opening(published, subject),
        None => counted_opening(report, subject),
    };
    Paragraphs {
        opening,
        groups: report.groups.iter().map(group_line).collect(),
        gap: gap_line(report),
    }
}

fn published_opening(published: &Published, subject: &Subject) -> String {
    let levels = match (
        things(published.local.as_ref()),
        things(published.national.as_ref()),
    ) {
        (Some(local), Some(national)) => Some((local, national)),
        _ => None,
    };
    let money = |figure: &Option<Figure>| figure.as_ref().map(Figure::in_report);
    let projects = published.projects.as_ref().map(|figure| {
        let hedge = figure.hedge().word();
        let number = things(published.projects.as_ref()).map(group_thousands);
        format!("{hedge} {}", number.unwrap_or_default())
            .trim()
            .to_owned()
    });
    let levelled = dong(published.central.as_ref()).and(dong(published.city.as_ref()));
    sentences(
        subject,
        projects,
        levels,
        [
            money(&published.total),
            money(&published.budget),
            levelled.and_then(|_| money(&published.central)),
            levelled.and_then(|_| money(&published.city)),
            money(&published.counterpart),
        ],
    )
}

fn counted_opening(report: &Report, subject: &Subject) -> String {
    let cells = report.total.cells();
    let (local, national) = (
        report.level(Level::Local).projects,
        report.level(Level::National).projects,
    );
    let levelled = local.saturating_add(national) == cells.projects;
    let sources = &report.total.sources;
    let split = cells.budget.filter(|_| sources.unlevelled == Dong::ZERO);
    let money = |amount: Option<Dong>| amount.map(in_millions);
    sentences(
        subject,
        Some(group_thousands(cells.projects)),
        levelled.then_some((local, national)),
        [
            money(cells.total),
            money(cells.budget),
            money(split.map(|_| sources.central)),
            money(split.map(|_| sources.local)),
            money(cells.counterpart),
        ],
    )
}

fn in_millions(amount: Dong) -> String {
    format!("{} triệu đồng", amount.millions())
}

/// What is not known is said to be so.
fn sentences(
    subject: &Subject,
    projects: Option<String>,
    levels: Option<(i64, i64)>,
    [total, budget, central, own, counterpart]: [Option<String>; 5],
) -> String {
    let unknown = "chưa có số liệu";
    let said = |amount: Option<String>| amount.unwrap_or_else(|| unknown.to_owned());
    let levels = levels.map_or(String::new(), |(local, national)| {
        format!(
            " ({} đề án khuyến công địa phương và {} đề án khuyến công quốc gia)",
            group_thousands(local),
            group_thousands(national)
        )
    });
    let split = match (central, own) {
        (Some(central), Some(own)) => {
            let name = &subject.own_budget;
            format!(" (trung ương {central}; {name} {own})")
        }
        _ => String::new(),
    };
    let place = match subject.place.as_str() {
        "" => String::new(),
        place => format!(", {place}"),
    };
    format!(
        "{}{place} đã triển khai {} đề án khuyến công{levels} với tổng kinh phí {}. Trong đó, \
         ngân sách nhà nước hỗ trợ {}{split}; kinh phí đối ứng của cơ sở công nghiệp nông thôn {}.",
        capitalised(&subject.period),
        said(projects),
        said(total),
        said(budget),
        said(counterpart),
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn group_line(row: &Row) -> String {
    let cells = row.tally.cells();
    let money = cells
        .total
        .map_or("chưa có số liệu".to_owned(), in_millions);
    let people = [
        cells
            .workers
            .map(|n| format!("{} lao động", group_thousands(n))),
        cells
            .turns
            .map(|n| format!("{} lượt người", group_thousands(n))),
    ];
    let people = people
        .into_iter()
        .flatten()
        .fold(String::new(), |said, text| [said, text].join("; "));
    format!(
        "{}: {} đề án; {money}{people}",
        row.label,
        group_thousands(cells.projects)
    )
}

fn gap_line(report: &Report) -> Option<String> {
    let gap = report.gap()?;
    let unknown = || "chưa xác định".to_owned();
    let projects = gap
        .projects
        .map_or_else(unknown, |count| format!("{} đề án", group_thousands(count)));
    let total = gap.total.map_or_else(unknown, in_millions);
    Some(format!("Chênh lệch: {projects}; {total}"))
}
