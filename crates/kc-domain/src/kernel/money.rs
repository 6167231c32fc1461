//! Money: whole đồng in a type that mixes with nothing else.

use std::fmt;
use std::iter::Sum;

/// An amount in whole đồng. Negative only as a difference, never as a balance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dong(pub i64);

impl Dong {
    /// Nothing. Not to be used for an amount nobody knows: that is `None`.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` past the largest amount an `i64` can hold.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` past the limits of an `i64`.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The sum, held at the limit instead of wrapping; for totals that only show.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, held at the limit instead of wrapping.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The size without the sign.
    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Whether the amount is above zero.
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Full đồng as offices write them: `1.250.000`.
    pub fn grouped(self) -> String {
        group_thousands(self.0)
    }

    /// Triệu đồng with up to two decimals, trailing zeros dropped: `41.306,53`, `5.760`.
    ///
    /// Rounds half up at the second decimal.
    pub fn millions(self) -> String {
        let hundredths = divide_half_up(self.0, 10_000);
        let sign = if hundredths < 0 { "-" } else { "" };
        let size = hundredths.unsigned_abs();
        let whole = group_thousands(i64::try_from(size / 100).unwrap_or(i64::MAX));
        match size % 100 {
            0 => format!("{sign}{whole}"),
            rest if rest % 10 == 0 => format!("{sign}{whole},{}", rest / 10),
            rest => format!("{sign}{whole},{rest:02}"),
        }
    }
}

impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} đồng", self.grouped())
    }
}

impl Sum for Dong {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::plus)
    }
}

/// Writes an integer with `.` between thousands.
pub fn group_thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len().saturating_add(digits.len() / 3 + 1));
    if number < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `number / by`, rounded half away from zero. `by` must be positive.
pub fn divide_half_up(number: i64, by: i64) -> i64 {
    let by = i128::from(by.max(1));
    let number = i128::from(number);
    let half = if number < 0 { -(by / 2) } else { by / 2 };
    i64::try_from((number + half) / by).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_offices_write_them() {
        let table = [
            (735_500_000, "735,5", "735.500.000"),
            (41_306_530_000, "41.306,53", "41.306.530.000"),
            (5_760_000_000, "5.760", "5.760.000.000"),
            (210_000_000, "210", "210.000.000"),
            (20_000, "0,02", "20.000"),
            (-209_980_000, "-209,98", "-209.980.000"),
            (4_999, "0", "4.999"),
            (5_000, "0,01", "5.000"),
        ];
        for (dong, millions, full) in table {
            assert_eq!(Dong(dong).millions(), millions);
            assert_eq!(Dong(dong).grouped(), full);
        }
    }
}
