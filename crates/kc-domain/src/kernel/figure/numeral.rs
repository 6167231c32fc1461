//! One printed number: `.` between thousands, `,` before decimals, and nothing else.

use super::quantity::Quantity;
use super::refusal::FigureRefusal;
use super::unit::Scale;

/// The most digits read; more cannot be an amount of anything.
const DIGITS_MAX: usize = 24;

/// A number as printed: its digits and how many of them are decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    digits: i128,
    places: u32,
}

impl Numeral {
    /// Reads digits with Vietnamese separators.
    pub(super) fn read(printed: &str) -> Result<Self, FigureRefusal> {
        let (whole, decimals) = match printed.split_once(',') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (printed, None),
        };
        let decimals_fit = decimals.is_none_or(is_digits);
        if !decimals_fit || !is_grouped(whole) {
            return Err(FigureRefusal::Separators);
        }
        let decimals = decimals.unwrap_or_default();
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let digits = digits + decimals;
        if digits.trim_start_matches('0').len() > DIGITS_MAX {
            return Err(FigureRefusal::TooLarge);
        }
        Ok(Self {
            digits: digits.parse().map_err(FigureRefusal::from_digits)?,
            places: u32::try_from(decimals.len()).unwrap_or(u32::MAX),
        })
    }

    /// The value in the base unit.
    pub(super) fn value(self, scale: Scale) -> Result<Quantity, FigureRefusal> {
        let value = Quantity::scaled(self.digits, self.exponent(scale)?);
        value
            .filter(|value| *value <= Quantity::whole(i64::MAX))
            .ok_or(FigureRefusal::TooLarge)
    }

    /// The step of the last printed digit, in the base unit.
    pub(super) fn step(self, scale: Scale) -> Result<Quantity, FigureRefusal> {
        Quantity::scaled(1, self.exponent(scale)?).ok_or(FigureRefusal::TooFine)
    }

    fn exponent(self, scale: Scale) -> Result<i32, FigureRefusal> {
        let finest = Quantity::PRINTED_PLACES_MAX.saturating_add(scale.power());
        if self.places > finest {
            return Err(FigureRefusal::TooFine);
        }
        let places = i32::try_from(self.places).map_err(FigureRefusal::from_size)?;
        let power = i32::try_from(scale.power()).map_err(FigureRefusal::from_size)?;
        Ok(power.saturating_sub(places))
    }
}

/// Digits in one run, or in a first group of one to three that does not open with zero, and
/// groups of three.
fn is_grouped(whole: &str) -> bool {
    let Some((first, rest)) = whole.split_once('.') else {
        return is_digits(whole);
    };
    let opens = is_digits(first) && first.len() <= 3 && !first.starts_with('0');
    opens
        && rest
            .split('.')
            .all(|group| is_digits(group) && group.len() == 3)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
