//! Charts, drawn by the server: each answers one question and carries its numbers.
//!
//! Shapes are SVG stretched to the width there is; words and numbers are HTML beside them,
//! so that they keep their size on a phone and on paper. Integers only: lengths are
//! thousandths of the plot.

mod bars;
mod months;
mod numbers;
mod ranges;
mod share;

pub use bars::{Arrangement, BarRow, Bars};
pub use months::{Line, Months};
pub use numbers::{Cell, NumberRow, Numbers};
pub use ranges::{RangeRow, Ranges};
pub use share::{Part, Share};

use kc_domain::kernel::money::{Dong, divide_half_up, group_thousands};
use kc_domain::kernel::text::Lang;

/// What the numbers of a chart count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Đồng, shown as triệu đồng.
    Money,
    /// Things or people.
    Count,
}

impl Measure {
    /// A number as shown.
    pub fn show(self, number: i64) -> String {
        match self {
            Self::Money => Dong(number).millions(),
            Self::Count => group_thousands(number),
        }
    }

    /// The unit named once, above the numbers; nothing for things that name themselves.
    pub fn unit(self, lang: Lang) -> &'static str {
        match self {
            Self::Money => lang.t("triệu đồng", "million VND"),
            Self::Count => "",
        }
    }
}

/// One number of a chart and the way to what it is made of.
#[derive(Debug, Clone, Default)]
pub struct Value {
    /// The number; `None` when no source states it, which is never nought.
    pub number: Option<i64>,
    /// Where its entries or rows are; empty when nowhere.
    pub url: String,
}

impl Value {
    /// A number that opens its rows.
    pub fn new(number: Option<i64>, url: impl Into<String>) -> Self {
        Self {
            number,
            url: url.into(),
        }
    }
}

/// `part` of `whole` on a scale of `full`, held between nought and `full`.
pub fn share_of(part: i64, whole: i64, full: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let scaled = i128::from(part).saturating_mul(i128::from(full)) / i128::from(whole);
    i64::try_from(scaled).unwrap_or(full).clamp(0, full)
}

/// A share as offices write it, one decimal, half up: `30,5%`. Unknown without a whole.
pub fn percent(part: i64, whole: i64) -> Option<String> {
    if whole <= 0 {
        return None;
    }
    let tenths = divide_half_up(part.checked_mul(1000)?, whole);
    Some(match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        rest => format!("{},{}%", tenths / 10, rest),
    })
}

/// A length that can be seen when there is something: at least four thousandths.
fn visible(part: i64, whole: i64) -> i64 {
    match share_of(part, whole, 1000) {
        length if part > 0 => length.max(4),
        length => length,
    }
}

/// The steps of an axis from nought to just above `largest`: 1, 2 or 5 times a power of ten.
pub(super) fn ticks(largest: i64) -> Vec<i64> {
    let largest = largest.max(1);
    let mut power = 1_i64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(4) >= largest {
                let count = largest.saturating_add(step - 1) / step;
                return (0..=count).map(|nth| nth.saturating_mul(step)).collect();
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_or_above_the_largest_number_in_few_round_steps() {
        for (largest, last) in [(0, 1), (4, 4), (64, 80), (41_306_530_000, 60_000_000_000)] {
            let ticks = ticks(largest);
            assert_eq!(*ticks.last().unwrap(), last, "{largest}");
            assert!(ticks.len() <= 5, "{largest}: {ticks:?}");
        }
        assert!(*ticks(i64::MAX).last().unwrap() >= i64::MAX / 2);
    }

    #[test]
    fn shares_are_written_as_offices_write_them() {
        assert_eq!(percent(1_257_848, 4_130_653).unwrap(), "30,5%");
        assert_eq!(percent(1, 2).unwrap(), "50%");
        assert_eq!(percent(1, 0), None);
    }

    #[test]
    fn a_small_amount_is_seen_and_nothing_is_not() {
        assert_eq!(visible(1, 1_000_000), 4);
        assert_eq!(visible(0, 1_000_000), 0);
        assert_eq!(visible(2, 1), 1000);
    }
}
