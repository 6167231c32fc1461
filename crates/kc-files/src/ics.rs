//! Calendar files (RFC 5545): deadlines as whole days or as the hour before a moment, each with an
//! alarm on the day before.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

/// For a whole day the alarm rings so many hours before it begins: at eight in the morning of the
/// day before. For a moment it rings as long before the hour that leads up to it.
const ALARM_HOURS: i64 = 16;

/// How often a calendar should look again, in hours: a deadline moved in the morning is seen at noon.
const REFRESH_HOURS: i64 = 4;

/// One thing with an end.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// Identity: the same each time the file is made.
    pub uid: String,
    /// When it ends.
    pub when: When,
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where it opens, where that is known.
    pub url: Option<String>,
}

/// When something ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// With this day.
    Day(NaiveDate),
    /// At this moment, in milliseconds since 1970-01-01T00:00:00Z.
    Until(i64),
}

/// A calendar file. `made_at` is in milliseconds since 1970-01-01T00:00:00Z.
pub fn calendar(name: &str, made_at: i64, deadlines: &[Deadline]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//khuyencong//viec-can-lam//VI"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(name).ttl(&Duration::hours(REFRESH_HOURS));
    let made_at = moment(made_at);
    for deadline in deadlines {
        let mut entry = Event::new();
        entry
            .uid(&deadline.uid)
            .timestamp(made_at)
            .summary(&deadline.summary)
            .description(&deadline.description)
            .add_property("TRANSP", "TRANSPARENT")
            .alarm(alarm(deadline, made_at));
        place(&mut entry, deadline.when);
        if let Some(url) = &deadline.url {
            entry.url(url);
        }
        calendar.push(entry.done());
    }
    calendar.to_string()
}

/// Puts it on its day, or into the hour that ends with its moment.
fn place(entry: &mut Event, when: When) {
    match when {
        When::Day(day) => {
            entry.starts(day).ends(day.succ_opt().unwrap_or(day));
        }
        When::Until(end) => {
            let end = moment(end);
            let start = end.checked_sub_signed(Duration::hours(1));
            entry.starts(start.unwrap_or(end)).ends(end);
        }
    }
}

fn moment(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// The alarm of a deadline, under the same name each time.
fn alarm(deadline: &Deadline, made_at: DateTime<Utc>) -> Alarm {
    let mut alarm = Alarm::display(&deadline.summary, -Duration::hours(ALARM_HOURS));
    alarm
        .uid(&format!("alarm-{}", deadline.uid))
        .timestamp(made_at);
    alarm
}
