//! A statement typed line by line, for people who do not write JSON.
//!
//! A figure: `budget (Ngân sách nhà nước) = 12.578,48 triệu đồng`; `= ?` was not published.
//! A check: `tổng (Kinh phí theo nguồn): total = budget + counterpart`. Empty lines and lines that
//! begin with `#` are left out. A refusal names the line.

mod check;
mod figure;
mod refusal;
mod show;

#[cfg(test)]
mod tests;

pub use refusal::{LineRefusal, Wrong};
pub use show::check_line;

use chrono::NaiveDate;
use kc_domain::kernel::period::Period;
use kc_domain::statement::Statement;
use std::collections::BTreeSet;

/// Most lines read in one box: ten times the statement of a five-year programme.
pub const LINES_MAX: usize = 500;

/// A statement typed line by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// What it is about.
    pub title: String,
    /// The place it speaks of, as written.
    pub place: Option<String>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The period it reports.
    pub period: Option<Period>,
    /// Where it stands.
    pub source: Option<String>,
    /// The figures, one a line.
    pub figures: String,
    /// The checks, one a line.
    pub checks: String,
}

/// Which of the two boxes a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The figures.
    Figures,
    /// The checks.
    Checks,
}

impl Lines {
    /// Reads the lines. What does not fit is refused with the number of its line.
    pub fn read(self) -> Result<Statement, LineRefusal> {
        let figures = figure::read_all(&self.figures)?;
        let keys: BTreeSet<&str> = figures.iter().map(|entry| entry.key.as_str()).collect();
        let checks = check::read_all(&self.checks, &keys)?;
        Ok(Statement {
            title: self.title,
            place: self.place,
            published: self.published,
            period: self.period,
            source: self.source,
            figures,
            checks,
        })
    }

    /// The lines of a statement; `None` when lines cannot say all of it, as with odd keys.
    pub fn of(statement: &Statement) -> Option<Self> {
        let lines = Self {
            title: statement.title.clone(),
            place: statement.place.clone(),
            published: statement.published,
            period: statement.period,
            source: statement.source.clone(),
            figures: joined(statement.figures.iter().map(show::figure_line)),
            checks: joined(statement.checks.iter().map(check_line)),
        };
        let again = lines.clone().read().ok()?;
        (again == *statement).then_some(lines)
    }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines that say something, each with its number from 1.
fn spoken(text: &str, at: Side) -> Result<Vec<(usize, String)>, LineRefusal> {
    let lines = text.lines().map(kc_domain::kernel::text::clean);
    let spoken: Vec<_> = (1..)
        .zip(lines)
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .collect();
    match spoken.get(LINES_MAX) {
        Some((line, _)) => Err(LineRefusal::new(at, *line, Wrong::TooMany)),
        None => Ok(spoken),
    }
}

/// `name (label) <mark> rest`: the name, the label, the rest. `None` without the mark.
fn split(line: &str, mark: char) -> Option<(&str, Option<&str>, &str)> {
    let is_labelled = line.find('(') < line.find(mark) && line.contains('(');
    if !is_labelled {
        let (name, rest) = line.split_once(mark)?;
        return Some((name.trim(), None, rest.trim()));
    }
    let (name, rest) = line.split_once('(')?;
    let mut ends = rest.match_indices(')').map(|(at, _)| rest.split_at(at));
    let (label, rest) = ends.find_map(|(label, rest)| {
        let rest = rest.strip_prefix(')')?.trim_start();
        Some((label, rest.strip_prefix(mark)?))
    })?;
    Some((name.trim(), Some(label.trim()), rest.trim()))
}

/// Whether checks can call a figure by this name: letters, digits, `_`, no spaces.
fn is_key(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '_';
    name.chars().all(fits) && name.starts_with(|c: char| c.is_alphabetic())
}
