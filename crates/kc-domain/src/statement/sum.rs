//! The whole is the sum of its parts.

use super::finding::Finding;
use super::message::{self, Compared};
use super::side::{Side, View, compare};
use super::{StatementRefusal, Verdict};
use crate::kernel::figure::{Quantity, Unit};
use std::collections::BTreeSet;

pub(super) fn check(
    view: &View<'_>,
    whole: &str,
    parts: &[String],
) -> Result<Finding, StatementRefusal> {
    let parts = distinct(view, parts)?;
    view.expect_bounds_among(&parts)?;
    let all: Vec<&str> = std::iter::once(whole)
        .chain(parts.iter().copied())
        .collect();
    let unit = view.expect_units(&all, Unit::agrees)?;
    view.expect_whole(&all)?;
    let stated = view.stated(whole)?;
    let mut computed = Side::exactly(Quantity::ZERO);
    for key in parts {
        computed = add(computed, view.part(key)?);
    }
    let verdict: Verdict = compare(&stated, &computed);
    let compared = Compared::new(view, verdict, unit, &stated, &computed);
    Ok(compared.finding(message::sum(&compared)))
}

fn distinct<'a>(view: &View<'_>, parts: &'a [String]) -> Result<Vec<&'a str>, StatementRefusal> {
    let check = view.name();
    if parts.is_empty() {
        return Err(StatementRefusal::NoParts { check });
    }
    let mut seen = BTreeSet::new();
    match parts.iter().find(|key| !seen.insert(key.as_str())) {
        Some(key) => Err(StatementRefusal::Repeated {
            check,
            key: key.clone(),
        }),
        None => Ok(parts.iter().map(String::as_str).collect()),
    }
}

fn add(sum: Side, part: Side) -> Side {
    let nominal = sum.nominal.zip(part.nominal).map(|(a, b)| a.plus(b));
    let interval = sum.interval.plus(part.interval);
    let sharp = sum.sharp.plus(part.sharp);
    let slack = sum.slack.plus(part.slack);
    Side {
        nominal,
        interval,
        sharp,
        slack,
        ..sum.joined(part)
    }
}
