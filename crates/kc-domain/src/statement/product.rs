//! The stated number is the product of its factors.

use super::StatementRefusal;
use super::finding::Finding;
use super::message::{self, Compared};
use super::side::{Side, View, compare};
use crate::kernel::figure::{Figure, Interval, Kind, Quantity, Rounding, Unit};

pub(super) fn check(
    view: &View<'_>,
    stated_key: &str,
    factors: &[String],
) -> Result<Finding, StatementRefusal> {
    let check = view.name();
    if factors.is_empty() {
        return Err(StatementRefusal::NoParts { check });
    }
    let keys: Vec<&str> = factors.iter().map(String::as_str).collect();
    view.expect_bounds_among(&keys)?;
    view.expect_whole(&keys)?;
    expect_one_money(view, stated_key, &keys)?;
    let stated = view.stated(stated_key)?;
    let mut computed = Side::exactly(Quantity::whole(1));
    for key in keys {
        let is_percent = view
            .figure(key)?
            .is_some_and(|f| f.unit().kind == Kind::Percent);
        let factor = view.part(key)?;
        let factor = if is_percent {
            hundredth(factor)
        } else {
            factor
        };
        computed =
            multiply(computed, factor).ok_or(StatementRefusal::TooLarge { check: view.name() })?;
    }
    let figure = view.figure(stated_key)?;
    let unit = figure.map_or(Unit::PLAIN, |figure: &Figure| figure.unit().clone());
    let verdict = compare(&stated, &computed);
    let compared = Compared::new(view, verdict, unit, &stated, &computed);
    Ok(compared.finding(message::product(&compared)))
}

/// Money comes from one amount of money times numbers; numbers from numbers alone.
fn expect_one_money(
    view: &View<'_>,
    stated: &str,
    factors: &[&str],
) -> Result<(), StatementRefusal> {
    let units = view.units(factors)?;
    let mut money = units.iter().filter(|(unit, _)| unit.is_money());
    let (first, second) = (money.next(), money.next());
    let result = view.units(&[stated])?;
    let all_known = units.len() >= factors.len();
    match (result.first(), first, second) {
        (_, Some((_, one)), Some((_, other))) => Err(view.different(one, other)),
        (Some((unit, one)), Some((_, other)), None) if !unit.is_money() => {
            Err(view.different(one, other))
        }
        (Some((unit, one)), None, _) if unit.is_money() && all_known => {
            Err(view.different(one, units.first().map_or("", |(_, name)| name)))
        }
        _ => Ok(()),
    }
}

fn hundredth(side: Side) -> Side {
    let of = |number: Quantity| {
        number.ratio(Quantity::whole(100), 1, Quantity::FINEST, Rounding::HalfUp)
    };
    let interval = |interval: Interval| Interval {
        low: interval.low.join(interval.low, |a, _| of(a)),
        high: interval.high.join(interval.high, |a, _| of(a)),
    };
    Side {
        nominal: side.nominal.and_then(of),
        interval: interval(side.interval),
        sharp: interval(side.sharp),
        slack: of(side.slack).unwrap_or(side.slack),
        ..side
    }
}

/// The slack of a product is half the width that the slack of its factors leaves it.
fn multiply(a: Side, b: Side) -> Option<Side> {
    let nominal = match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => Some(x.times(y)?),
        _ => None,
    };
    let slack = match (a.nominal, b.nominal) {
        (Some(x), Some(y)) => x.times(b.slack)?.plus(y.times(a.slack)?),
        _ => Quantity::ZERO,
    };
    let interval = a.interval.times(b.interval);
    let sharp = a.sharp.times(b.sharp);
    Some(Side {
        nominal,
        interval,
        sharp,
        slack,
        ..a.joined(b)
    })
}
