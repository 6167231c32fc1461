//! Published statements: a set of figures somebody printed, and what must hold between them.
//!
//! Nothing is corrected: each check says what was stated, what it comes to, and whether a hedge,
//! rounding or a missing figure explains the difference.

mod bound;
mod count;
mod finding;
mod kept;
mod message;
mod product;
mod ratio;
mod refusal;
mod side;
mod sum;

#[cfg(test)]
mod tests;

pub use finding::{Finding, Shape, Shown, Verdict};
pub use kept::Kept;
pub use refusal::StatementRefusal;

use crate::kernel::figure::Figure;
use crate::kernel::period::Period;
use crate::kernel::published::{DateWarning, published_early};
use chrono::NaiveDate;
use side::Figures;
use std::collections::BTreeMap;

/// Figures that were published together, and the checks between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is about: "Hải Phòng 2016–2020".
    pub title: String,
    /// The place it speaks of, as written.
    pub place: Option<String>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The period it reports.
    pub period: Option<Period>,
    /// Where it stands.
    pub source: Option<String>,
    /// The figures, in the order of the source.
    pub figures: Vec<Entry>,
    /// What must hold.
    pub checks: Vec<Check>,
}

/// One figure of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name checks call it by.
    pub key: String,
    /// The name people call it by.
    pub label: Option<String>,
    /// The text as printed; `None` when the figure was not published.
    pub printed: Option<String>,
    /// The figure read from it.
    pub figure: Option<Figure>,
}

impl Entry {
    /// The name for a sentence: the label, or the key without one.
    pub fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.key)
    }
}

/// Something that must hold between figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What people call it.
    pub name: String,
    /// What must hold.
    pub rule: Rule,
    /// The most that an unknown figure can be, by its key.
    pub at_most: BTreeMap<String, Limit>,
}

/// The most that an unknown figure can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// Another figure of the statement, by its key.
    Key(String),
    /// A figure printed with the check.
    Printed(Figure),
}

/// What must hold. Figures are named by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// The whole is the sum of the parts.
    Sum {
        /// The stated sum.
        whole: String,
        /// What it consists of.
        parts: Vec<String>,
    },
    /// As many things are listed as stated.
    Count {
        /// The stated number.
        whole: String,
        /// How many are listed; `None` when nobody counted.
        listed: Option<i64>,
        /// Whether the list claims to be complete; false when it ends in "…" or says "một số".
        complete: bool,
    },
    /// The stated percentage is part of whole.
    Percent {
        /// The stated percentage.
        stated: String,
        /// The part.
        part: String,
        /// The whole.
        whole: String,
    },
    /// The stated mean or ratio is dividend by divisor.
    Quotient {
        /// The stated mean or ratio.
        stated: String,
        /// What is divided.
        dividend: String,
        /// By what.
        divisor: String,
    },
    /// The stated number is the product of the factors.
    Product {
        /// The stated product.
        stated: String,
        /// What is multiplied.
        factors: Vec<String>,
    },
    /// The smaller is not above the larger: one year within five.
    AtMost {
        /// What may not be above.
        smaller: String,
        /// What it may not be above of.
        larger: String,
    },
}

impl Rule {
    /// The name of the kind in statement files.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Sum { .. } => "sum",
            Self::Count { .. } => "count",
            Self::Percent { .. } => "percent",
            Self::Quotient { .. } => "quotient",
            Self::Product { .. } => "product",
            Self::AtMost { .. } => "at_most",
        }
    }
}

impl Statement {
    /// Runs every check, in order. A statement whose checks make no sense is refused whole.
    pub fn check(&self) -> Result<Vec<Finding>, StatementRefusal> {
        let figures = Figures::of(&self.figures)?;
        self.checks
            .iter()
            .map(|check| run(&figures, check))
            .collect()
    }

    /// What is odd about its dates.
    pub fn date_warning(&self) -> Option<DateWarning> {
        published_early(self.published?, self.period?)
    }
}

fn run(figures: &Figures<'_>, check: &Check) -> Result<Finding, StatementRefusal> {
    let view = figures.of_check(check);
    match &check.rule {
        Rule::Sum { whole, parts } => sum::check(&view, whole, parts),
        Rule::Count {
            whole,
            listed,
            complete,
        } => count::check(&view, whole, *listed, *complete),
        Rule::Percent {
            stated,
            part,
            whole,
        } => ratio::percent(&view, stated, part, whole),
        Rule::Quotient {
            stated,
            dividend,
            divisor,
        } => ratio::quotient(&view, stated, dividend, divisor),
        Rule::Product { stated, factors } => product::check(&view, stated, factors),
        Rule::AtMost { smaller, larger } => bound::check(&view, smaller, larger),
    }
}
