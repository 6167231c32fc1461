//! How a sheet behaves on the screen and lies on paper.

use super::place::Place;
use crate::book::{Book, Paper, Sheet};
use crate::error::FileError;
use rust_xlsxwriter::Worksheet;

/// A4 in the numbering of printer drivers.
const A4: u8 = 9;
/// Inches: 15 mm at the sides, 20 mm above, 15 mm below, 8 mm for header and footer.
const MARGINS: [f64; 6] = [0.59, 0.59, 0.79, 0.59, 0.31, 0.31];

/// Sets frozen panes, filter, paper, repeated header and the foot of printed pages.
pub(super) fn set(
    page: &mut Worksheet,
    sheet: &Sheet,
    place: &Place,
    book: &Book,
) -> Result<(), FileError> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    page.set_freeze_panes(place.rows, sheet.frozen_columns)?;
    page.set_repeat_rows(place.header, place.header)?;
    page.set_paper_size(A4)
        .set_margins(left, right, top, bottom, header, footer)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_screen_gridlines(false)
        .set_footer(foot(book));
    match sheet.paper {
        Paper::Landscape => page.set_landscape(),
        Paper::Portrait => page.set_portrait(),
    };
    if sheet.filter && !sheet.rows.is_empty() {
        let last = place.total.saturating_sub(1);
        page.autofilter(place.header, 0, last, place.last_column)?;
    }
    Ok(())
}

/// Excel refuses a footer of more than 255 characters; the source keeps most of them.
fn foot(book: &Book) -> String {
    let source: String = book.source.chars().take(160).collect();
    let source = source.replace('&', "&&");
    let page = book.lang.t("Trang", "Page");
    format!("&L&\"Times New Roman,Italic\"&8{source}&R&\"Times New Roman,Regular\"&8{page} &P/&N")
}
