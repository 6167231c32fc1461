//! Times of the day as Vietnamese offices write them, and moments in words.

use super::date::{Instant, show_date};
use super::text::Lang;
use chrono::NaiveTime;

/// An hour, in milliseconds.
const HOUR_MS: i64 = 3600 * 1000;

/// Reads `17:00`, `8:5`, `17h30`, `17h`, `17g30`, `17 giờ 30 phút`; `None` for an impossible time.
/// Offices set no seconds; those a browser adds must be nought.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let text = text.replace("giờ", ":").replace("phút", "");
    let mut parts = text.split([':', 'h', 'g']).map(str::trim);
    let hour = number(parts.next()?)?;
    let minute = match parts.next()? {
        "" => 0,
        minute => number(minute)?,
    };
    if parts.any(|rest| !matches!(rest, "" | "00")) {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// One or two digits.
fn number(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len());
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (is_short && is_digits).then(|| text.parse().ok())?
}

/// `17:00`.
pub fn show_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

impl Instant {
    /// Whether it is the first moment of its day.
    pub fn begins_day(self) -> bool {
        self == Self::start_of(self.day())
    }

    /// Whether it is the last moment of its day.
    pub fn ends_day(self) -> bool {
        self == Self::end_of(self.day())
    }

    /// As a beginning: "từ 08:00 ngày 01/03/2026"; the day alone where it begins with its day.
    pub fn say_from(self, lang: Lang) -> String {
        let day = show_date(self.day());
        match (self.begins_day(), lang) {
            (true, Lang::Vi) => format!("từ ngày {day}"),
            (true, Lang::En) => format!("on {day}"),
            (false, Lang::Vi) => format!("từ {} ngày {day}", show_time(self.time())),
            (false, Lang::En) => format!("at {} on {day}", show_time(self.time())),
        }
    }

    /// As an end: "lúc 17:00 ngày 30/06/2026"; "hết ngày 30/06/2026" where it ends with its day.
    pub fn say_until(self, lang: Lang) -> String {
        let day = show_date(self.day());
        match (self.ends_day(), lang) {
            (true, Lang::Vi) => format!("hết ngày {day}"),
            (true, Lang::En) => format!("at the end of {day}"),
            (false, Lang::Vi) => format!("lúc {} ngày {day}", show_time(self.time())),
            (false, Lang::En) => format!("at {} on {day}", show_time(self.time())),
        }
    }

    /// What is left until it, never more than there is: "còn 3 giờ"; nothing once it has passed.
    pub fn say_left(self, now: Self, lang: Lang) -> String {
        let left = self.0.saturating_sub(now.0);
        if left < 0 {
            return String::new();
        }
        let (count, vi, en) = match left {
            _ if left >= 48 * HOUR_MS => (left / (24 * HOUR_MS), "ngày", "days"),
            _ if left >= 2 * HOUR_MS => (left / HOUR_MS, "giờ", "hours"),
            _ => (left / (HOUR_MS / 60), "phút", "minutes"),
        };
        match (count, lang) {
            (0, Lang::Vi) => "còn chưa đầy một phút".to_owned(),
            (0, Lang::En) => "less than a minute left".to_owned(),
            (_, Lang::Vi) => format!("còn {count} {vi}"),
            (_, Lang::En) => format!("{count} {en} left"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn times_are_read_as_offices_write_them_and_impossible_ones_are_not() {
        for (text, shown) in [
            ("17:00", "17:00"),
            ("17:00:00", "17:00"),
            (" 8:05 ", "08:05"),
            ("17h", "17:00"),
            ("17H30", "17:30"),
            ("7g30", "07:30"),
            ("17 giờ", "17:00"),
            ("17 giờ 30 phút", "17:30"),
            ("0:00", "00:00"),
        ] {
            let time = parse_time(text).map(show_time);
            assert_eq!(time.as_deref(), Some(shown), "{text}");
        }
        for text in [
            "24:00",
            "17",
            "17:60",
            "17:00:30",
            "5 chiều",
            "",
            ":",
            "h",
            "-1:00",
            "017:00",
            "1:2:3:4",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn a_moment_is_said_by_its_hour_unless_it_begins_or_ends_its_day() {
        let five = at("2026-06-30T17:00:00+07:00");
        assert_eq!(five.say_from(Lang::Vi), "từ 17:00 ngày 30/06/2026");
        assert_eq!(five.say_until(Lang::Vi), "lúc 17:00 ngày 30/06/2026");
        let start = Instant::start_of(five.day());
        assert_eq!(start.say_from(Lang::Vi), "từ ngày 30/06/2026");
        assert_eq!(at("2026-06-30").say_until(Lang::Vi), "hết ngày 30/06/2026");
        assert!(!start.ends_day() && !at("2026-06-30").begins_day());
    }

    #[test]
    fn what_is_left_is_never_said_to_be_more_than_it_is() {
        let end = at("2026-06-30T17:00:00+07:00");
        for (now, left) in [
            ("2026-06-01T08:00:00+07:00", "còn 29 ngày"),
            ("2026-06-28T17:00:01+07:00", "còn 47 giờ"),
            ("2026-06-30T13:30:00+07:00", "còn 3 giờ"),
            ("2026-06-30T15:30:00+07:00", "còn 90 phút"),
            ("2026-06-30T16:59:30+07:00", "còn chưa đầy một phút"),
            ("2026-06-30T17:00:00+07:00", "còn chưa đầy một phút"),
            ("2026-06-30T17:00:01+07:00", ""),
        ] {
            assert_eq!(end.say_left(at(now), Lang::Vi), left, "{now}");
        }
    }

    proptest! {
        #[test]
        fn a_time_that_was_shown_reads_back(minutes in 0_u32..1440) {
            let time = NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap();
            prop_assert_eq!(parse_time(&show_time(time)), Some(time));
        }
    }
}
