//! Points of a score, in whole hundredths: 82,5 is 8250.

use crate::kernel::money::divide_half_up;
use std::fmt;
use std::iter::Sum;

/// Points in hundredths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i64);

/// Most points anybody may write down; larger numbers are slips of the pen.
const WHOLE_MAX: i64 = 100_000;

impl Points {
    /// No points; not to be used where nobody scored.
    pub const ZERO: Self = Self(0);

    /// So many whole points.
    pub fn whole(points: i64) -> Self {
        Self(points.saturating_mul(100))
    }

    /// Reads `82`, `82,5` or `82.25`; `None` for anything else, for more decimals than two and
    /// for less than nothing.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let is_number =
            |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !is_number(whole) || !is_number(part) || part.len() > 2 {
            return None;
        }
        let whole = whole.parse::<i64>().ok().filter(|n| *n <= WHOLE_MAX)?;
        let hundredths = format!("{part:0<2}").parse::<i64>().ok()?;
        Some(Self(whole.saturating_mul(100).saturating_add(hundredths)))
    }

    /// The sum, held at the limit.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The mean of some points, rounded half up at the second decimal; `None` of none.
    pub fn mean(points: &[Self]) -> Option<Self> {
        let count = i64::try_from(points.len()).ok().filter(|n| *n > 0)?;
        let total: Self = points.iter().copied().sum();
        Some(Self(divide_half_up(total.0, count)))
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole},{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole},{part:02}"),
        }
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_and_written_as_councils_write_them() {
        let table = [
            ("82", 8200, "82"),
            ("82,5", 8250, "82,5"),
            ("82.25", 8225, "82,25"),
            (" 0,05 ", 5, "0,05"),
            ("0", 0, "0"),
        ];
        for (typed, hundredths, shown) in table {
            assert_eq!(Points::parse(typed), Some(Points(hundredths)), "{typed}");
            assert_eq!(Points(hundredths).to_string(), shown);
        }
        for typed in ["", "-1", "82,555", "1e3", "8 2", ",5", "82,", "999999999"] {
            assert_eq!(Points::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_mean_is_rounded_half_up_and_none_of_none() {
        let mean = |points: &[i64]| {
            let points: Vec<_> = points.iter().map(|p| Points(*p)).collect();
            Points::mean(&points).map(|points| points.0)
        };
        assert_eq!(mean(&[8000, 8100, 8100]), Some(8067));
        assert_eq!(mean(&[1, 2]), Some(2));
        assert_eq!(mean(&[]), None);
    }
}
