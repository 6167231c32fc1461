//! Workbooks for Excel: numbers as numbers, sums as formulas with their results.

mod cells;
mod heading;
mod height;
mod look;
mod name;
mod number;
mod place;
mod print;
mod sums;
mod table;

use crate::book::{Book, Sheet};
use crate::error::FileError;
use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The most cells of one workbook: about 100 MB of memory while it is written.
const MOST_CELLS: usize = 500_000;

/// Writes the workbook. The same book gives the same bytes, always.
pub fn xlsx(book: &Book) -> Result<Vec<u8>, FileError> {
    refuse_too_large(book)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&book.title)
            .set_author("Khuyến công")
            .set_creation_datetime(&moment(book.made)?),
    );
    for (sheet, name) in book.sheets.iter().zip(name::tabs(&book.sheets)) {
        let page = workbook.add_worksheet();
        page.set_name(name)?;
        let place = place::Place::of(sheet)?;
        heading::write(page, sheet, &place, book.lang)?;
        table::write(page, sheet, &place, book.lang)?;
        print::set(page, sheet, &place, book)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn refuse_too_large(book: &Book) -> Result<(), FileError> {
    let cells = book
        .sheets
        .iter()
        .fold(0_usize, |sum, sheet| sum.saturating_add(cells_of(sheet)));
    if cells > MOST_CELLS {
        Err(FileError::TooLarge {
            cells,
            most: MOST_CELLS,
        })
    } else {
        Ok(())
    }
}

fn cells_of(sheet: &Sheet) -> usize {
    let rows = sheet.rows.len().saturating_add(sheet.after.len());
    rows.saturating_mul(sheet.columns.len())
}

fn moment(made: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let [month, day, hour, minute, second] = [
        made.month(),
        made.day(),
        made.hour(),
        made.minute(),
        made.second(),
    ]
    .map(|part| u8::try_from(part).unwrap_or(0));
    ExcelDateTime::from_ymd(year, month, day)?.and_hms(hour.into(), minute, second)
}
