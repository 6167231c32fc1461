//! Comma-separated text that Excel opens with its accents, and runs nothing of.

use crate::book::{Cell, Row, Sheet};
use crate::error::FileError;
use crate::guard::disarm;
use kc_domain::kernel::text::Lang;

/// What Excel needs at the start of a file to read it as UTF-8.
const BYTE_ORDER_MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// Writes the header and the rows of one sheet; headings, totals and notes stay out.
///
/// Money is whole đồng without separators, days are `yyyy-mm-dd`.
pub fn csv(sheet: &Sheet, lang: Lang) -> Result<Vec<u8>, FileError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(sheet.columns.iter().map(|column| disarm(&column.header)))?;
    for row in &sheet.rows {
        writer.write_record(fields(row, sheet.columns.len(), lang))?;
    }
    writer
        .into_inner()
        .map_err(|failed| FileError::Comma(failed.into_error().into()))
}

fn fields(row: &Row, width: usize, lang: Lang) -> impl Iterator<Item = String> {
    row.cells
        .iter()
        .chain(std::iter::repeat(&Cell::Empty))
        .take(width)
        .map(move |cell| field(cell, lang))
}

fn field(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty | Cell::GroupSum | Cell::AboveMinusTotal => String::new(),
        Cell::Unknown => unknown(lang).to_owned(),
        Cell::Text(text) | Cell::Hedged(text) => disarm(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Dong(amount) => amount.0.to_string(),
        Cell::Percent(hundredths) => percent(*hundredths),
        Cell::Date(day) => day.format("%Y-%m-%d").to_string(),
    }
}

/// What stands for a figure nobody knows.
pub(crate) fn unknown(lang: Lang) -> &'static str {
    lang.t("chưa có số liệu", "no data yet")
}

fn percent(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{},{:02}%", size / 100, size % 100)
}
