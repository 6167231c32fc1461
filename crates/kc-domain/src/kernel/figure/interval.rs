//! Where a number may lie: two ends, each closed, open or free.

use super::quantity::Quantity;

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The number itself belongs to it.
    Closed(Quantity),
    /// Everything up to the number, without it.
    Open(Quantity),
    /// No end.
    Free,
}

impl End {
    /// The number at this end; `None` for a free end.
    pub fn number(self) -> Option<Quantity> {
        match self {
            Self::Closed(number) | Self::Open(number) => Some(number),
            Self::Free => None,
        }
    }

    /// The two ends joined by an operation on their numbers. An open end makes the result open.
    pub(crate) fn join(
        self,
        other: Self,
        operation: impl Fn(Quantity, Quantity) -> Option<Quantity>,
    ) -> Self {
        let (Some(a), Some(b)) = (self.number(), other.number()) else {
            return Self::Free;
        };
        match (self, other, operation(a, b)) {
            (_, _, None) => Self::Free,
            (Self::Closed(_), Self::Closed(_), Some(number)) => Self::Closed(number),
            (_, _, Some(number)) => Self::Open(number),
        }
    }
}

/// Where a number may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

impl Interval {
    /// Exactly this number.
    pub fn point(number: Quantity) -> Self {
        Self::between(number, number)
    }

    /// Both numbers and all between them.
    pub fn between(low: Quantity, high: Quantity) -> Self {
        Self {
            low: End::Closed(low),
            high: End::Closed(high),
        }
    }

    /// Zero and everything above: what is said of an amount nobody knows.
    pub fn unknown() -> Self {
        Self {
            low: End::Closed(Quantity::ZERO),
            high: End::Free,
        }
    }

    /// The interval between the two ends, cut off below zero.
    pub(super) fn not_below_zero(low: End, high: End) -> Self {
        let below = low.number().is_none_or(|number| number < Quantity::ZERO);
        let low = if below {
            End::Closed(Quantity::ZERO)
        } else {
            low
        };
        Self { low, high }
    }

    /// The interval of the sum of two numbers.
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Quantity, b: Quantity| Some(a.plus(b));
        Self {
            low: self.low.join(other.low, add),
            high: self.high.join(other.high, add),
        }
    }

    /// The interval of the product of two numbers that are not negative.
    pub fn times(self, other: Self) -> Self {
        Self {
            low: self.low.join(other.low, Quantity::times),
            high: self.high.join(other.high, Quantity::times),
        }
    }

    /// The interval wider by `margin` at both ends.
    pub fn widened(self, margin: Quantity) -> Self {
        let margin = End::Closed(margin);
        Self {
            low: self.low.join(margin, |a, b| Some(a.minus(b))),
            high: self.high.join(margin, |a, b| Some(a.plus(b))),
        }
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Self) -> bool {
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// Whether some number of this interval is not above some number of the other.
    pub fn may_be_at_most(self, other: Self) -> bool {
        reaches(self.low, other.high)
    }

    /// Whether no number of this interval is above any number of the other.
    pub fn is_surely_at_most(self, other: Self) -> bool {
        match (self.high.number(), other.low.number()) {
            (Some(high), Some(low)) => high <= low,
            _ => false,
        }
    }

    /// Whether the number lies in it.
    pub fn contains(self, number: Quantity) -> bool {
        self.meets(Self::point(number))
    }
}

/// Whether a lower end leaves room below an upper end.
fn reaches(low: End, high: End) -> bool {
    let (Some(a), Some(b)) = (low.number(), high.number()) else {
        return true;
    };
    match (low, high) {
        (End::Closed(_), End::Closed(_)) => a <= b,
        _ => a < b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(number: i64) -> Quantity {
        Quantity::whole(number)
    }

    #[test]
    fn an_open_end_does_not_touch() {
        let nearly_nine = Interval {
            low: End::Open(at(8)),
            high: End::Closed(at(9)),
        };
        assert!(nearly_nine.contains(at(9)));
        assert!(!nearly_nine.contains(at(8)));
        assert!(!nearly_nine.meets(Interval::between(at(7), at(8))));
    }

    #[test]
    fn a_free_end_has_room_for_everything() {
        let unknown = Interval::unknown();
        assert!(unknown.contains(at(i64::MAX)));
        assert_eq!(unknown.plus(Interval::point(at(3))).high, End::Free);
        assert!(!unknown.plus(Interval::point(at(3))).contains(at(2)));
    }
}
