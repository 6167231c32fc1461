//! The head of a list: names, units, and links that sort; and the choice of columns.

use askama::Template;
use kc_domain::kernel::text::Lang;

/// One column of a list.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub label: String,
    /// The unit of its numbers: "triệu đồng"; empty when none.
    pub unit: String,
    /// Whether it holds numbers, which stand to the right.
    pub numeric: bool,
    /// The address that sorts by it; empty when it cannot be sorted.
    pub sort_url: String,
    /// How the list is sorted by it now.
    pub direction: Option<Direction>,
}

impl Column {
    /// A column of words.
    pub fn text(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            unit: String::new(),
            numeric: false,
            sort_url: String::new(),
            direction: None,
        }
    }

    /// A column of numbers with their unit.
    pub fn number(label: impl Into<String>, unit: impl Into<String>) -> Self {
        Self {
            unit: unit.into(),
            numeric: true,
            ..Self::text(label)
        }
    }

    /// Can be sorted at this address; sorted now as stated.
    #[must_use]
    pub fn sorts(mut self, url: impl Into<String>, now: Option<Direction>) -> Self {
        self.sort_url = url.into();
        self.direction = now;
        self
    }

    /// The value of `aria-sort`.
    pub fn aria_sort(&self) -> &'static str {
        match self.direction {
            Some(Direction::Up) => "ascending",
            Some(Direction::Down) => "descending",
            None => "none",
        }
    }
}

/// Which way a list runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From small to large, from A to Y.
    Up,
    /// From large to small.
    Down,
}

/// The `thead` of a list.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/table_head.html")]
pub struct Head {
    /// The columns, in order.
    pub columns: Vec<Column>,
}

/// The choice of columns, kept in the address.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/columns.html")]
pub struct Columns {
    /// The language of the reader.
    pub lang: Lang,
    /// The address of the list, without its query.
    pub action: String,
    /// The rest of the query, which must not be lost: name and value.
    pub keep: Vec<(String, String)>,
    /// Every column: its code, its name, whether it is shown.
    pub choices: Vec<super::Choice>,
}

super::component!(Head, Columns);
