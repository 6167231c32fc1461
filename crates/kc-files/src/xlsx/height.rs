//! Heights of rows: not every program makes room for text that runs on.

use crate::book::{Cell, Column, Row};

/// Points of one line in the face of the table.
const LINE: u32 = 16;
/// Points of air around the lines of a row.
const AIR: u32 = 4;
/// Excel's highest row holds so many lines.
const MOST_LINES: u32 = 24;

/// The height of a row of the table in points.
pub(super) fn of_row(row: &Row, columns: &[Column]) -> u32 {
    let lines = row
        .cells
        .iter()
        .zip(columns)
        .map(|(cell, column)| match cell {
            Cell::Text(text) | Cell::Hedged(text) => lines(text, column.width),
            _ => 1,
        });
    points(lines.max().unwrap_or(1), LINE)
}

/// The height of the header row in points; its texts are bold and run wider.
pub(super) fn of_header<'a>(texts: impl Iterator<Item = (&'a str, u16)>) -> u32 {
    let lines = texts.map(|(text, width)| lines(text, width.saturating_mul(9) / 10));
    points(lines.max().unwrap_or(1), LINE)
}

/// The height of one text across the whole table in points, `line` points to a line.
pub(super) fn of_text(text: &str, columns: &[Column], line: u32) -> u32 {
    let width = columns.iter().map(|column| column.width);
    let width = width.fold(0_u16, u16::saturating_add).max(20);
    points(lines(text, width), line)
}

fn points(lines: u32, line: u32) -> u32 {
    lines
        .clamp(1, MOST_LINES)
        .saturating_mul(line)
        .saturating_add(AIR)
}

/// Lines of words in a column; a Times letter takes about seven eighths of a column's unit.
fn lines(text: &str, width: u16) -> u32 {
    let room = usize::from(width).saturating_mul(8) / 7;
    let room = room.saturating_sub(2).max(1);
    text.lines()
        .map(|line| wrapped(line, room))
        .fold(0, u32::saturating_add)
}

fn wrapped(line: &str, room: usize) -> u32 {
    let mut used = 0_usize;
    let mut lines = 1_u32;
    for word in line.split_whitespace() {
        let length = word.chars().count();
        let next = used
            .saturating_add(length)
            .saturating_add(usize::from(used > 0));
        if next > room && used > 0 {
            lines = lines.saturating_add(1);
            used = length;
        } else {
            used = next;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_where_the_column_ends() {
        for (text, width, expected) in [
            ("Tư vấn, trợ giúp", 44, 1),
            (
                "Hỗ trợ ứng dụng máy móc tiên tiến vào sản xuất công nghiệp",
                44,
                2,
            ),
            ("Tổng kinh phí\n(triệu đồng)", 18, 2),
            ("", 10, 0),
            ("một-từ-rất-dài-không-có-dấu-cách", 5, 1),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
    }
}
