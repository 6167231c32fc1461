//! The page of places: what an address names, since when, until when, and what took over.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Empty, Field, Head, Pager};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, ListPage, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::place::{look_up, suggest};
use kc_domain::kernel::date::{parse_date, show_date};
use kc_domain::kernel::text::Lang;
use kc_domain::place::{Era, Match, Unit, gazetteer};

/// `GET /places?q=&on=`
pub fn search(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let (words, day) = (visit.query("q"), visit.query("on"));
    let on = parse_date(day).unwrap_or_else(|| visit.cx().today());
    let found = suggest(words, on);
    let summary = if words.is_empty() {
        String::new()
    } else {
        look_up(words, on).message(lang)
    };
    let empty = Empty {
        title: lang.t("Tra địa danh", "Look up a place").to_owned(),
        text: lang
            .t(
                "Gõ tên xã, huyện, tỉnh trước hoặc sau 01/7/2025, có dấu hoặc không dấu.",
                "Type a commune, district or province of before or after 1 July 2025.",
            )
            .to_owned(),
        action: None,
    };
    Reply::page(&ListPage {
        tabs: None,
        shell: shell(visit, lang.t("Địa danh", "Places")),
        filters: filters(lang, words, &show_date(on), day),
        action: "/places".to_owned(),
        summary,
        columns: None,
        table: table(lang, &found),
        empty: Some(empty),
        pager: whole(lang, found.len()),
    })
}

fn filters(lang: Lang, words: &str, on: &str, typed: &str) -> Vec<Field> {
    let mut day = Field::date(lang, "on", lang.t("Vào ngày", "On")).value(on);
    if !typed.is_empty() && parse_date(typed).is_none() {
        day.error.push_str(lang.t(
            "Không phải ngày có thật; đang tra theo hôm nay.",
            "No real day; today is used.",
        ));
    }
    vec![
        Field::text(lang, "q", lang.t("Địa danh", "Place")).value(words),
        day,
    ]
}

/// Everything found stands on one page.
fn whole(lang: Lang, count: usize) -> Pager {
    Pager {
        lang,
        summary: format!("{count} {}", lang.t("đơn vị", "units")),
        first: String::new(),
        previous: String::new(),
        next: String::new(),
    }
}

fn table(lang: Lang, found: &[Match]) -> Table {
    let columns = vec![
        Column::text(lang.t("Đơn vị", "Unit")),
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Cấp", "Level")),
        Column::text(lang.t("Mô hình", "Structure")),
        Column::text(lang.t("Hiệu lực", "In force")),
        Column::text(lang.t("Đơn vị kế thừa", "Taken over by")),
    ];
    Table {
        lang,
        caption: lang.t("Đơn vị tìm thấy", "Units found").to_owned(),
        head: Head { columns },
        rows: found
            .iter()
            .map(|found| TableRow::new("", cells(lang, found)))
            .collect(),
        note: lang
            .t(
                "Mã và ngày theo danh mục của Cục Thống kê; ngày có dấu ≈ là ngày của danh mục.",
                "Codes and dates follow the lists of the statistics office; ≈ marks the day of a list.",
            )
            .to_owned(),
    }
}

fn cells(lang: Lang, found: &Match) -> Vec<Cell> {
    let unit = found.unit;
    vec![
        Cell::text(gazetteer().address_of(unit)),
        Cell::text(unit.code),
        Cell::text(unit.level.say(lang)),
        Cell::text(match unit.era {
            Era::Before => lang.t("trước 01/7/2025", "before 1 July 2025"),
            Era::Today => lang.t("hiện nay", "today"),
        }),
        Cell::text(validity(lang, unit)),
        Cell::text(successors(lang, found)),
    ]
}

fn validity(lang: Lang, unit: &Unit) -> String {
    let mark = if unit.has_observed_dates() {
        "≈ "
    } else {
        ""
    };
    let day = |word: &str, day: Option<chrono::NaiveDate>| {
        day.map(|day| format!("{mark}{word} {}", show_date(day)))
    };
    let parts = [
        day(lang.t("từ", "from"), unit.valid_from()),
        day(lang.t("đến", "until"), unit.valid_to()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn successors(lang: Lang, found: &Match) -> String {
    let names = found.successors.iter().map(|after| {
        let extent = after.extent.say(lang);
        format!("{} ({extent})", gazetteer().address_of(after.unit))
    });
    names.collect::<Vec<_>>().join("; ")
}
