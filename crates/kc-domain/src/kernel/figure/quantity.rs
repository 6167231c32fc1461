//! Exact numbers with nine decimal places: half of the finest printed digit is still exact.

use crate::kernel::money::group_thousands;

/// Billionths in one.
const ONE: i128 = 1_000_000_000;
/// Decimal places a `Quantity` holds.
const PLACES: u32 = 9;

/// What happens to the rest of a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Half of the last digit and more goes up: 0,125 → 0,13.
    HalfUp,
    /// The rest is dropped: 0,129 → 0,12.
    Cut,
    /// Any rest goes up: 0,121 → 0,13.
    Up,
}

/// An exact number, held in billionths. Only differences are negative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i128);

impl Quantity {
    /// Nothing. Not for what nobody knows: that is `None`.
    pub const ZERO: Self = Self(0);
    /// One billionth, the finest step.
    pub const FINEST: Self = Self(1);
    /// The most decimals a printed number may have, so that half of its last digit stays exact.
    pub const PRINTED_PLACES_MAX: u32 = PLACES - 1;

    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self(i128::from(number).saturating_mul(ONE))
    }

    /// `digits × 10^exponent`; `None` when that does not fit, or is finer than a billionth.
    pub fn scaled(digits: i128, exponent: i32) -> Option<Self> {
        let shift = exponent.checked_add(i32::try_from(PLACES).ok()?)?;
        match u32::try_from(shift) {
            Ok(up) => digits.checked_mul(10_i128.checked_pow(up)?).map(Self),
            Err(_negative) => {
                let by = 10_i128.checked_pow(shift.unsigned_abs())?;
                (digits.checked_rem(by)? == 0).then_some(Self(digits.checked_div(by)?))
            }
        }
    }

    /// The sum, held at the limit.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, held at the limit.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The size without the sign.
    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The half.
    pub fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// The product, cut at the billionth; `None` when it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (self.0, other.0);
        let whole = b.checked_div(ONE)?.checked_mul(a)?;
        let rest = b.checked_rem(ONE)?.checked_mul(a)?.checked_div(ONE)?;
        whole.checked_add(rest).map(Self)
    }

    /// `self × factor / divisor` on the grid of `step`; `None` for a divisor or step that is not
    /// above zero, and when the numbers are too large.
    pub fn ratio(self, divisor: Self, factor: i64, step: Self, rounding: Rounding) -> Option<Self> {
        if divisor.0 <= 0 || step.0 <= 0 {
            return None;
        }
        let numerator = self.0.checked_mul(i128::from(factor))?;
        let common = gcd(numerator.checked_abs()?, divisor.0);
        let (numerator, divisor) = (numerator.checked_div(common)?, divisor.0 / common.max(1));
        let common = gcd(ONE, step.0);
        let numerator = numerator.checked_mul(ONE / common.max(1))?;
        let denominator = divisor.checked_mul(step.0 / common.max(1))?;
        let steps = divide(numerator, denominator, rounding)?;
        steps.checked_mul(step.0).map(Self)
    }

    /// The nearest multiple of `10^-places`, half up.
    pub fn rounded(self, places: u32) -> Self {
        let step = Self(10_i128.saturating_pow(PLACES.saturating_sub(places)));
        self.ratio(Self(ONE), 1, step, Rounding::HalfUp)
            .unwrap_or(self)
    }

    /// The whole number this is; `None` when it has decimals or does not fit.
    pub fn as_whole(self) -> Option<i64> {
        (self.0 % ONE == 0)
            .then(|| i64::try_from(self.0 / ONE).ok())
            .flatten()
    }

    /// The largest whole number not above this, held at the limits.
    pub fn floor(self) -> i64 {
        i64::try_from(self.0.div_euclid(ONE)).unwrap_or(i64::MAX)
    }

    /// The smallest whole number not below this, held at the limits.
    pub fn ceil(self) -> i64 {
        let down = self.0.div_euclid(ONE);
        let up = down.saturating_add(i128::from(self.0.rem_euclid(ONE) != 0));
        i64::try_from(up).unwrap_or(i64::MAX)
    }

    /// How many decimals it takes to write this without loss.
    pub fn places(self) -> u32 {
        let mut rest = self.0 % ONE;
        let mut places = PLACES;
        if rest == 0 {
            return 0;
        }
        while rest % 10 == 0 {
            rest /= 10;
            places = places.saturating_sub(1);
        }
        places
    }

    /// As machines write it, with this many decimals: `30.45`.
    pub fn point(self, places: u32) -> String {
        let (sign, whole, rest) = self.parts(places);
        match places {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{rest}"),
        }
    }

    /// As Vietnamese offices write it, with this many decimals: `41.306,53`.
    pub fn comma(self, places: u32) -> String {
        let (sign, whole, rest) = self.parts(places);
        let whole = i64::try_from(whole).map_or_else(|_| whole.to_string(), group_thousands);
        match places {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole},{rest}"),
        }
    }

    fn parts(self, places: u32) -> (&'static str, i128, String) {
        let places = places.min(PLACES);
        let size = self.rounded(places).0.saturating_abs();
        let sign = if self.0 < 0 && size > 0 { "-" } else { "" };
        let rest = format!("{:09}", size % ONE);
        let shown = rest.chars().take(usize::try_from(places).unwrap_or(0));
        (sign, size / ONE, shown.collect())
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Divides by a positive number. Negative numbers round as their size does.
fn divide(number: i128, by: i128, rounding: Rounding) -> Option<i128> {
    let size = number.checked_abs()?;
    let (down, rest) = (size.checked_div(by)?, size.checked_rem(by)?);
    let up = match rounding {
        Rounding::HalfUp => rest >= by.checked_sub(rest)?,
        Rounding::Cut => false,
        Rounding::Up => rest > 0,
    };
    let size = down.checked_add(i128::from(up))?;
    size.checked_mul(number.signum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(digits: i128, exponent: i32) -> Quantity {
        Quantity::scaled(digits, exponent).unwrap()
    }

    #[test]
    fn numbers_are_written_for_people_and_for_machines() {
        let table = [
            (number(4_130_653, -2), 2, "41.306,53", "41306.53"),
            (number(5_760, 0), 0, "5.760", "5760"),
            (number(20, 0), 2, "20,00", "20.00"),
            (number(1_995, -3), 2, "2,00", "2.00"),
            (number(-5, -2), 2, "-0,05", "-0.05"),
            (number(-4, -3), 2, "0,00", "0.00"),
        ];
        for (value, places, comma, point) in table {
            assert_eq!(value.comma(places), comma);
            assert_eq!(value.point(places), point);
        }
    }

    #[test]
    fn a_division_names_what_happens_to_the_rest() {
        let (two, three) = (Quantity::whole(2), Quantity::whole(3));
        let cent = number(1, -2);
        let by = |rounding| two.ratio(three, 1, cent, rounding).unwrap().point(2);
        assert_eq!(by(Rounding::HalfUp), "0.67");
        assert_eq!(by(Rounding::Cut), "0.66");
        assert_eq!(by(Rounding::Up), "0.67");
        assert_eq!(two.ratio(Quantity::ZERO, 1, cent, Rounding::Cut), None);
    }

    #[test]
    fn what_does_not_fit_is_nothing_and_never_wraps() {
        assert_eq!(Quantity::scaled(i128::MAX, 0), None);
        assert_eq!(Quantity::scaled(1, -10), None);
        assert_eq!(Quantity::scaled(10, -10), Some(Quantity::FINEST));
        let huge = Quantity::whole(i64::MAX);
        assert_eq!(huge.times(huge).and_then(|q| q.times(huge)), None);
    }
}
