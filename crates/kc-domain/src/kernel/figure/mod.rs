//! Published figures: a number or a range, how exactly it is meant, and what it counts.
//!
//! A figure is read from the text as printed, by the Vietnamese rules: `.` between thousands,
//! `,` before decimals, a hedge in front, the unit behind. What cannot be read surely is refused.

mod hedge;
mod interval;
mod noun;
mod numeral;
mod parse;
mod quantity;
mod refusal;
mod scan;
mod show;
mod unit;

#[cfg(test)]
mod tests;

pub use hedge::Hedge;
pub use interval::{End, Interval};
pub use quantity::{Quantity, Rounding};
pub use refusal::FigureRefusal;
pub use show::{amount, amount_between};
pub use unit::{Kind, Scale, Unit};

use crate::kernel::money::Dong;

/// A published figure. The hedge and the printed precision are part of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    low: Quantity,
    high: Quantity,
    is_range: bool,
    hedge: Hedge,
    precision: Quantity,
    scale: Scale,
    unit: Unit,
}

impl Figure {
    /// Reads one figure as printed: "41.306,53 triệu đồng", "gần 9 tỷ", "30 – 40 điểm".
    pub fn parse(printed: &str) -> Result<Self, FigureRefusal> {
        parse::figure(printed)
    }

    /// Reads every figure of a text that holds several: "450 cuốn/kỳ, 4 kỳ/năm".
    pub fn parse_all(printed: &str) -> Result<Vec<Self>, FigureRefusal> {
        parse::all(printed)
    }

    /// An exact amount in whole đồng.
    pub fn money(amount: Dong) -> Self {
        Self::exact(amount.0, Unit::DONG)
    }

    /// An exact count of things.
    pub fn count(number: i64, name: &str) -> Self {
        Self::exact(number, Unit::things(name))
    }

    fn exact(number: i64, unit: Unit) -> Self {
        Self {
            low: Quantity::whole(number),
            high: Quantity::whole(number),
            is_range: false,
            hedge: Hedge::Exact,
            precision: Quantity::whole(1),
            scale: Scale::One,
            unit,
        }
    }

    /// The number printed; `None` for a range, which has two.
    pub fn value(&self) -> Option<Quantity> {
        (!self.is_range).then_some(self.low)
    }

    /// The smaller number of a range, the number itself otherwise. In the base unit.
    pub fn low(&self) -> Quantity {
        self.low
    }

    /// The larger number of a range, the number itself otherwise. In the base unit.
    pub fn high(&self) -> Quantity {
        self.high
    }

    /// Whether two numbers are printed.
    pub fn is_range(&self) -> bool {
        self.is_range
    }

    /// How exactly the number is meant.
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// The step of the last printed digit, in the base unit: 10.000 for "41.306,53 triệu đồng".
    pub fn precision(&self) -> Quantity {
        self.precision
    }

    /// The scale word it was printed with.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// What it counts.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The amount in whole đồng, whatever the hedge; `None` when it is not one amount of money.
    pub fn dong(&self) -> Option<Dong> {
        let value = self.value().filter(|_| self.unit == Unit::DONG)?;
        value.as_whole().map(Dong)
    }

    /// The number of things, whatever the hedge; `None` for money, percent, ranges and decimals.
    pub fn things(&self) -> Option<i64> {
        match self.unit.kind {
            Kind::Plain | Kind::Things(_) => self.value()?.as_whole(),
            Kind::Dong | Kind::Percent => None,
        }
    }

    /// Whether a hedge or a range leaves more than one answer.
    pub fn is_loose(&self) -> bool {
        self.is_range || self.hedge != Hedge::Exact
    }

    /// Whether this is a count of things to the last one, which rounding cannot explain.
    pub fn is_exact_count(&self) -> bool {
        self.unit.is_counted() && self.precision == Quantity::whole(1)
    }

    /// Whether it has a part of something that comes only whole: half a project, half a đồng.
    pub fn is_broken(&self) -> bool {
        let whole = |value: Quantity| value.as_whole().is_some();
        self.unit.is_indivisible() && !(whole(self.low) && whole(self.high))
    }

    /// What rounding alone can explain: half the printed precision; nothing for counts and ranges.
    pub fn slack(&self) -> Quantity {
        if self.is_range || self.is_exact_count() {
            Quantity::ZERO
        } else {
            self.precision.half()
        }
    }

    /// Where the true number may lie, after hedge and precision.
    pub fn interval(&self) -> Interval {
        self.hedge
            .interval(self.low, self.high, self.precision, self.slack())
    }
}
