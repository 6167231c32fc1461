//! Where the projects and the money of a report are: a map, and the same as a table.

use super::tables::{columns, numbers};
use crate::kernel::answer::render;
use crate::kernel::chart::{Measure, Value};
use crate::kernel::components::Head;
use crate::kernel::map::Map;
use crate::kernel::page::{Cell as Td, Part, RowKind, Table, TableRow};
use crate::kernel::query::Query;
use kc_app::kernel::Done;
use kc_app::report::Opened;
use kc_domain::kernel::money::group_thousands;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::{AreaLevel, AreaPath};
use kc_domain::place::gazetteer;
use kc_domain::place::outline::{Outline, communes_of, provinces_today};
use kc_domain::report::{Places, RowKey, Tally};

/// The map and the table; nothing where no project names a unit of today.
pub(super) fn parts(lang: Lang, opened: &Opened, query: &Query) -> Done<Vec<Part>> {
    let places = &opened.places;
    if places.rows.is_empty() {
        return Ok(Vec::new());
    }
    let heading = lang.t("Theo địa bàn", "By place").to_owned();
    let mut parts = vec![Part::Heading(heading)];
    if let Some(outline) = outline(&places.within) {
        parts.push(Part::Drawing(render(&map(lang, places, outline, query))?));
    }
    parts.push(Part::Table(table(lang, places, query)));
    Ok(parts)
}

/// The drawing of the nation, or of the communes of a province that was drawn.
fn outline(within: &AreaPath) -> Option<&'static Outline> {
    match within.level() {
        AreaLevel::Nation => Some(provinces_today()),
        _ => communes_of(within.province()?),
    }
}

fn map(lang: Lang, places: &Places, outline: &'static Outline, query: &Query) -> Map {
    let shapes = outline.shapes.iter();
    let nought = |code: &str| (code.to_owned(), Value::new(Some(0), ""));
    let mut values: std::collections::BTreeMap<_, _> =
        shapes.map(|shape| nought(shape.code)).collect();
    for (area, tally) in &places.rows {
        let code = area.commune().or(area.province()).unwrap_or_default();
        let money = tally.cells().total.map(|amount| amount.0);
        values.insert(code.to_owned(), Value::new(money, url(area, query)));
    }
    Map {
        lang,
        title: lang.t("Tiền ở đâu?", "Where is the money?").to_owned(),
        of: first_column(lang, places).to_owned(),
        measure: Measure::Money,
        outline,
        values,
    }
}

/// The same report of one place only.
fn url(area: &AreaPath, query: &Query) -> String {
    query
        .with("place", area.as_str())
        .behind(super::address::PATH)
}

fn table(lang: Lang, places: &Places, query: &Query) -> Table {
    let row = |(area, tally): (&AreaPath, &Tally)| {
        let query = query.with("place", area.as_str());
        let mut cells = vec![Td::link(name(area), url(area, &query))];
        cells.extend(numbers(lang, &query, &RowKey::Total, &tally.cells()));
        TableRow::new("", cells)
    };
    let mut rows: Vec<_> = places.rows.iter().map(row).collect();
    if places.elsewhere.projects > 0 {
        rows.push(elsewhere(lang, places));
    }
    Table {
        lang,
        caption: lang
            .t("Đề án và kinh phí theo địa bàn", "Projects and money by place")
            .to_owned(),
        head: Head {
            columns: columns(lang, first_column(lang, places)),
        },
        rows,
        note: lang
            .t(
                "Theo đơn vị hành chính từ 01/7/2025. Đề án ghi ở cấp trên hoặc ở đơn vị cũ đã chia không được đoán vào một nơi.",
                "By the units since 1 July 2025. What was recorded above them, or in a unit that was split, is not guessed into one.",
            )
            .to_owned(),
    }
}

/// What the units are called.
fn first_column(lang: Lang, places: &Places) -> &'static str {
    match places.within.level() {
        AreaLevel::Nation => lang.t("Tỉnh, thành phố", "Province"),
        _ => lang.t("Xã, phường, đặc khu", "Commune"),
    }
}

/// What lies in no single unit: counted, not opened, for no one place can be asked for.
fn elsewhere(lang: Lang, places: &Places) -> TableRow {
    let cells = places.elsewhere.cells();
    let money = |amount: Option<kc_domain::kernel::money::Dong>| {
        amount.map_or(Td::Unknown, |amount| Td::Number(amount.millions()))
    };
    let count = |count: Option<i64>| count.map_or(Td::Empty, |n| Td::Number(group_thousands(n)));
    let label = lang.t("Không thuộc riêng một nơi", "In no single place");
    TableRow::of_kind(
        RowKind::Plain,
        vec![
            Td::text(label),
            Td::Number(group_thousands(cells.projects)),
            money(cells.total),
            money(cells.budget),
            money(cells.counterpart),
            count(cells.workers),
            count(cells.turns),
        ],
    )
}

/// What the unit is called today.
fn name(area: &AreaPath) -> String {
    let unit = gazetteer().unit_at(area);
    unit.map_or_else(|| area.to_string(), kc_domain::place::Unit::full_name)
}
