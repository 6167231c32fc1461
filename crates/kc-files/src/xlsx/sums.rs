//! Sums as working formulas, with the result beside them for readers that do not calculate.

use crate::book::{Cell, Row, Style};
use crate::error::FileError;
use rust_xlsxwriter::{Formula, utility};

/// Excel takes this many arguments in one call.
const MOST_ARGUMENTS: usize = 255;
/// Excel takes this many characters in one formula.
const MOST_CHARACTERS: usize = 8_192;

/// A sum of cells: the formula's ranges and what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sum {
    ranges: Vec<(u32, u32)>,
    /// How many cells hold a number.
    pub(super) numbers: usize,
    /// How many cells hold a figure that nobody knows or that is hedged.
    pub(super) missing: usize,
    /// What the known cells come to.
    pub(super) result: i64,
}

impl Sum {
    /// Sums one column over the `Normal` rows; `first` is the row of the first of them.
    pub(super) fn of(rows: &[Row], first: u32, column: u16) -> Result<Self, FileError> {
        let mut sum = Self::default();
        for (at, row) in (first..).zip(rows) {
            let cell = row.cells.get(usize::from(column)).unwrap_or(&Cell::Empty);
            if row.style == Style::Normal {
                sum.add(at, cell)?;
            }
        }
        Ok(sum)
    }

    fn add(&mut self, at: u32, cell: &Cell) -> Result<(), FileError> {
        match self.ranges.last_mut() {
            Some((_, last)) if last.saturating_add(1) == at => *last = at,
            _ => self.ranges.push((at, at)),
        }
        match cell {
            Cell::Unknown | Cell::Hedged(_) => self.missing = self.missing.saturating_add(1),
            other => self.count(other.number())?,
        }
        Ok(())
    }

    fn count(&mut self, number: Option<i64>) -> Result<(), FileError> {
        if let Some(number) = number {
            self.numbers = self.numbers.saturating_add(1);
            self.result = self
                .result
                .checked_add(number)
                .ok_or(FileError::SumTooLarge)?;
        }
        Ok(())
    }

    /// Whether the sum counts every row and so can be held against another figure.
    pub(super) fn is_complete(&self) -> bool {
        self.numbers > 0 && self.missing == 0
    }

    /// `=SUM(D8:D14,D16:D20)` with its result.
    pub(super) fn formula(&self, column: u16) -> Result<Formula, FileError> {
        let parts: Vec<String> = self
            .ranges
            .iter()
            .map(|(first, last)| range(*first, *last, column))
            .collect();
        let text = match parts.len() {
            0..=MOST_ARGUMENTS => format!("=SUM({})", parts.join(",")),
            _ => nested(&parts),
        };
        match text.len() {
            0..=MOST_CHARACTERS => Ok(Formula::new(text).set_result(self.result.to_string())),
            _ => Err(FileError::SumTooLong),
        }
    }
}

impl Cell {
    /// The number that a sum counts.
    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            Self::Dong(amount) => Some(amount.0),
            _ => None,
        }
    }
}

fn nested(parts: &[String]) -> String {
    let calls: Vec<String> = parts
        .chunks(MOST_ARGUMENTS)
        .map(|chunk| format!("SUM({})", chunk.join(",")))
        .collect();
    format!("=SUM({})", calls.join(","))
}

fn range(first: u32, last: u32, column: u16) -> String {
    let (top, bottom) = (name(first, column), name(last, column));
    if first == last {
        top
    } else {
        format!("{top}:{bottom}")
    }
}

/// `D8` for row 7, column 3.
pub(super) fn name(row: u32, column: u16) -> String {
    utility::row_col_to_cell(row, column)
}
