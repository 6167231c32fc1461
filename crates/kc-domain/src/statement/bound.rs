//! The smaller figure is not above the larger: a year within its programme.

use super::finding::Finding;
use super::message::{self, Compared};
use super::side::{Known, Side, View};
use super::{StatementRefusal, Verdict};
use crate::kernel::figure::Unit;

pub(super) fn check(
    view: &View<'_>,
    smaller: &str,
    larger: &str,
) -> Result<Finding, StatementRefusal> {
    view.expect_bounds_among(&[smaller, larger])?;
    let unit = view.expect_units(&[smaller, larger], Unit::is_like)?;
    view.expect_whole(&[smaller, larger])?;
    let (low, high) = (view.part(smaller)?, view.part(larger)?);
    let compared = Compared::new(view, verdict(&low, &high), unit, &low, &high);
    let units = (view.figure(smaller)?, view.figure(larger)?);
    Ok(compared.finding(message::at_most(&compared, units)))
}

fn verdict(smaller: &Side, larger: &Side) -> Verdict {
    let may_hold = smaller.interval.may_be_at_most(larger.interval);
    match smaller.known.max(larger.known) {
        Known::Partly if may_hold => Verdict::Unsettled,
        Known::Bounded if may_hold => Verdict::AgreesWithin,
        Known::Bounded | Known::Partly => Verdict::Differs,
        Known::Fully => verdict_known(smaller, larger, may_hold),
    }
}

/// Without hedges the printed numbers decide. With one, the figures agree for sure when even the
/// highest reading of the smaller stays below the lowest of the larger.
fn verdict_known(smaller: &Side, larger: &Side, may_hold: bool) -> Verdict {
    let is_loose = smaller.is_loose || larger.is_loose;
    let tolerance = smaller.slack.plus(larger.slack);
    match (smaller.nominal, larger.nominal) {
        (Some(a), Some(b)) if a == b || (a < b && !is_loose) => Verdict::Agrees,
        _ if is_loose && smaller.interval.is_surely_at_most(larger.interval) => Verdict::Agrees,
        _ if is_loose && may_hold => Verdict::AgreesWithin,
        (Some(a), Some(b)) if !is_loose && a.minus(b) <= tolerance => Verdict::Rounded,
        _ => Verdict::Differs,
    }
}
