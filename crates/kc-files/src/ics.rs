//! Calendar files (RFC 5545): whole days, each with an alarm on the morning of the day before.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

/// The alarm rings so many hours before the day begins: at eight in the morning of the day before.
const ALARM_HOURS: i64 = 16;

/// How often a calendar should look again, in hours: a deadline moved in the morning is seen at noon.
const REFRESH_HOURS: i64 = 4;

/// One whole day with something on it.
#[derive(Debug, Clone)]
pub struct DayEvent {
    /// Identity: the same each time the file is made.
    pub uid: String,
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where it opens, where that is known.
    pub url: Option<String>,
}

/// A calendar file. `made_at` is in milliseconds since 1970-01-01T00:00:00Z.
pub fn calendar(name: &str, made_at: i64, events: &[DayEvent]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//khuyencong//viec-can-lam//VI"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(name).ttl(&Duration::hours(REFRESH_HOURS));
    let made_at = DateTime::from_timestamp_millis(made_at).unwrap_or_default();
    for event in events {
        let mut entry = Event::new();
        entry
            .uid(&event.uid)
            .timestamp(made_at)
            .starts(event.day)
            .ends(event.day.succ_opt().unwrap_or(event.day))
            .summary(&event.summary)
            .description(&event.description)
            .add_property("TRANSP", "TRANSPARENT")
            .alarm(alarm(event, made_at));
        if let Some(url) = &event.url {
            entry.url(url);
        }
        calendar.push(entry.done());
    }
    calendar.to_string()
}

/// The alarm of a day, under the same name each time.
fn alarm(event: &DayEvent, made_at: DateTime<Utc>) -> Alarm {
    let mut alarm = Alarm::display(&event.summary, -Duration::hours(ALARM_HOURS));
    alarm
        .uid(&format!("alarm-{}", event.uid))
        .timestamp(made_at);
    alarm
}
