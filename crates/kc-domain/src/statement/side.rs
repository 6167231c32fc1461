//! One side of a check: a number, where it may lie, and what is known of it.

use super::{Check, Entry, Limit, StatementRefusal, Verdict};
use crate::kernel::figure::{Figure, Interval, Quantity, Unit};
use std::collections::BTreeMap;

/// How much is known of a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// Everything was published.
    Fully,
    /// Something was not published, but there is a most it can be.
    Bounded,
    /// Something was not published, and it may be anything.
    Partly,
}

/// One side of a check.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// The number itself; none for a range and for what is not known.
    pub(super) nominal: Option<Quantity>,
    /// Where it may lie, after hedges and precision.
    pub(super) interval: Interval,
    /// Where it may lie by the printed numbers alone.
    pub(super) sharp: Interval,
    /// What rounding alone can explain.
    pub(super) slack: Quantity,
    /// Whether a hedge or a range is involved.
    pub(super) is_loose: bool,
    pub(super) known: Known,
    /// Names of what was not published.
    pub(super) missing: Vec<String>,
    /// The published figure as reports write it; none for what was computed.
    pub(super) printed: Option<String>,
}

impl Side {
    /// A number nobody doubts.
    pub(super) fn exactly(number: Quantity) -> Self {
        Self {
            nominal: Some(number),
            interval: Interval::point(number),
            sharp: Interval::point(number),
            slack: Quantity::ZERO,
            is_loose: false,
            known: Known::Fully,
            missing: Vec::new(),
            printed: None,
        }
    }

    fn published(figure: &Figure) -> Self {
        Self {
            nominal: figure.value(),
            interval: figure.interval(),
            sharp: Interval::between(figure.low(), figure.high()),
            slack: figure.slack(),
            is_loose: figure.is_loose(),
            known: Known::Fully,
            missing: Vec::new(),
            printed: Some(figure.in_report()),
        }
    }

    /// Not published: from nothing to the bound, or to anything without one.
    fn missing(name: &str, bound: Option<&Figure>) -> Self {
        let free = Interval::unknown();
        let upto = |high| Interval { high, ..free };
        let bound = bound
            .map(Self::published)
            .filter(|bound| bound.interval.high.number().is_some());
        Self {
            nominal: None,
            interval: bound
                .as_ref()
                .map_or(free, |bound| upto(bound.interval.high)),
            sharp: bound.as_ref().map_or(free, |bound| upto(bound.sharp.high)),
            slack: bound.as_ref().map_or(Quantity::ZERO, |bound| bound.slack),
            is_loose: bound.as_ref().is_some_and(|bound| bound.is_loose),
            known: bound.map_or(Known::Partly, |_| Known::Bounded),
            missing: vec![name.to_owned()],
            printed: None,
        }
    }

    /// What is common to sums and products of two sides: doubts add up.
    pub(super) fn joined(mut self, other: Self) -> Self {
        self.is_loose |= other.is_loose;
        self.known = self.known.max(other.known);
        self.missing.extend(other.missing);
        self.printed = None;
        self
    }

    /// The interval to show. Beside an unknown the rounding of the known parts says nothing, so
    /// the printed numbers stand as they are unless a hedge is involved.
    pub(super) fn shown(&self, is_loose: bool) -> Interval {
        if self.known == Known::Fully || is_loose {
            self.interval
        } else {
            self.sharp
        }
    }
}

/// The verdict when numbers must be equal.
pub(super) fn compare(stated: &Side, computed: &Side) -> Verdict {
    let meets = stated.interval.meets(computed.interval);
    match (stated.known, computed.known) {
        (Known::Bounded | Known::Partly, _) => Verdict::Unsettled,
        (Known::Fully, Known::Partly) if meets => Verdict::Unsettled,
        (Known::Fully, Known::Bounded) if meets => Verdict::AgreesWithin,
        (Known::Fully, Known::Bounded | Known::Partly) => Verdict::Differs,
        (Known::Fully, Known::Fully) => compare_known(stated, computed, meets),
    }
}

fn compare_known(stated: &Side, computed: &Side, meets: bool) -> Verdict {
    let is_loose = stated.is_loose || computed.is_loose;
    let tolerance = stated.slack.plus(computed.slack);
    match (stated.nominal, computed.nominal) {
        (Some(a), Some(b)) if a == b => Verdict::Agrees,
        _ if is_loose && meets => Verdict::AgreesWithin,
        (Some(a), Some(b)) if !is_loose && a.minus(b).abs() <= tolerance => Verdict::Rounded,
        _ => Verdict::Differs,
    }
}

/// The figures of a statement by their keys.
pub(super) struct Figures<'a> {
    by_key: BTreeMap<&'a str, &'a Entry>,
}

