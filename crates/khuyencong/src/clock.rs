//! The clock of the machine, read here and handed on as an argument.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// Vietnam keeps UTC+7 all year.
const VIETNAM_SECONDS_EAST: i32 = 7 * 3600;

/// The day it is in Vietnam.
pub(crate) fn today() -> NaiveDate {
    let zone = FixedOffset::east_opt(VIETNAM_SECONDS_EAST);
    let now = DateTime::from_timestamp_millis(now_ms()).unwrap_or_default();
    zone.map_or_else(
        || now.date_naive(),
        |zone| now.with_timezone(&zone).date_naive(),
    )
}

/// Milliseconds since 1970.
fn now_ms() -> i64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the program reads a clock"
    )]
    let now = SystemTime::now();
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
