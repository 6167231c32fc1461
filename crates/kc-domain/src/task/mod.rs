//! Tasks: something one person owes by a day. How near the day is, in working days.

mod address;

pub use address::{AddressFault, read_address};

use crate::calendar::Calendar;
use crate::kernel::date::{Instant, show_date};
use crate::kernel::text::Lang;
use crate::kernel::time::show_time;
use chrono::NaiveDate;

/// From so many working days before its day on, a task is soon due.
pub const SOON_WORKING_DAYS: i64 = 3;

/// How near the day of a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// The day has passed, so many working days ago; nought on the days off right after it.
    Overdue(i64),
    /// The day is today.
    Today,
    /// So few working days are left that it must be begun now.
    Soon(i64),
    /// So many working days are left.
    Later(i64),
    /// No rule sets a day.
    Open,
}

/// The day a deadline really ends: one that falls on a day off ends with the next working day.
///
/// Bộ luật Dân sự 2015, điều 148 khoản 5.
pub fn ends_on(due: NaiveDate, calendar: &Calendar) -> NaiveDate {
    calendar.add_working_days(due, 0).value
}

/// How near a day is today.
pub fn urgency(due: Option<NaiveDate>, today: NaiveDate, calendar: &Calendar) -> Urgency {
    let Some(due) = due else {
        return Urgency::Open;
    };
    nearness(ends_on(due, calendar), today, calendar)
}

/// How near the day on which something ends is, whatever day it is.
pub fn nearness(ends: NaiveDate, today: NaiveDate, calendar: &Calendar) -> Urgency {
    let days = calendar.working_days_between(today, ends);
    let left = days.map_or(i64::MAX, |days| days.value);
    match left {
        _ if ends < today => Urgency::Overdue(left.saturating_neg().max(0)),
        _ if ends == today => Urgency::Today,
        left if left <= SOON_WORKING_DAYS => Urgency::Soon(left),
        left => Urgency::Later(left),
    }
}

impl Urgency {
    /// Whether the person must be reminded today.
    pub fn is_pressing(self) -> bool {
        matches!(self, Self::Overdue(_) | Self::Today | Self::Soon(_))
    }

    /// The deadline in words: "quá hạn 2 ngày làm việc".
    pub fn say(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Overdue(0), _) => lang.t("Vừa quá hạn", "Just overdue").to_owned(),
            (Self::Overdue(days), Lang::Vi) => format!("Quá hạn {days} ngày làm việc"),
            (Self::Overdue(days), Lang::En) => format!("Overdue by {days} working days"),
            (Self::Today, _) => lang.t("Hạn hôm nay", "Due today").to_owned(),
            (Self::Soon(0), Lang::Vi) => "Sắp đến hạn: hết ngày làm việc".to_owned(),
            (Self::Soon(0), Lang::En) => "Soon due: no working day left".to_owned(),
            (Self::Soon(days), Lang::Vi) => format!("Sắp đến hạn: còn {days} ngày làm việc"),
            (Self::Soon(days), Lang::En) => format!("Soon due: {days} working days left"),
            (Self::Later(days), Lang::Vi) => format!("Còn {days} ngày làm việc"),
            (Self::Later(days), Lang::En) => format!("{days} working days left"),
            (Self::Open, _) => lang.t("Không có hạn", "No deadline").to_owned(),
        }
    }
}

/// The deadline in words with the day it ends: "Còn 5 ngày làm việc (30/11/2026)"; where a day off
/// moved it, with that day too.
pub fn say_due(
    due: Option<NaiveDate>,
    urgency: Urgency,
    calendar: &Calendar,
    lang: Lang,
) -> String {
    let words = urgency.say(lang);
    due.map_or(words.clone(), |due| {
        let ends = show_date(ends_on(due, calendar));
        match say_moved(due, calendar, lang) {
            Some(moved) => format!("{words} ({ends}; {moved})"),
            None => format!("{words} ({ends})"),
        }
    })
}

/// Why a deadline ends later than on its day: "28/11 là ngày nghỉ"; nothing where it does not.
pub fn say_moved(due: NaiveDate, calendar: &Calendar, lang: Lang) -> Option<String> {
    let is_moved = ends_on(due, calendar) != due;
    let words = lang.t("là ngày nghỉ", "is a day off");
    is_moved.then(|| format!("{} {words}", due.format("%d/%m")))
}

/// The deadline in words with its hour: "Hạn hôm nay (17:00, 30/06/2026)".
pub fn say_until(moment: Instant, urgency: Urgency, lang: Lang) -> String {
    let (time, day) = (show_time(moment.time()), show_date(moment.day()));
    format!("{} ({time}, {day})", urgency.say(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::national;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nearness_is_counted_in_working_days() {
        for (today, due, expected) in [
            ("2026-11-23", "2026-11-23", Urgency::Today),
            // 24 November is a holiday from 2026 on.
            ("2026-11-23", "2026-11-25", Urgency::Soon(1)),
            ("2026-11-23", "2026-11-27", Urgency::Soon(3)),
            ("2026-11-23", "2026-11-30", Urgency::Later(4)),
            // Due on a Saturday: it ends with the Monday after.
            ("2026-11-29", "2026-11-28", Urgency::Soon(1)),
            ("2026-11-30", "2026-11-28", Urgency::Today),
            ("2026-12-01", "2026-11-28", Urgency::Overdue(1)),
            // Due on the last day before Tết, asked on the first day after it.
            ("2026-02-23", "2026-02-13", Urgency::Overdue(1)),
            ("2026-02-14", "2026-02-13", Urgency::Overdue(0)),
        ] {
            let found = urgency(Some(day(due)), day(today), national());
            assert_eq!(found, expected, "due {due}, today {today}");
        }
        assert_eq!(urgency(None, day("2026-11-23"), national()), Urgency::Open);
    }

    #[test]
    fn a_deadline_is_said_with_its_day() {
        let due = Some(day("2026-11-20"));
        let late = urgency(due, day("2026-11-25"), national());
        let said = say_due(due, late, national(), Lang::Vi);
        assert_eq!(said, "Quá hạn 2 ngày làm việc (20/11/2026)");
        let open = say_due(None, Urgency::Open, national(), Lang::En);
        assert_eq!(open, "No deadline");
        let saturday = Some(day("2026-11-28"));
        let said = say_due(saturday, Urgency::Today, national(), Lang::Vi);
        assert_eq!(said, "Hạn hôm nay (30/11/2026; 28/11 là ngày nghỉ)");
        let moment = Instant::parse("2026-11-28T17:00:00+07:00").unwrap();
        // A Saturday: nothing moves the moment, and no working day is left before it.
        let soon = nearness(moment.day(), day("2026-11-27"), national());
        let said = say_until(moment, soon, Lang::Vi);
        assert_eq!(said, "Sắp đến hạn: hết ngày làm việc (17:00, 28/11/2026)");
    }

    proptest! {
        #[test]
        fn a_later_day_is_never_more_urgent(start in 0_i64..700, ahead in -60_i64..60, more in 0_i64..60) {
            let today = day("2025-06-01") + chrono::Duration::days(start);
            let due = today + chrono::Duration::days(ahead);
            let later = due + chrono::Duration::days(more);
            let rank = |due| match urgency(Some(due), today, national()) {
                Urgency::Overdue(days) => -days - 1,
                Urgency::Today => 0,
                Urgency::Soon(days) | Urgency::Later(days) => days,
                Urgency::Open => i64::MAX,
            };
            prop_assert!(rank(due) <= rank(later), "{due} {later} on {today}");
        }
    }
}
