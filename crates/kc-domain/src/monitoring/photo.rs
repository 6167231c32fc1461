//! A photo: the file, and where and when it was taken.

use crate::kernel::date::Instant;
use crate::kernel::id::{AttachmentId, VisitId};

/// A photo of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file.
    pub file: AttachmentId,
    /// The visit.
    pub visit: VisitId,
    /// What it shows; read aloud to those who cannot see it.
    pub caption: String,
    /// When it was taken; `None` when nobody knows.
    pub taken_at: Option<Instant>,
    /// The place in words.
    pub place_written: Option<String>,
    /// The point on the map.
    pub spot: Option<Spot>,
}

/// A point on the map in decimal degrees, as written: `20,9281; 106,6753`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot(String);

impl Spot {
    /// Reads two numbers of degrees, latitude first, parted by `;` or a space; `None` for a point
    /// that is not on earth.
    pub fn parse(typed: &str) -> Option<Self> {
        let parts: Vec<_> = typed
            .split([';', ' '])
            .map(|part| part.trim().trim_end_matches(',').replace(',', "."))
            .filter(|part| !part.is_empty())
            .collect();
        let [latitude, longitude] = <[String; 2]>::try_from(parts).ok()?;
        (is_degrees(&latitude, 90) && is_degrees(&longitude, 180))
            .then(|| Self(format!("{latitude}; {longitude}").replace('.', ",")))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads `22/11/2026 08:30`, or a day alone as its first moment; `None` for anything else.
pub fn taken_at(typed: &str) -> Option<Instant> {
    let (day, time) = typed
        .trim()
        .split_once(' ')
        .unwrap_or((typed.trim(), "0:00"));
    let (hour, minute) = time.trim().split_once([':', 'h'])?;
    let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
    let clock = chrono::NaiveTime::from_hms_opt(hour, minute, 0)?;
    let seconds = clock
        .signed_duration_since(chrono::NaiveTime::MIN)
        .num_seconds();
    let start = Instant::start_of(crate::kernel::date::parse_date(day)?);
    Some(Instant(start.0.checked_add(seconds.checked_mul(1000)?)?))
}

/// A decimal number between `-max` and `max`.
fn is_degrees(text: &str, max: u32) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_number(whole)
        && is_number(part)
        && whole.parse::<u32>().is_ok_and(|degrees| {
            degrees < max || (degrees == max && part.bytes().all(|digit| digit == b'0'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_a_time() {
        let shown = |typed| taken_at(typed).map(Instant::show);
        assert_eq!(
            shown("22/11/2026 8:30").as_deref(),
            Some("22/11/2026 08:30")
        );
        assert_eq!(
            shown("22/11/2026 14h05").as_deref(),
            Some("22/11/2026 14:05")
        );
        assert_eq!(shown("22/11/2026").as_deref(), Some("22/11/2026 00:00"));
        for typed in ["", "22/11/2026 25:00", "31/2/2026 8:30", "sáng nay"] {
            assert_eq!(taken_at(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_spot_is_two_numbers_of_degrees_on_earth() {
        for typed in ["20,9281; 106,6753", "20.9281, 106.6753", "20.9281 106.6753"] {
            assert_eq!(Spot::parse(typed).unwrap().as_str(), "20,9281; 106,6753");
        }
        for typed in [
            "",
            "20,9",
            "91; 10",
            "20; 181",
            "hai mươi; 106",
            "1;2;3",
            "20; 180.5",
        ] {
            assert_eq!(Spot::parse(typed), None, "{typed}");
        }
    }
}
