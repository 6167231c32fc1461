//! A table as the values its template reads, with shared headers worked out.

use kc_domain::kernel::paper::{Align, Cell, Column, Row, Style, Table};
use serde_json::{Value, json};

/// One table.
pub(crate) fn table(table: &Table) -> Value {
    json!({
        "is": "table",
        "title": table.title,
        "unit": table.unit,
        "widths": table.columns.iter().map(|column| column.width.max(1)).collect::<Vec<_>>(),
        "aligns": table.columns.iter().map(|column| align(column.align)).collect::<Vec<_>>(),
        "header": header(&table.columns),
        "rows": table.rows.iter().map(|each| row(each, table.columns.len())).collect::<Vec<_>>(),
        "notes": table.notes,
        "illustrative": table.illustrative,
        "whole": table.is_kept_whole,
    })
}

/// The header cells in reading order: those above first, those below after.
fn header(columns: &[Column]) -> Vec<Value> {
    let grouped = columns.iter().any(|column| !column.group.is_empty());
    let height = if grouped { 2 } else { 1 };
    let runs = columns.chunk_by(|a, b| !a.group.is_empty() && a.group == b.group);
    let upper = runs.map(|run| match run {
        [only] if only.group.is_empty() => head(&only.header, 1, height),
        [first, ..] => head(&first.group, run.len(), 1),
        [] => head("", 1, 1),
    });
    let lower = columns.iter().filter(|column| !column.group.is_empty());
    upper
        .chain(lower.map(|column| head(&column.header, 1, 1)))
        .collect()
}

fn head(text: &str, across: usize, down: usize) -> Value {
    json!({ "text": text, "across": across, "down": down })
}

fn row(row: &Row, width: usize) -> Value {
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
    json!({
        "style": match row.style {
            Style::Normal => "normal",
            Style::Group => "group",
            Style::Total => "total",
            Style::Gap => "gap",
        },
        "cells": cells.take(width).map(cell).collect::<Vec<_>>(),
    })
}

/// `null` is a figure nobody knows.
fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => json!(""),
        Cell::Unknown => Value::Null,
        Cell::Text(text) => json!(text),
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_header_and_others_reach_down() {
        let column = |header: &str| Column::new(header, 1, Align::Left);
        let columns = [
            column("Tên"),
            column("Tổng").under("Kinh phí"),
            column("Ngân sách").under("Kinh phí"),
            column("Ghi chú"),
        ];
        let expected = [
            head("Tên", 1, 2),
            head("Kinh phí", 2, 1),
            head("Ghi chú", 1, 2),
            head("Tổng", 1, 1),
            head("Ngân sách", 1, 1),
        ];
        assert_eq!(header(&columns), expected);
        assert_eq!(header(&[column("a")]), [head("a", 1, 1)]);
    }
}
