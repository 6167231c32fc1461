//! The numbers of a chart as a table, for readers that speak, for print and for copying.

use super::{Measure, Value};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// The numbers behind a chart, folded away until asked for.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/chart_numbers.html")]
pub struct Numbers {
    /// The language of the reader.
    pub lang: Lang,
    /// The names of the columns; the first is of the rows' labels.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<NumberRow>,
}

impl askama::filters::HtmlSafe for Numbers {}

/// One row of numbers.
#[derive(Debug, Clone)]
pub struct NumberRow {
    /// What the numbers are of.
    pub label: String,
    /// The numbers, one a column.
    pub cells: Vec<Cell>,
}

/// One number as shown; empty text is an unknown.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The number as shown.
    pub text: String,
    /// Where its rows are; empty when nowhere.
    pub url: String,
}

impl Cell {
    /// A value as a measure shows it.
    pub fn of(value: &Value, measure: Measure) -> Self {
        Self {
            text: value.number.map(|n| measure.show(n)).unwrap_or_default(),
            url: value.url.clone(),
        }
    }
}
