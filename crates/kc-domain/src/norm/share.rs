//! A share of a cost, in hundredths of a percent.

use crate::kernel::money::Dong;
use std::fmt;

/// Hundredths of a percent in the whole.
const WHOLE: i64 = 100 * 100;

/// A share of a cost: `50`, `1,5`. Kept in hundredths of a percent, above 0, at most 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(i64);

impl Share {
    /// So many whole percent.
    pub fn percent(percent: i64) -> Option<Self> {
        Self::hundredths(percent.checked_mul(100)?)
    }

    /// Reads `50` or `1,5`, with at most two decimals.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.trim().split_once(',').unwrap_or((text.trim(), ""));
        if decimals.len() > 2 || !text.chars().all(|c| c.is_ascii_digit() || c == ',') {
            return None;
        }
        let padded = format!("{decimals:0<2}");
        let whole: i64 = whole.parse().ok()?;
        let decimals: i64 = padded.parse().ok()?;
        Self::hundredths(whole.checked_mul(100)?.checked_add(decimals)?)
    }

    fn hundredths(hundredths: i64) -> Option<Self> {
        (1..=WHOLE)
            .contains(&hundredths)
            .then_some(Self(hundredths))
    }

    /// The share of an amount, the rest of the division cut off: one đồng more would be over it.
    pub fn of(self, amount: Dong) -> Dong {
        let product = i128::from(amount.0) * i128::from(self.0);
        Dong(i64::try_from(product / i128::from(WHOLE)).unwrap_or(i64::MAX))
    }
}

impl fmt::Display for Share {
    /// `50 %`, `1,5 %`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{:02}", self.0 % 100);
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{} %", self.0 / 100),
            rest => write!(f, "{},{rest} %", self.0 / 100),
        }
    }
}
