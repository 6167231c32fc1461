//! One cell into the sheet.

use super::{look, number};
use crate::book::{Cell, Kind, Style};
use crate::comma::unknown;
use crate::error::FileError;
use crate::guard::is_risky;
use chrono::{Datelike, NaiveDate};
use kc_domain::kernel::text::Lang;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet};

/// Where a cell stands, and how its row and column look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) kind: Kind,
    pub(super) style: Style,
    pub(super) lang: Lang,
}

/// Writes a cell that holds its own value; sums are written by the table.
pub(super) fn write(page: &mut Worksheet, spot: Spot, cell: &Cell) -> Result<(), FileError> {
    match cell {
        Cell::Empty | Cell::GroupSum | Cell::AboveMinusTotal => blank(page, spot),
        Cell::Unknown => missing(page, spot),
        Cell::Text(text) | Cell::Hedged(text) => words(page, spot, text),
        Cell::Integer(value) => numeric(page, spot, Kind::Integer, number::whole(*value)?),
        Cell::Dong(amount) => numeric(page, spot, Kind::Dong, number::whole(amount.0)?),
        Cell::Percent(share) => numeric(page, spot, Kind::Percent, number::fraction(*share)?),
        Cell::Date(day) => date(page, spot, *day),
    }
}

/// The look of a number in this spot: money follows its column, other kinds their own nature.
pub(super) fn look_of(spot: Spot, kind: Kind) -> Format {
    let shown = match (kind, spot.kind) {
        (Kind::Dong, Kind::Millions) => Kind::Millions,
        (own, _) => own,
    };
    look::cell(shown, spot.style)
}

/// Writes the words for a figure nobody knows.
pub(super) fn missing(page: &mut Worksheet, spot: Spot) -> Result<(), FileError> {
    let format = look::unknown(spot.kind, spot.style);
    page.write_string_with_format(spot.row, spot.column, unknown(spot.lang), &format)?;
    Ok(())
}

fn blank(page: &mut Worksheet, spot: Spot) -> Result<(), FileError> {
    page.write_blank(spot.row, spot.column, &look::cell(spot.kind, spot.style))?;
    Ok(())
}

fn numeric(page: &mut Worksheet, spot: Spot, kind: Kind, value: f64) -> Result<(), FileError> {
    page.write_number_with_format(spot.row, spot.column, value, &look_of(spot, kind))?;
    Ok(())
}

/// Words are always words: what looks like a formula also stays one after editing the cell.
fn words(page: &mut Worksheet, spot: Spot, text: &str) -> Result<(), FileError> {
    let format = look::words(spot.kind, spot.style);
    let format = if is_risky(text) {
        format.set_quote_prefix()
    } else {
        format
    };
    page.write_string_with_format(spot.row, spot.column, text, &format)?;
    Ok(())
}

/// Excel counts days from 1900; an older day is written as words.
fn date(page: &mut Worksheet, spot: Spot, day: NaiveDate) -> Result<(), FileError> {
    let format = look::cell(Kind::Date, spot.style);
    if let Some(value) = excel_day(day) {
        page.write_datetime_with_format(spot.row, spot.column, value, &format)?;
    } else {
        let text = day.format("%d/%m/%Y").to_string();
        page.write_string_with_format(spot.row, spot.column, text, &format)?;
    }
    Ok(())
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}
