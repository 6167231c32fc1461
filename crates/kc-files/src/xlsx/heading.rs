//! The lines above and below the table.

use super::place::Place;
use super::{height, look};
use crate::book::Sheet;
use crate::error::FileError;
use kc_domain::kernel::text::Lang;
use rust_xlsxwriter::{Format, Worksheet};

/// Points of one plain line.
const LINE: u32 = 15;
/// Points of one line of the note's face.
const NOTE_LINE: u32 = 14;
/// Points of one line of the title's face.
const TITLE_LINE: u32 = 19;

/// Writes the lines above the table, and the notes below it.
pub(super) fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    place: &Place,
    lang: Lang,
) -> Result<(), FileError> {
    let heading = &sheet.heading;
    let mark = if heading.illustrative {
        lang.t("Số liệu minh họa", "Illustrative data")
    } else {
        ""
    };
    let lines = [
        (heading.body.as_str(), look::body(), LINE),
        (heading.title.as_str(), look::title(), TITLE_LINE),
        (heading.period.as_str(), look::period(), LINE),
        (mark, look::illustrative(), LINE),
        (heading.unit.as_str(), look::unit(), LINE),
    ];
    let shown = lines.iter().filter(|(text, _, _)| !text.is_empty());
    for (row, (text, format, line)) in (0..).zip(shown) {
        across(page, row, place, text, format)?;
        page.set_row_height(row, height::of_text(text, &sheet.columns, *line))?;
    }
    Ok(())
}

/// Writes the notes below the table.
pub(super) fn notes<'a>(
    page: &mut Worksheet,
    sheet: &Sheet,
    place: &Place,
    notes: impl Iterator<Item = &'a String>,
) -> Result<(), FileError> {
    for (row, note) in (place.notes..).zip(notes) {
        across(page, row, place, note, &look::note())?;
        page.set_row_height(row, height::of_text(note, &sheet.columns, NOTE_LINE))?;
    }
    Ok(())
}

fn across(
    page: &mut Worksheet,
    row: u32,
    place: &Place,
    text: &str,
    format: &Format,
) -> Result<(), FileError> {
    match place.last_column {
        0 => page.write_string_with_format(row, 0, text, format)?,
        last => page.merge_range(row, 0, row, last, text, format)?,
    };
    Ok(())
}
