//! Pages of a list, so that no list ever loads everything.

/// Rows on one page unless the reader chose otherwise.
pub const ROWS_DEFAULT: i64 = 50;

/// Most rows on one page.
pub const ROWS_MAX: i64 = 200;

/// Which part of a list to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Rows to skip.
    pub offset: i64,
    /// Rows to read.
    pub limit: i64,
}

impl Window {
    /// The window of a page counted from 1.
    pub fn of_page(page: i64, rows: i64) -> Self {
        let limit = rows.clamp(1, ROWS_MAX);
        Self {
            offset: page.max(1).saturating_sub(1).saturating_mul(limit),
            limit,
        }
    }
}

/// One page of rows and how many there are in all.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Rows in the whole filter.
    pub total: i64,
}
