//! When the questions are asked: yearly, counted from the acceptance.

use chrono::{Months, NaiveDate};

const FILE: &str = include_str!("../../../../reference/field/schedule.csv");

/// Years of follow-up where the data say nothing: the shortest that offices keep.
const YEARS_MIN: i64 = 1;

/// Most years that data may ask for; a longer list would never be answered.
const YEARS_MAX: i64 = 5;

/// How many years a supported project is followed. The number is unverified: see
/// `reference/field/schedule.csv`.
pub fn years() -> i64 {
    let mut reader = csv::Reader::from_reader(FILE.as_bytes());
    let mut rows = reader.records().filter_map(Result::ok);
    let row = rows.find(|row| row.get(0) == Some("years"));
    let number = row.and_then(|row| row.get(1)?.parse().ok());
    number.unwrap_or(YEARS_MIN).clamp(YEARS_MIN, YEARS_MAX)
}

/// The years after the acceptance with the day each answer is due.
pub fn due_days(accepted_on: NaiveDate) -> Vec<(i64, NaiveDate)> {
    let due = |year: i64| {
        let months = u32::try_from(year.saturating_mul(12)).unwrap_or(12);
        accepted_on
            .checked_add_months(Months::new(months))
            .map(|day| (year, day))
    };
    (1..=years()).filter_map(due).collect()
}
