//! The table of special days, as shipped or as an office has edited it.

use super::day::{DayKind, SpecialDay, SpecialKind, fixed_holiday, is_weekend};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::OnceLock;

const SHIPPED: &str = include_str!("../../../../reference/holidays/days.csv");

/// The special days of some years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, SpecialDay>,
    years: BTreeSet<i32>,
}

/// The calendar shipped with the program: 2024–2027.
pub fn national() -> &'static Calendar {
    static NATIONAL: OnceLock<Calendar> = OnceLock::new();
    NATIONAL.get_or_init(|| Calendar::read(SHIPPED).unwrap_or_default())
}

/// A row of a table of days that cannot be read; rows are counted from 1, heading included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDay {
    /// The number of the row.
    pub row: usize,
}

impl fmt::Display for BadDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "dòng {} không đúng dạng: ngày,loại,tên,căn cứ,độ chắc chắn",
            self.row
        )
    }
}

impl std::error::Error for BadDay {}

impl Calendar {
    /// A calendar of these days; a later one of the same date replaces an earlier.
    pub fn of(days: impl IntoIterator<Item = SpecialDay>) -> Self {
        let days: BTreeMap<_, _> = days.into_iter().map(|day| (day.date, day)).collect();
        let years = days.keys().map(Datelike::year).collect();
        Self { days, years }
    }

    /// Reads a table: a heading, then `date,kind,name,basis,certainty` with no comma inside.
    pub fn read(table: &str) -> Result<Self, BadDay> {
        let rows = table.lines().enumerate().skip(1);
        let days: Result<Vec<_>, _> = rows
            .filter(|(_, row)| !row.trim().is_empty())
            .map(|(at, row)| {
                special_day(row).ok_or(BadDay {
                    row: at.saturating_add(1),
                })
            })
            .collect();
        Ok(Self::of(days?))
    }

    /// All special days, in order.
    pub fn days(&self) -> impl Iterator<Item = &SpecialDay> {
        self.days.values()
    }

    /// The special days from one day to another, both included.
    pub fn days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = &SpecialDay> {
        self.days()
            .filter(move |day| from <= day.date && day.date <= to)
    }

    /// Whether the holidays of a year are known.
    pub fn knows_year(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// What a day is.
    pub fn kind_of(&self, date: NaiveDate) -> DayKind<'_> {
        match self.days.get(&date) {
            Some(day) if day.kind == SpecialKind::MakeUp => return DayKind::MakeUp(day),
            Some(day) => return DayKind::Off(day),
            None => {}
        }
        if is_weekend(date) {
            return DayKind::Weekend;
        }
        match fixed_holiday(date).filter(|_| !self.knows_year(date.year())) {
            Some(name) => DayKind::FixedHoliday(name),
            None => DayKind::Working,
        }
    }

    /// Whether offices work on a day.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.kind_of(date).is_working()
    }
}

fn special_day(row: &str) -> Option<SpecialDay> {
    let fields: Vec<&str> = row.split(',').map(str::trim).collect();
    let [date, kind, name, basis, certainty] = fields.as_slice() else {
        return None;
    };
    Some(SpecialDay {
        date: date.parse().ok()?,
        kind: SpecialKind::of_code(kind)?,
        name: (*name).to_owned(),
        basis: (*basis).to_owned(),
        certainty: (*certainty).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_shipped_table_is_read_whole_and_fits_the_week() {
        let calendar = national();
        assert_eq!(calendar.days().count(), 61);
        for special in calendar.days() {
            let is_made_up = special.kind == SpecialKind::MakeUp;
            assert!(!is_made_up || is_weekend(special.date), "{special:?}");
            let is_moved = matches!(special.kind, SpecialKind::Swapped | SpecialKind::InLieu);
            assert!(!is_moved || !is_weekend(special.date), "{special:?}");
        }
    }

    #[test]
    fn a_day_is_worked_or_not_as_the_notices_say() {
        for (date, is_working) in [
            ("2026-01-02", false), // swapped
            ("2026-01-10", true),  // Saturday worked for it
            ("2026-01-17", false), // another Saturday
            ("2026-04-27", false), // in lieu of Sunday 26 April
            ("2026-11-23", true),
            ("2026-11-24", false),
            ("2025-11-24", true),
            ("2030-09-02", false), // fixed, though no notice is known
            ("2030-02-04", true),  // Tết 2030 is not known
        ] {
            assert_eq!(national().is_working(day(date)), is_working, "{date}");
        }
        assert!(national().knows_year(2027) && !national().knows_year(2030));
    }

    #[test]
    fn a_bad_row_is_named() {
        let head = "date,kind,name,basis,certainty\n";
        for row in [
            "2026-02-30,le,a,b,c",
            "2026-01-01,xx,a,b,c",
            "2026-01-01,le,a,b",
            "x",
        ] {
            let table = format!("{head}2026-01-01,le,a,b,c\n{row}\n");
            assert_eq!(Calendar::read(&table), Err(BadDay { row: 3 }), "{row}");
        }
    }
}
