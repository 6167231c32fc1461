//! Monthly progress reports: which months are owed, by which day, and what a report may say.

use super::refusal::Refusal;
use crate::calendar::Calendar;
use crate::kernel::id::{ProjectId, UserId};
use chrono::{Datelike, Months, NaiveDate};

/// Working days after the end of a month within which its report is due.
///
/// The Agency asks for a report each month (letter of 2010); the day was never verified, and
/// pages say so.
pub const DUE_WORKING_DAYS: u16 = 5;

/// The longest work whose months are listed: a flagship project takes three years.
const MONTHS_MAX: usize = 60;

/// What was done in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The project.
    pub project: ProjectId,
    /// The first day of the month.
    pub month: NaiveDate,
    /// How much of the work is done at the end of the month, in hundredths.
    pub percent: i64,
    /// What was done.
    pub done: String,
    /// What stands in the way.
    pub difficulties: Option<String>,
    /// Who reported.
    pub reported_by: Option<UserId>,
    /// The day of the report.
    pub reported_on: NaiveDate,
}

/// The first day of a day's month.
pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The months that have a report to give: from the contract to the end of the work, or to this
/// month while it runs.
pub fn months(
    signed_on: NaiveDate,
    ended_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<NaiveDate> {
    let last = month_of(ended_on.unwrap_or(today).min(today));
    let mut months = Vec::new();
    let mut month = month_of(signed_on);
    while month <= last && months.len() < MONTHS_MAX {
        months.push(month);
        let Some(next) = month.checked_add_months(Months::new(1)) else {
            break;
        };
        month = next;
    }
    months
}

/// The last day on which the report of a month is in time.
pub fn due_on(calendar: &Calendar, month: NaiveDate) -> NaiveDate {
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    let last_day = next.pred_opt().unwrap_or(next);
    calendar.add_working_days(last_day, DUE_WORKING_DAYS).value
}

/// The months without a report whose day has passed.
pub fn overdue(
    calendar: &Calendar,
    owed: &[NaiveDate],
    reported: &[NaiveDate],
    today: NaiveDate,
) -> Vec<NaiveDate> {
    let missing = owed.iter().filter(|month| !reported.contains(month));
    let late = missing.filter(|month| due_on(calendar, **month) < today);
    late.copied().collect()
}

/// Checks a report: a month that is owed, and a share of the work.
pub fn check(new: &Progress, owed: &[NaiveDate]) -> Result<(), Refusal> {
    if owed.is_empty() {
        return Err(Refusal::NotUnderWay);
    }
    if !owed.contains(&new.month) {
        return Err(Refusal::WrongMonth { month: new.month });
    }
    Ok(())
}