impl<'a> Figures<'a> {
    /// Refuses a key that occurs twice.
    pub(super) fn of(entries: &'a [Entry]) -> Result<Self, StatementRefusal> {
        let mut by_key = BTreeMap::new();
        for entry in entries {
            if by_key.insert(entry.key.as_str(), entry).is_some() {
                let key = entry.key.clone();
                return Err(StatementRefusal::SameKey { key });
            }
        }
        Ok(Self { by_key })
    }

    pub(super) fn of_check<'b>(&'b self, check: &'b Check) -> View<'b> {
        View {
            figures: &self.by_key,
            check,
        }
    }
}

/// The figures as one check sees them.
pub(super) struct View<'a> {
    figures: &'a BTreeMap<&'a str, &'a Entry>,
    pub(super) check: &'a Check,
}

impl<'a> View<'a> {
    pub(super) fn name(&self) -> String {
        self.check.name.clone()
    }

    pub(super) fn entry(&self, key: &str) -> Result<&'a Entry, StatementRefusal> {
        self.figures
            .get(key)
            .copied()
            .ok_or_else(|| StatementRefusal::NoFigure {
                check: self.name(),
                key: key.to_owned(),
            })
    }

    pub(super) fn figure(&self, key: &str) -> Result<Option<&'a Figure>, StatementRefusal> {
        self.entry(key).map(|entry| entry.figure.as_ref())
    }

    /// What is stated. Its bound is of no use: an unknown whole settles nothing.
    pub(super) fn stated(&self, key: &str) -> Result<Side, StatementRefusal> {
        let entry = self.entry(key)?;
        Ok(match &entry.figure {
            Some(figure) => Side::published(figure),
            None => Side::missing(entry.name(), None),
        })
    }

    /// A part, with its bound when it is not known.
    pub(super) fn part(&self, key: &str) -> Result<Side, StatementRefusal> {
        let entry = self.entry(key)?;
        Ok(match &entry.figure {
            Some(figure) => Side::published(figure),
            None => Side::missing(entry.name(), self.bound(key)?),
        })
    }

    fn bound(&self, key: &str) -> Result<Option<&'a Figure>, StatementRefusal> {
        match self.check.at_most.get(key) {
            None => Ok(None),
            Some(Limit::Printed(figure)) => Ok(Some(figure)),
            Some(Limit::Key(other)) => self.figure(other),
        }
    }

    /// Refuses bounds for anything but these figures.
    pub(super) fn expect_bounds_among(&self, keys: &[&str]) -> Result<(), StatementRefusal> {
        let foreign = self
            .check
            .at_most
            .keys()
            .find(|key| !keys.contains(&key.as_str()));
        match foreign {
            None => Ok(()),
            Some(key) => Err(StatementRefusal::ForeignBound {
                check: self.name(),
                key: key.clone(),
            }),
        }
    }

    /// Refuses half a project and half a đồng.
    pub(super) fn expect_whole(&self, keys: &[&str]) -> Result<(), StatementRefusal> {
        for key in keys {
            if self.figure(key)?.is_some_and(Figure::is_broken) {
                let key = (*key).to_owned();
                return Err(StatementRefusal::Broken {
                    check: self.name(),
                    key,
                });
            }
        }
        Ok(())
    }

    /// The units of these figures and of their bounds, each with a name for the refusal.
    pub(super) fn units(&self, keys: &[&str]) -> Result<Vec<(Unit, String)>, StatementRefusal> {
        let mut units = Vec::new();
        for key in keys {
            let figures = [self.figure(key)?, self.bound(key)?];
            let named = figures.into_iter().flatten();
            units
                .extend(named.map(|figure| (figure.unit().clone(), format!("“{key}” ({figure})"))));
        }
        Ok(units)
    }

    /// Refuses figures that do not all agree with the first that has a unit; answers that unit.
    pub(super) fn expect_units(
        &self,
        keys: &[&str],
        agree: impl Fn(&Unit, &Unit) -> bool,
    ) -> Result<Unit, StatementRefusal> {
        let units = self.units(keys)?;
        let with_unit = units.iter().find(|(unit, _)| *unit != Unit::PLAIN);
        let Some((unit, one)) = with_unit.or(units.first()) else {
            return Ok(Unit::PLAIN);
        };
        match units.iter().find(|(other, _)| !agree(unit, other)) {
            None => Ok(unit.clone()),
            Some((_, other)) => Err(self.different(one, other)),
        }
    }

    pub(super) fn different(&self, one: &str, other: &str) -> StatementRefusal {
        StatementRefusal::Units {
            check: self.name(),
            one: one.to_owned(),
            other: other.to_owned(),
        }
    }
}
