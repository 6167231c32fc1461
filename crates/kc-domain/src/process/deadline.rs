//! By when a state should be left.

use crate::calendar::Calendar;
use crate::kernel::text::Lang;
use chrono::{Datelike, NaiveDate};

/// A deadline of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// So many working days after the project came there.
    WorkingDays(u16),
    /// The same day every year, the first one not before the project came there.
    Yearly {
        /// Month, 1 to 12.
        month: u32,
        /// Day of the month.
        day: u32,
    },
}

impl Deadline {
    /// The same day every year.
    pub fn yearly(day: NaiveDate) -> Self {
        Self::Yearly {
            month: day.month(),
            day: day.day(),
        }
    }

    /// The last day in time for a project that came on a day.
    pub fn due(self, since: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match self {
            Self::WorkingDays(days) => Some(calendar.add_working_days(since, days).value),
            Self::Yearly { month, day } => {
                let this_year = NaiveDate::from_ymd_opt(since.year(), month, day)?;
                if this_year >= since {
                    return Some(this_year);
                }
                NaiveDate::from_ymd_opt(since.year().checked_add(1)?, month, day)
            }
        }
    }

    /// In words: "10 ngày làm việc", "trước 20/6".
    pub fn say(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::WorkingDays(days), Lang::Vi) => format!("{days} ngày làm việc"),
            (Self::WorkingDays(days), Lang::En) => format!("{days} working days"),
            (Self::Yearly { month, day }, Lang::Vi) => format!("chậm nhất ngày {day}/{month}"),
            (Self::Yearly { month, day }, Lang::En) => format!("by {day}/{month}"),
        }
    }
}
