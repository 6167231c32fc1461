//! A table: rows that open, cells of a few kinds, group and total rows.

use crate::kernel::components::{Head, Money, Tag};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// A table.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/table.html")]
pub struct Table {
    /// The language of the reader.
    pub lang: Lang,
    /// What the table shows, for readers that speak and for print.
    pub caption: String,
    /// Its head.
    pub head: Head,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// A remark under it.
    pub note: String,
}

crate::kernel::components::component!(Table);

impl Table {
    /// Whether a column, counted from 0, holds numbers.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand on references"
    )]
    fn is_numeric(&self, column: &usize) -> bool {
        let column = self.head.columns.get(*column);
        column.is_some_and(|column| column.numeric)
    }
}

/// One row.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// Its cells, as many as the head has columns.
    pub cells: Vec<Cell>,
    /// The record it opens; empty for none.
    pub url: String,
    /// What kind of row it is.
    pub kind: RowKind,
}

impl TableRow {
    /// A plain row that opens a record.
    pub fn new(url: impl Into<String>, cells: Vec<Cell>) -> Self {
        Self {
            cells,
            url: url.into(),
            kind: RowKind::Plain,
        }
    }

    /// A row of another kind that opens nothing.
    pub fn of_kind(kind: RowKind, cells: Vec<Cell>) -> Self {
        Self {
            cells,
            url: String::new(),
            kind,
        }
    }
}

/// Kinds of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A row of the list.
    Plain,
    /// A heading over some rows.
    Group,
    /// A sum.
    Total,
    /// A difference that somebody must explain.
    Gap,
}

impl RowKind {
    /// The class of the row.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Group => "group",
            Self::Total => "total",
            Self::Gap => "gap",
        }
    }
}

/// One cell.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// Where to.
        url: String,
    },
    /// A count or share, as it is to be written.
    Number(String),
    /// A count or share that opens what it is made of.
    Figure {
        /// As it is to be written.
        text: String,
        /// What it is made of.
        url: String,
    },
    /// Money.
    Money(Money),
    /// A state.
    Tag(Tag),
    /// Nobody knows.
    Unknown,
}

/// Characters up to which words keep one line; longer ones take the room that is left.
const SHORT_CHARACTERS: usize = 22;

/// The same for what a row is called by, which leads to its page.
const SHORT_NAME_CHARACTERS: usize = 32;

/// The same for a state: a deadline with its hour keeps one line.
const SHORT_TAG_CHARACTERS: usize = 42;

impl Cell {
    /// Whether words are so short that they keep one line.
    pub fn is_short(text: &str) -> bool {
        text.chars().count() <= SHORT_CHARACTERS
    }

    /// Whether what a row is called by is so short that it keeps one line.
    pub fn is_short_name(text: &str) -> bool {
        text.chars().count() <= SHORT_NAME_CHARACTERS
    }

    /// Whether a state is said so shortly that it keeps one line.
    pub fn is_short_tag(tag: &Tag) -> bool {
        tag.label.chars().count() <= SHORT_TAG_CHARACTERS
    }

    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words, or that nobody knows.
    pub fn text_or_unknown(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Unknown, |text| Self::Text(text.into()))
    }

    /// A number.
    pub fn number(number: impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            url: url.into(),
        }
    }
}
