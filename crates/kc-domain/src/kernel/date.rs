//! Days and moments as Vietnamese offices write them. Time is always an argument.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};
use std::fmt;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// Vietnam keeps UTC+7 the whole year.
const VIETNAM_OFFSET_SECONDS: i32 = 7 * 3600;

/// A day, in milliseconds; Vietnam moves no clock.
const DAY_MS: i64 = 24 * 3600 * 1000;

impl Instant {
    /// Later than every recorded moment; the `known_at` of "now".
    pub const FOREVER: Self = Self(i64::MAX);

    /// Reads RFC 3339, or a plain day as the last millisecond of that day in Vietnam.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            return Some(Self(moment.timestamp_millis()));
        }
        Some(Self::end_of(parse_date(text)?))
    }

    /// The first millisecond of a day in Vietnam.
    pub fn start_of(day: NaiveDate) -> Self {
        Self::at(day, NaiveTime::MIN)
    }

    /// The last millisecond of a day in Vietnam.
    pub fn end_of(day: NaiveDate) -> Self {
        Self(Self::start_of(day).0.saturating_add(DAY_MS - 1))
    }

    /// A time of a day in Vietnam.
    pub fn at(day: NaiveDate, time: NaiveTime) -> Self {
        let utc = day.and_time(time).and_utc().timestamp_millis();
        Self(utc.saturating_sub(i64::from(VIETNAM_OFFSET_SECONDS) * 1000))
    }

    /// The calendar day in Vietnam.
    pub fn day(self) -> NaiveDate {
        self.local()
            .map_or(NaiveDate::MAX, |local| local.date_naive())
    }

    /// The time of the day in Vietnam.
    pub fn time(self) -> NaiveTime {
        self.local().map_or(NaiveTime::MIN, |local| local.time())
    }

    /// `dd/mm/yyyy HH:MM` in Vietnam.
    pub fn show(self) -> String {
        self.local().map_or_else(String::new, |local| {
            local.format("%d/%m/%Y %H:%M").to_string()
        })
    }

    fn local(self) -> Option<DateTime<FixedOffset>> {
        let zone = FixedOffset::east_opt(VIETNAM_OFFSET_SECONDS)?;
        Some(DateTime::from_timestamp_millis(self.0)?.with_timezone(&zone))
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 with +07:00, to the second.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.local() {
            Some(local) => write!(f, "{}", local.format("%Y-%m-%dT%H:%M:%S%:z")),
            None => write!(f, "9999-12-31T23:59:59+07:00"),
        }
    }
}

/// Reads `22/11/2026`, `5/9/2022`, `5-9-2022` or `2026-11-22`; `None` for an impossible day.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return within_reason(day);
    }
    let mut parts = text.split(['/', '-', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let number = |part: &str| part.trim().parse::<u32>().ok();
    let year = i32::try_from(number(year)?).ok()?;
    within_reason(NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)?)
}

/// Offices keep papers of this and the last century; other years are slips of the pen.
fn within_reason(day: NaiveDate) -> Option<NaiveDate> {
    (1900..=2199).contains(&day.year()).then_some(day)
}

/// `dd/mm/yyyy`.
pub fn show_date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_offices_write_them_and_impossible_ones_are_not() {
        let day = NaiveDate::from_ymd_opt(2022, 9, 5);
        for text in [
            "05/9/2022",
            "5/9/2022",
            "2022-09-05",
            " 05/09/2022 ",
            "5-9-2022",
        ] {
            assert_eq!(parse_date(text), day, "{text}");
        }
        for text in [
            "31/02/2020",
            "2020-13-01",
            "1/1/20216",
            "hôm nay",
            "",
            "5/9/22",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_as_a_moment_is_its_last_millisecond_in_vietnam() {
        let moment = Instant::parse("2026-11-22").unwrap();
        assert_eq!(moment.to_string(), "2026-11-22T23:59:59+07:00");
        assert_eq!(moment.day(), parse_date("22/11/2026").unwrap());
        assert_eq!(
            Instant::parse("2026-11-22T00:00:00+07:00").unwrap().0 % 1000,
            0
        );
    }
}
