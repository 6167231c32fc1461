//! A workbook in plain words: sheets, columns, rows and totals, before any file format.

use chrono::{NaiveDate, NaiveDateTime};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;

/// A workbook to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// The title in the properties of the file.
    pub title: String,
    /// The language of the few words the writer adds itself.
    pub lang: Lang,
    /// The moment the content was known, in Vietnamese time; the only clock of the file.
    pub made: NaiveDateTime,
    /// One small line at the foot of every printed page: where the figures come from.
    pub source: String,
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet with one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name on the tab; forbidden characters are replaced and 31 characters kept.
    pub name: String,
    /// The lines above the table.
    pub heading: Heading,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows of the table.
    pub rows: Vec<Row>,
    /// The line of sums under the rows.
    pub total: Option<Total>,
    /// Rows under the total, such as the published figure and the gap to it.
    pub after: Vec<Row>,
    /// Sentences under the table.
    pub notes: Vec<String>,
    /// How many columns stay in sight while scrolling to the right.
    pub frozen_columns: u16,
    /// Whether the header offers Excel's filter; for registers, not for reports.
    pub filter: bool,
    /// The sheet of paper it is printed on.
    pub paper: Paper,
}

/// The lines above a table. Empty lines are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// Who issues the table, as in "SỞ CÔNG THƯƠNG HẢI PHÒNG".
    pub body: String,
    /// What the table is.
    pub title: String,
    /// The period, and the day and moment it is stated for.
    pub period: String,
    /// The unit of the money columns, as in "Đơn vị tính: triệu đồng".
    pub unit: String,
    /// Whether invented details must be marked "Số liệu minh họa".
    pub illustrative: bool,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub header: String,
    /// The unit under the header; empty for none.
    pub unit: String,
    /// The width in characters.
    pub width: u16,
    /// What stands in it.
    pub kind: Kind,
}

impl Column {
    /// A column without a unit.
    pub fn new(header: impl Into<String>, width: u16, kind: Kind) -> Self {
        let (header, unit) = (header.into(), String::new());
        Self {
            header,
            unit,
            width,
            kind,
        }
    }

    /// The same column with a unit under its header.
    pub fn in_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }
}

/// What a column holds; it decides alignment and the look of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, to the left.
    Text,
    /// Short words in the middle: ordinals, codes, states.
    Code,
    /// Whole numbers.
    Integer,
    /// Full đồng, shown as full đồng.
    Dong,
    /// Full đồng in the cell, shown in triệu đồng with two decimals.
    Millions,
    /// Percent with two decimals.
    Percent,
    /// Days as `dd/mm/yyyy`.
    Date,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells, one per column; missing ones stay empty.
    pub cells: Vec<Cell>,
    /// How the row looks, and whether the sums count it.
    pub style: Style,
}

impl Row {
    /// A row that the sums count.
    pub fn normal(cells: Vec<Cell>) -> Self {
        let style = Style::Normal;
        Self { cells, style }
    }

    /// A row of another style.
    pub fn styled(style: Style, cells: Vec<Cell>) -> Self {
        Self { cells, style }
    }
}

/// How a row looks. Only `Normal` rows are counted by sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A row of data.
    Normal,
    /// The heading of the rows under it, perhaps with their sums.
    Group,
    /// A sum.
    Total,
    /// A difference that somebody has to look at.
    Gap,
}

/// The line of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The words in the first column that is not summed, as in "Tổng cộng".
    pub label: String,
    /// The columns to sum, counted from 0.
    pub columns: Vec<u16>,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing belongs here.
    Empty,
    /// Something belongs here that nobody knows: "chưa có số liệu", never 0.
    Unknown,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Full đồng.
    Dong(Dong),
    /// Hundredths of a percent: 3045 is 30,45 %.
    Percent(i64),
    /// A day.
    Date(NaiveDate),
    /// A figure with its hedge as published, as in "trên 3.865"; no sum counts it.
    Hedged(String),
    /// In a group row: the sum of the `Normal` rows under it, up to the next row of another style.
    GroupSum,
    /// In a row after the total: the number in the row above, minus the total of this column.
    /// Unknown while the total could not count every row.
    AboveMinusTotal,
}

/// How the sheet lies on paper; always A4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// A4 across, for tables with many columns.
    #[default]
    Landscape,
    /// A4 upright.
    Portrait,
}
