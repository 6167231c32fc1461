//! A month of deadlines: whole weeks from Monday to Sunday, each day with what is due on it.

use super::Task;
use chrono::{Datelike, Days, Months, NaiveDate};
use kc_domain::calendar::{self, DayKind};

/// The days of a week.
const WEEK_DAYS: usize = 7;

/// A month, drawn in whole weeks.
#[derive(Debug, Clone)]
pub struct Month<'a> {
    /// Its first day.
    pub first: NaiveDate,
    /// The first day of the month before, where there is one.
    pub before: Option<NaiveDate>,
    /// The first day of the month after, where there is one.
    pub after: Option<NaiveDate>,
    /// Its weeks, each of seven days.
    pub weeks: Vec<Vec<MonthDay<'a>>>,
}

/// One day of a month that is drawn.
#[derive(Debug, Clone)]
pub struct MonthDay<'a> {
    /// The day.
    pub day: NaiveDate,
    /// Whether it lies in the month itself, not in the weeks around it.
    pub is_inside: bool,
    /// Whether it is worked, and why not.
    pub kind: DayKind<'static>,
    /// What ends with it; a deadline on a day off has moved to the next working day.
    pub due: Vec<&'a Task>,
}

impl<'a> Month<'a> {
    /// The month a day lies in, with the tasks that are due in its weeks.
    pub fn around(day: NaiveDate, tasks: impl Iterator<Item = &'a Task> + Clone) -> Self {
        let first = day.with_day(1).unwrap_or(day);
        let after = first.checked_add_months(Months::new(1));
        let lead = u64::from(first.weekday().num_days_from_monday());
        let start = first.checked_sub_days(Days::new(lead)).unwrap_or(first);
        let end = after.unwrap_or(NaiveDate::MAX);
        let days: Vec<_> = start
            .iter_days()
            .take_while(|day| *day < end || day.weekday() != chrono::Weekday::Mon)
            .map(|day| MonthDay {
                day,
                is_inside: day.month() == first.month(),
                kind: calendar::national().kind_of(day),
                due: ending_on(day, tasks.clone()),
            })
            .collect();
        Self {
            first,
            before: first.checked_sub_months(Months::new(1)),
            after,
            weeks: days.chunks(WEEK_DAYS).map(<[_]>::to_vec).collect(),
        }
    }
}

fn ending_on<'a>(day: NaiveDate, tasks: impl Iterator<Item = &'a Task>) -> Vec<&'a Task> {
    tasks.filter(|task| task.ends_on() == Some(day)).collect()
}
