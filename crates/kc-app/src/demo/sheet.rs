//! Reading the sheets of `demo/`.

use crate::kernel::{Done, Failure};
use std::collections::BTreeMap;

/// One row of a sheet, by column.
pub(super) struct Line(BTreeMap<String, String>);

impl Line {
    /// The text of a column; empty when missing.
    pub(super) fn text(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// The text of a column, if it says anything.
    pub(super) fn text_or_none(&self, column: &str) -> Option<String> {
        Some(self.text(column))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// The number of a column, if it says one.
    pub(super) fn number(&self, column: &str) -> Option<i64> {
        self.text(column).parse().ok()
    }
}

/// The rows of a sheet.
pub(super) fn lines(sheet: &str) -> Done<Vec<Line>> {
    let broken = |error: csv::Error| Failure::Internal(error.to_string());
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    reader
        .deserialize()
        .map(|line| line.map(Line).map_err(broken))
        .collect()
}
