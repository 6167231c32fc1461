//! The stated percentage, mean or ratio is one figure divided by another.

use super::finding::{Finding, Shape};
use super::message::{self, Compared};
use super::side::{Known, Side, View, compare};
use super::{StatementRefusal, Verdict};
use crate::kernel::figure::{End, Figure, Interval, Kind, Quantity, Rounding, Unit};

/// Decimals of a result nobody stated.
const PLACES_UNSTATED: i32 = 2;

pub(super) fn percent(
    view: &View<'_>,
    stated: &str,
    part: &str,
    whole: &str,
) -> Result<Finding, StatementRefusal> {
    view.expect_bounds_among(&[part, whole])?;
    view.expect_units(&[part, whole], Unit::is_like)?;
    view.expect_whole(&[part, whole])?;
    let is_percent = |figure: &&Figure| matches!(figure.unit().kind, Kind::Percent | Kind::Plain);
    if let Some(figure) = view.figure(stated)?.filter(|figure| !is_percent(figure)) {
        return Err(view.different(&format!("“{stated}” ({figure})"), "%"));
    }
    divide(view, stated, (part, whole), 100, Unit::PERCENT)
}

pub(super) fn quotient(
    view: &View<'_>,
    stated: &str,
    dividend: &str,
    divisor: &str,
) -> Result<Finding, StatementRefusal> {
    view.expect_bounds_among(&[dividend, divisor])?;
    view.expect_whole(&[divisor])?;
    let unit_of = |key| view.expect_units(&[key], |_, _| true);
    let (result, above, below) = (unit_of(stated)?, unit_of(dividend)?, unit_of(divisor)?);
    let known = view.figure(stated)?.is_some() && view.figure(dividend)?.is_some();
    if known && !fits(&result, &above, &below) {
        let named = view.units(&[stated, dividend])?;
        let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
        let (one, other) = (names.first(), names.last());
        let name = |name: Option<&&str>| name.copied().unwrap_or_default().to_owned();
        return Err(view.different(&name(one), &name(other)));
    }
    let unit = if result == Unit::PLAIN && !below.is_money() && above.is_money() {
        above
    } else {
        result
    };
    divide(view, stated, (dividend, divisor), 1, unit)
}

/// Money shared out stays money; money by money is a plain ratio.
fn fits(result: &Unit, dividend: &Unit, divisor: &Unit) -> bool {
    match (dividend.is_money(), divisor.is_money()) {
        (true, true) => true,
        (true, false) => result.is_money(),
        (false, _) => !result.is_money(),
    }
}

fn divide(
    view: &View<'_>,
    stated_key: &str,
    (above, below): (&str, &str),
    factor: i64,
    unit: Unit,
) -> Result<Finding, StatementRefusal> {
    let figure = view.figure(stated_key)?;
    let stated = view.stated(stated_key)?;
    let (above, below) = (view.part(above)?, view.part(below)?);
    let coarse = Quantity::scaled(1, -PLACES_UNSTATED).unwrap_or(Quantity::FINEST);
    let step = figure.map_or(coarse, Figure::precision);
    let at = |rounding| {
        let (above, below) = (above.nominal?, below.nominal?);
        above.ratio(below, factor, step, rounding)
    };
    let too_large =
        at(Rounding::HalfUp).is_none() && below.nominal.is_some_and(|n| n > Quantity::ZERO);
    if too_large && above.nominal.is_some() {
        return Err(StatementRefusal::TooLarge { check: view.name() });
    }
    let computed = quotient_side(&above, &below, factor, at(Rounding::HalfUp));
    let verdict = match compare(&stated, &computed) {
        Verdict::Rounded | Verdict::Differs
            if is_cut_off(&stated, &computed, at(Rounding::Cut)) =>
        {
            Verdict::CutOff
        }
        Verdict::Rounded => Verdict::Differs,
        verdict => verdict,
    };
    let compared = Compared::new(view, verdict, unit, &stated, &computed)
        .shaped(Shape::Decimal(step.places()));
    let operands = message::operands((&above, &below));
    Ok(compared.finding(message::ratio(&compared, operands)))
}

fn is_cut_off(stated: &Side, computed: &Side, cut: Option<Quantity>) -> bool {
    let is_loose = stated.is_loose || computed.is_loose;
    !is_loose && stated.nominal.is_some() && stated.nominal == cut
}

/// The result as a side. Nothing can be divided by nothing: then nothing is known of it.
fn quotient_side(above: &Side, below: &Side, factor: i64, nominal: Option<Quantity>) -> Side {
    let by_zero = below.nominal == Some(Quantity::ZERO);
    let known = if by_zero {
        Known::Partly
    } else {
        above.known.max(below.known)
    };
    let interval = |above: Interval, below: Interval| {
        let over = |rounding| {
            move |a: Quantity, b: Quantity| a.ratio(b, factor, Quantity::FINEST, rounding)
        };
        let low = match above.low.join(below.high, over(Rounding::Cut)) {
            End::Free => End::Closed(Quantity::ZERO),
            end => end,
        };
        Interval {
            low,
            high: above.high.join(below.low, over(Rounding::Up)),
        }
    };
    Side {
        nominal,
        interval: interval(above.interval, below.interval),
        sharp: interval(above.sharp, below.sharp),
        slack: Quantity::ZERO,
        known,
        ..above.clone().joined(below.clone())
    }
}
