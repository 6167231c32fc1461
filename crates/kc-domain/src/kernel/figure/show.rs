//! A figure written out again: as it was printed, and as reports write it.

use super::unit::{Kind, Scale, Unit};
use super::{Figure, Quantity};
use std::fmt;

/// Money written in triệu đồng: at most this many decimals.
const REPORT_PLACES: u32 = 2;

impl fmt::Display for Figure {
    /// As printed: the hedge, the same digits, the same unit. Reading it gives the figure again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.hedge.word() {
            "" => {}
            word => write!(f, "{word} ")?,
        }
        let digits = |value: Quantity| {
            let (value, places) = (
                at_scale(value, self.scale),
                at_scale(self.precision, self.scale),
            );
            value.comma(places.places())
        };
        f.write_str(&digits(self.low))?;
        if self.is_range {
            write!(f, " – {}", digits(self.high))?;
        }
        write_unit(f, self.scale, &self.unit)
    }
}

impl Figure {
    /// As reports write it: money in triệu đồng, trailing zeros dropped, the hedge kept:
    /// "trên 3.865 triệu đồng".
    pub fn in_report(&self) -> String {
        let amounts = if self.is_range {
            amount_between(self.low, self.high, &self.unit)
        } else {
            amount(self.low, &self.unit)
        };
        match self.hedge.word() {
            "" => amounts,
            word => format!("{word} {amounts}"),
        }
    }
}

/// A number with its unit as reports write it; money in triệu đồng when two decimals hold it,
/// in full đồng when they do not, so that no difference is hidden.
pub fn amount(value: Quantity, unit: &Unit) -> String {
    let (digits, unit) = digits_and_unit(value, unit, report_scale(&[value], unit));
    join(&digits, &unit)
}

/// Two numbers as reports write them: "3.000 – 3.500 tấn/năm".
pub fn amount_between(low: Quantity, high: Quantity, unit: &Unit) -> String {
    let scale = report_scale(&[low, high], unit);
    let (low, _) = digits_and_unit(low, unit, scale);
    let (high, unit) = digits_and_unit(high, unit, scale);
    join(&format!("{low} – {high}"), &unit)
}

fn digits_and_unit(value: Quantity, unit: &Unit, scale: Scale) -> (String, String) {
    let value = at_scale(value, scale);
    let places = match unit.kind {
        Kind::Percent => value.rounded(REPORT_PLACES).places(),
        _ => value.places(),
    };
    let word = scale.word();
    let unit = match word {
        "" => unit.to_string(),
        _ => format!("{word} {unit}"),
    };
    (value.comma(places), unit)
}

fn join(digits: &str, unit: &str) -> String {
    match unit.chars().next() {
        None => digits.to_owned(),
        Some('%' | '/') => format!("{digits}{unit}"),
        Some(_) => format!("{digits} {unit}"),
    }
}

fn report_scale(values: &[Quantity], unit: &Unit) -> Scale {
    let fits = |value: &Quantity| at_scale(*value, Scale::Million).places() <= REPORT_PLACES;
    match unit.kind {
        Kind::Dong if values.iter().all(fits) => Scale::Million,
        _ => Scale::One,
    }
}

/// The number in units of the scale. Exact for money and for what was printed at that scale.
fn at_scale(value: Quantity, scale: Scale) -> Quantity {
    let by = 10_i64.saturating_pow(scale.power());
    value
        .ratio(
            Quantity::whole(by),
            1,
            Quantity::FINEST,
            super::Rounding::HalfUp,
        )
        .unwrap_or(value)
}

fn write_unit(f: &mut fmt::Formatter<'_>, scale: Scale, unit: &Unit) -> fmt::Result {
    match scale.word() {
        "" => {}
        word => write!(f, " {word}")?,
    }
    match unit.to_string().as_str() {
        "" => Ok(()),
        unit if unit.starts_with(['%', '/']) && scale == Scale::One => f.write_str(unit),
        unit => write!(f, " {unit}"),
    }
}
