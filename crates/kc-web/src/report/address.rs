//! The address of a report: what it is about, the day, the moment.

use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::kernel::{Done, Failure};
use kc_app::report::{About, Ask, Opened};
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::place::area::AreaPath;
use kc_domain::programme::frame::Frame;
use kc_domain::report::{Cell, RowKey};

/// The path of every report.
pub const PATH: &str = "/reports/programme";

/// Reads what is asked for; a day or moment that is none is told, not guessed.
pub fn ask(query: &Query) -> Done<Ask> {
    let value = |name: &str| Some(query.get(name).trim()).filter(|text| !text.is_empty());
    let about = match (value("programme"), value("plan")) {
        (Some(code), _) => About::Programme(code.to_owned()),
        (None, Some(code)) => About::Plan(code.to_owned()),
        (None, None) => About::Everything,
    };
    Ok(Ask {
        about,
        place: value("place").map(place).transpose()?,
        from: value("from").map(|text| day("from", text)).transpose()?,
        as_of: value("as_of").map(|text| day("as_of", text)).transpose()?,
        known_at: value("known_at").map(moment).transpose()?,
    })
}

fn day(name: &str, text: &str) -> Done<NaiveDate> {
    parse_date(text).ok_or_else(|| {
        Failure::invalid(
            name,
            format!("“{text}” không phải ngày. Ghi như 31/12/2020."),
            format!("“{text}” is no day. Write it like 31/12/2020."),
        )
    })
}

fn moment(text: &str) -> Done<Instant> {
    // A plus sign in an address means a space; the zone of a moment is written with one.
    let text = text.replace(' ', "+");
    let read = Instant::parse(&text);
    read.ok_or_else(|| {
        Failure::invalid(
            "known_at",
            format!("“{text}” không phải thời điểm. Ghi như 2026-11-22T00:00:00+07:00."),
            format!("“{text}” is no moment. Write it like 2026-11-22T00:00:00+07:00."),
        )
    })
}

fn place(text: &str) -> Done<AreaPath> {
    AreaPath::parse(text).map_err(|refused| {
        let said = refused.to_string();
        Failure::invalid("place", said.clone(), said)
    })
}

/// The row and column of an address.
pub fn cell(visit: &Visit<'_>) -> Done<(RowKey, Cell)> {
    let row = RowKey::parse(visit.query("row")).ok_or(Failure::NotFound)?;
    let cell = match visit.query("cell") {
        "" => Cell::Total,
        code => Cell::from_code(code).ok_or(Failure::NotFound)?,
    };
    Ok((row, cell))
}

/// The query that opens this very report again.
pub fn query(opened: &Opened) -> Query {
    let selection = &opened.about.selection;
    let name = match selection.of {
        Some(Frame::Programme(_)) => "programme",
        Some(Frame::Plan(_)) => "plan",
        None => "",
    };
    let mut query = Query::default();
    if !name.is_empty() {
        query = query.with(name, &opened.about.code);
    }
    if let Some(place) = &selection.place {
        query = query.with("place", place.as_str());
    }
    if let Some(from) = selection.from {
        query = query.with("from", &from.to_string());
    }
    query
        .with("as_of", &opened.as_of().to_string())
        .with("known_at", &opened.known_at().to_string())
}

/// The address of what a cell is made of.
pub fn cell_url(query: &Query, row: &RowKey, cell: Cell) -> String {
    query
        .with("row", &row.to_string())
        .with("cell", cell.code())
        .behind("/reports/programme/entries")
}
