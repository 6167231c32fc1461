//! Where each part of a sheet stands, counted before anything is written.

use crate::book::Sheet;
use crate::error::FileError;

/// The rows and columns of one sheet, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The row of the column headers.
    pub(super) header: u32,
    /// The first row of data.
    pub(super) rows: u32,
    /// The row of the total; where there is none, the first row after the data.
    pub(super) total: u32,
    /// The first row after the total.
    pub(super) after: u32,
    /// The first row of the notes.
    pub(super) notes: u32,
    /// The last column.
    pub(super) last_column: u16,
}

impl Place {
    /// Counts the parts of a sheet.
    pub(super) fn of(sheet: &Sheet) -> Result<Self, FileError> {
        let header = heading_rows(sheet);
        let rows = header.saturating_add(1);
        let total = rows.saturating_add(count(sheet.rows.len())?);
        let after = total.saturating_add(u32::from(sheet.total.is_some()));
        let notes = after.saturating_add(count(sheet.after.len())?);
        let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
        Ok(Self {
            header,
            rows,
            total,
            after,
            notes: notes.saturating_add(1),
            last_column: columns.saturating_sub(1),
        })
    }
}

fn heading_rows(sheet: &Sheet) -> u32 {
    let heading = &sheet.heading;
    let lines = [
        &heading.body,
        &heading.title,
        &heading.period,
        &heading.unit,
    ];
    let lines = lines.iter().map(|line| u32::from(!line.is_empty()));
    lines
        .sum::<u32>()
        .saturating_add(u32::from(heading.illustrative))
}

/// Counts rows as Excel does.
pub(super) fn count(rows: usize) -> Result<u32, FileError> {
    u32::try_from(rows).map_err(|_over| FileError::TooLarge {
        cells: rows,
        most: super::MOST_CELLS,
    })
}
