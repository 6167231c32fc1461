//! Tables: those with lines, whose header stands on each page, and bare ones that set things side by side.

use super::line::{Line, Side, speck};
use kc_domain::kernel::paper::{Align, Cell, Column, Row, Style, Table};

/// The grounds of the header, of sums and of gaps.
const HEAD: &str = "DFE5EB";
const GAP_INK: &str = "9E1B1B";
const QUIET_INK: &str = "5B626B";

/// A column of a table without lines.
pub(super) struct Bare {
    width: u16,
    content: String,
}

impl Bare {
    pub(super) fn new(width: u16, content: String) -> Self {
        Self { width, content }
    }
}

/// Things side by side, never torn over two pages.
pub(super) fn beside(columns: Vec<Bare>) -> String {
    let widths: Vec<u16> = columns.iter().map(|column| column.width).collect();
    let cells: String = columns
        .into_iter()
        .map(|column| {
            cell(
                &format!("<w:tcW w:w=\"{}\" w:type=\"dxa\"/>", column.width),
                &column.content,
            )
        })
        .collect();
    opened(&widths, "") + "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + &cells + "</w:tr></w:tbl>"
}

/// A table with its title, unit and notes.
pub(super) fn table(table: &Table, width: u16) -> String {
    let widths = shared(&table.columns, width);
    let mut out = above(table);
    out.push_str(&opened(&widths, LINES));
    out.push_str(&header(&table.columns, &widths));
    let last = table.rows.len().saturating_sub(1);
    for (at, each) in table.rows.iter().enumerate() {
        let is_kept = table.is_kept_whole && at < last;
        out.push_str(&row(each, &table.columns, &widths, is_kept));
    }
    out.push_str("</w:tbl>");
    for note in &table.notes {
        let line = Line::empty().look(22, false, true).and(note);
        out.push_str(&line.side(Side::Left).room(40, 0).xml());
    }
    // Word processors want a paragraph behind a table; a small one adds no page of its own.
    out + &speck(60, "")
}

const LINES: &str = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"444A52\"/></w:tblBorders>";

/// Room at the sides of a cell: 1,2 mm.
const MARGINS: &str = "<w:tblCellMar><w:left w:w=\"68\" w:type=\"dxa\"/><w:right w:w=\"68\" w:type=\"dxa\"/></w:tblCellMar>";

fn opened(widths: &[u16], lines: &str) -> String {
    let total = widths
        .iter()
        .fold(0_u16, |sum, width| sum.saturating_add(*width));
    let column = |width: &u16| format!("<w:gridCol w:w=\"{width}\"/>");
    let grid = widths.iter().map(column).collect::<Vec<_>>().concat();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{lines}<w:tblLayout w:type=\"fixed\"/>\
         {MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
}

/// The width of each column by its share.
fn shared(columns: &[Column], width: u16) -> Vec<u16> {
    let share = |column: &Column| u32::from(column.width.max(1));
    let all: u32 = columns.iter().map(share).sum();
    columns
        .iter()
        .map(|column| u32::from(width).saturating_mul(share(column)) / all.max(1))
        .map(|width| u16::try_from(width).unwrap_or(u16::MAX))
        .collect()
}

fn above(table: &Table) -> String {
    let mut out = String::new();
    if !table.title.is_empty() {
        let line = Line::empty().look(28, true, false).and(&table.title);
        out.push_str(&line.side(Side::Middle).room(120, 60).kept().xml());
    }
    if !table.unit.is_empty() {
        let line = Line::empty().look(24, false, true).and(&table.unit);
        out.push_str(&line.side(Side::Right).room(0, 40).kept().xml());
    }
    out
}

/// One or two rows that every page repeats; neighbours under the same words share a cell.
fn header(columns: &[Column], widths: &[u16]) -> String {
    let grouped = columns.iter().any(|column| !column.group.is_empty());
    let placed: Vec<_> = columns.iter().zip(widths.iter().copied()).collect();
    let mut out = String::from(HEADER_ROW);
    for run in placed.chunk_by(|a, b| !a.0.group.is_empty() && a.0.group == b.0.group) {
        let width = run
            .iter()
            .fold(0_u16, |sum, (_, width)| sum.saturating_add(*width));
        let (text, merged) = match run {
            [(only, _)] if only.group.is_empty() && grouped => {
                (&only.header, "<w:vMerge w:val=\"restart\"/>")
            }
            [(only, _)] if only.group.is_empty() => (&only.header, ""),
            [(first, _), ..] => (&first.group, ""),
            [] => continue,
        };
        let across = format!("<w:gridSpan w:val=\"{}\"/>", run.len());
        out.push_str(&head(width, &format!("{across}{merged}"), text));
    }
    out.push_str("</w:tr>");
    if grouped {
        out.push_str(HEADER_ROW);
        for (column, width) in placed {
            out.push_str(&if column.group.is_empty() {
                head(width, "<w:vMerge/>", "")
            } else {
                head(width, "", &column.header)
            });
        }
        out.push_str("</w:tr>");
    }
    out
}

const HEADER_ROW: &str = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";

fn head(width: u16, merged: &str, text: &str) -> String {
    let look = format!(
        "<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{merged}<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{HEAD}\"/><w:vAlign w:val=\"center\"/>"
    );
    let line = Line::empty().look(24, true, false).and(text);
    cell(&look, &line.side(Side::Middle).room(40, 40).kept().xml())
}

/// One row; `is_kept` holds it on the page of the row below.
fn row(row: &Row, columns: &[Column], widths: &[u16], is_kept: bool) -> String {
    let ground = match row.style {
        Style::Normal => "",
        Style::Group => "F1F4F7",
        Style::Total => "E8EDF2",
        Style::Gap => "FBEEEC",
    };
    let shade = if ground.is_empty() {
        String::new()
    } else {
        format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/>")
    };
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
    let cells: String = columns
        .iter()
        .zip(widths)
        .zip(cells)
        .map(|((column, width), value)| {
            let look = format!(
                "<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}<w:vAlign w:val=\"center\"/>"
            );
            let line = shown(value, column.align, row.style);
            let line = if is_kept { line.kept() } else { line };
            cell(&look, &line.xml())
        })
        .collect();
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
}

fn shown(value: &Cell, align: Align, style: Style) -> Line {
    let plain = Line::empty().look(24, style != Style::Normal, false);
    let line = match value {
        Cell::Empty => plain,
        Cell::Unknown => plain
            .color(QUIET_INK)
            .look(20, false, true)
            .and("chưa có số liệu"),
        Cell::Text(text) if style == Style::Gap => plain.color(GAP_INK).and(text),
        Cell::Text(text) => plain.and(text),
    };
    let side = match align {
        Align::Left => Side::Left,
        Align::Center => Side::Middle,
        Align::Right => Side::Right,
    };
    line.side(side).room(40, 40)
}

fn cell(look: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>")
}
