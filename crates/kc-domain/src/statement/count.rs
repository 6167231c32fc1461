//! As many things are listed as stated.

use super::finding::Finding;
use super::message::{self, Compared};
use super::side::{Known, Side, View, compare};
use super::{StatementRefusal, Verdict};
use crate::kernel::figure::{Figure, Interval, Kind, Quantity};

pub(super) fn check(
    view: &View<'_>,
    whole: &str,
    listed: Option<i64>,
    complete: bool,
) -> Result<Finding, StatementRefusal> {
    view.expect_bounds_among(&[])?;
    view.expect_whole(&[whole])?;
    let unit = view.expect_units(&[whole], |_, _| true)?;
    if matches!(unit.kind, Kind::Dong | Kind::Percent) {
        let (check, key) = (view.name(), whole.to_owned());
        return Err(StatementRefusal::NotACount { check, key });
    }
    if listed.is_some_and(|listed| listed < 0) {
        return Err(StatementRefusal::NegativeList { check: view.name() });
    }
    let stated = view.stated(whole)?;
    let figure = view.figure(whole)?;
    let computed = listing(listed, complete);
    let verdict = verdict(figure, listed, complete, compare(&stated, &computed));
    let compared = Compared::new(view, verdict, unit, &stated, &computed);
    Ok(compared.finding(message::count(&compared, complete)))
}

/// A list that is not complete leaves the upper end free.
fn listing(listed: Option<i64>, complete: bool) -> Side {
    match listed.map(Quantity::whole) {
        Some(number) if complete => Side::exactly(number),
        Some(number) => {
            let more = Interval {
                high: Interval::unknown().high,
                ..Interval::point(number)
            };
            Side {
                interval: more,
                sharp: more,
                ..Side::exactly(number)
            }
        }
        None => Side {
            nominal: None,
            interval: Interval::unknown(),
            sharp: Interval::unknown(),
            known: Known::Partly,
            ..Side::exactly(Quantity::ZERO)
        },
    }
}

/// A list that is not complete cannot show that something is missing.
fn verdict(
    stated: Option<&Figure>,
    listed: Option<i64>,
    complete: bool,
    compared: Verdict,
) -> Verdict {
    match (stated, listed.map(Quantity::whole)) {
        (Some(stated), Some(listed)) if !complete && listed < stated.low() => Verdict::Unsettled,
        _ => compared,
    }
}
