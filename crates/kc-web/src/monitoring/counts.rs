//! How many visits of each kind: shares, visits on each beneficiary, the sentence of reports.

use super::list::year_of;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Field, Head, Kind, Pager, Tab, Tabs};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Part, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use chrono::Datelike;
use kc_app::monitoring::{self, Counted, Filter, as_field_work};
use kc_domain::kernel::percent::Decimal;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::monitoring::fieldwork::FieldWork;

/// The first year of the programme that all offices count from.
pub const YEAR_FIRST: i32 = 2014;

/// `GET /visits/counts?year=`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let this_year = visit.cx().today().year().to_string();
    let asked = visit.query("year");
    let year = if asked.is_empty() { &this_year } else { asked };
    let filter = Filter {
        period: year_of(year),
        ..Filter::default()
    };
    let counted = monitoring::count(&visit.cx(), &filter)?;
    let work = as_field_work(counted);
    let choice = year_field(visit, Choice::new("", &this_year)).value(year);
    let mut table = table(lang, work, Some((counted, year)));
    table.note = remarks(lang, work);
    Reply::page(&ListPage {
        shell: shell(visit, lang.t("Thực địa", "Field work")),
        tabs: Some(tabs(lang, "counts")),
        filters: vec![choice.optional()],
        action: "/visits/counts".to_owned(),
        summary: format!("{}.", work.sentence().say(lang)),
        columns: None,
        table,
        empty: None,
        pager: Pager {
            lang,
            summary: String::new(),
            first: String::new(),
            previous: String::new(),
            next: String::new(),
        },
    })
}

/// The two sides of field work.
pub fn tabs(lang: Lang, shown: &str) -> Tabs {
    let tab = |code: &str, label: &str, url: &str| Tab {
        label: label.to_owned(),
        url: url.to_owned(),
        current: shown == code,
        count: None,
    };
    Tabs {
        label: lang.t("Thực địa", "Field work").to_owned(),
        tabs: vec![
            tab("", lang.t("Các cuộc", "Visits"), "/visits"),
            tab("counts", lang.t("Số cuộc", "Counts"), "/visits/counts"),
        ],
    }
}

/// The choice of a year, the newest first.
pub fn year_field(visit: &Visit<'_>, first: Choice) -> Field {
    let lang = visit.lang();
    let years = (YEAR_FIRST..=visit.cx().today().year()).rev();
    let years = years.map(|year| Choice::new(year.to_string(), year.to_string()));
    let years = std::iter::once(first).chain(years).collect();
    Field::new(lang, Kind::Select(years), "year", lang.t("Năm", "Year"))
}

/// Visits as a part of another page: heading, table, sentence, warning.
pub fn parts(lang: Lang, work: FieldWork) -> Vec<Part> {
    let heading = lang.t("Kiểm tra, nghiệm thu tại cơ sở", "Field work");
    let mut parts = vec![
        Part::Heading(heading.to_owned()),
        Part::Table(table(lang, work, None)),
        Part::Text(format!("{}.", work.sentence().say(lang))),
    ];
    parts.extend(warning(lang, work.warning()).map(Part::Text));
    parts
}

fn warning(lang: Lang, text: Option<Text>) -> Option<String> {
    let lead = lang.t("Cảnh báo", "Warning");
    text.map(|text| format!("{lead}: {}.", text.say(lang)))
}

fn remarks(lang: Lang, work: FieldWork) -> String {
    let firms = match lang {
        Lang::Vi => format!(
            "Đơn vị thụ hưởng: {} cơ sở khác nhau có đề án được nghiệm thu trong năm.",
            work.beneficiaries
        ),
        Lang::En => format!(
            "Beneficiaries: {} different firms whose projects were accepted in the year.",
            work.beneficiaries
        ),
    };
    let warned = warning(lang, work.warning()).unwrap_or_default();
    format!("{firms} {warned}").trim_end().to_owned()
}

/// The kinds with their share; each number of records opens them.
fn table(lang: Lang, work: FieldWork, records: Option<(Counted, &str)>) -> Table {
    let names = [
        (
            lang.t("Khảo sát, thẩm tra", "Surveys"),
            work.surveys,
            "survey",
        ),
        (
            lang.t("Kiểm tra", "Inspections"),
            work.inspections,
            "inspection",
        ),
        (
            lang.t("Nghiệm thu", "Acceptances"),
            work.acceptances,
            "acceptance",
        ),
    ];
    let each = [None, work.inspections_each(), work.acceptances_each()];
    let mut rows = Vec::new();
    for (((name, number, code), share), each) in names.into_iter().zip(work.shares()).zip(each) {
        let cells = vec![
            Cell::text(name),
            figure(number, records.map(|(_, year)| (code, year))),
            share.map_or(Cell::Unknown, |share| {
                Cell::Number(format!("{}%", share.comma()))
            }),
            each.map_or(Cell::Empty, |each: Decimal| Cell::Number(each.comma())),
        ];
        rows.push(TableRow::new("", cells));
        if let (Some((counted, year)), "inspection") = (records, code) {
            rows.extend(of_inspections(lang, counted, year));
        }
    }
    rows.push(TableRow::of_kind(
        RowKind::Total,
        vec![
            Cell::text(lang.t("Cộng", "All")),
            Cell::number(work.visits()),
            Cell::Empty,
            Cell::Empty,
        ],
    ));
    let columns = vec![
        Column::text(lang.t("Cuộc", "Visits")),
        Column::number(lang.t("Số cuộc", "Number"), ""),
        Column::number(lang.t("Tỷ trọng", "Share"), ""),
        Column::number(lang.t("Trên một cơ sở thụ hưởng", "Per beneficiary"), ""),
    ];
    Table {
        lang,
        caption: lang.t("Số cuộc theo loại", "Visits by kind").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

fn of_inspections(lang: Lang, counted: Counted, year: &str) -> [TableRow; 2] {
    let kinds = [
        (lang.t("– định kỳ", "– planned"), counted.planned, "planned"),
        (lang.t("– đột xuất", "– ad hoc"), counted.ad_hoc, "ad-hoc"),
    ];
    kinds.map(|(name, number, code)| {
        let cells = vec![
            Cell::text(name),
            figure(number, Some((code, year))),
            Cell::Empty,
            Cell::Empty,
        ];
        TableRow::new("", cells)
    })
}

/// A number that opens the visits it is made of.
fn figure(number: i64, of: Option<(&str, &str)>) -> Cell {
    match of {
        Some((kind, year)) if number > 0 => Cell::Figure {
            text: number.to_string(),
            url: format!("/visits?kind={kind}&year={year}"),
        },
        _ => Cell::number(number),
    }
}
