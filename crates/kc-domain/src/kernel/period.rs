//! A period of days, both ends included.

use super::date::show_date;
use chrono::NaiveDate;
use std::fmt;

/// From one day to another, both included; never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// A period, or `None` when it would run backwards.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// Whether a day lies in the period.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the other period lies wholly in this one.
    pub fn encloses(self, other: Self) -> bool {
        self.holds(other.from) && self.holds(other.to)
    }

    /// Days in the period.
    pub fn days(self) -> i64 {
        self.to
            .signed_duration_since(self.from)
            .num_days()
            .saturating_add(1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} – {}", show_date(self.from), show_date(self.to))
    }
}
