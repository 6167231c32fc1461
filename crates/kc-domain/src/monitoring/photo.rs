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
    fn a_spot_is_two_numbers_of_degrees_on_earth() {
        for typed in ["20,9281; 106,6753", "20.9281, 106.6753", "20.9281 106.6753"] {
            assert_eq!(Spot::parse(typed).unwrap().as_str(), "20,9281; 106,6753");
        }
        for typed in ["", "20,9", "91; 10", "20; 181", "hai mươi; 106", "1;2;3", "20; 180.5"] {
            assert_eq!(Spot::parse(typed), None, "{typed}");
        }
    }
}
