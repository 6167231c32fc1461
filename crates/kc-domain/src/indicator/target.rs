//! Targets as they are set (a number, a minimum, a maximum, a range), and what came of them.

use crate::kernel::figure::{Figure, Hedge, Kind, Quantity, Rounding, Unit};
use crate::kernel::percent::{Decimal, PERCENT_PLACES};
use crate::kernel::period::Period;
use crate::kernel::text::Text;
use chrono::NaiveDate;

/// What has to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// "43 cụm": that many.
    Exactly(Quantity),
    /// "ít nhất 20 cụm": that many or more.
    AtLeast(Quantity),
    /// "không quá 5%": that much or less.
    AtMost(Quantity),
    /// "30 – 40 điểm": within the two ends.
    Between(Quantity, Quantity),
}

/// A target: the goal, what it counts, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What has to be reached.
    pub goal: Goal,
    /// What is counted.
    pub unit: Unit,
    /// The period it is set for; `None` when the source does not say.
    pub period: Option<Period>,
}

/// How an actual number stands to its target. Distances are in the target's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Reached.
    Reached,
    /// Inside the range.
    Within,
    /// Exactly the upper end of the range.
    AtUpperEnd,
    /// Above what was aimed at, by so much.
    Above(Quantity),
    /// Not reached, by so much.
    Short(Quantity),
    /// More than was allowed, by so much.
    TooMuch(Quantity),
}

/// A target measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// How the actual number stands to the target.
    pub outcome: Outcome,
    /// The actual number as a percentage of the goal, of the minimum below a range; `None` where
    /// a percentage says nothing.
    pub percent: Option<Decimal>,
    /// What is counted.
    pub unit: Unit,
    /// Whether the source leaves the period open.
    pub has_unclear_period: bool,
}

impl Target {
    /// The target a published figure sets. "trên" and "hơn" set a minimum, "gần" and "khoảng" the
    /// number itself.
    pub fn of(figure: &Figure, period: Option<Period>) -> Self {
        let (low, high) = (figure.low(), figure.high());
        let goal = match figure.hedge() {
            _ if figure.is_range() => Goal::Between(low, high),
            Hedge::AtLeast | Hedge::Minimum | Hedge::Over | Hedge::MoreThan => Goal::AtLeast(low),
            Hedge::NotOver | Hedge::Maximum | Hedge::Under => Goal::AtMost(high),
            Hedge::Exact | Hedge::Nearly | Hedge::About => Goal::Exactly(low),
        };
        Self {
            goal,
            unit: figure.unit().clone(),
            period,
        }
    }

    /// Measures an actual number of the same unit.
    pub fn measure(&self, actual: Quantity) -> Measured {
        let outcome = match self.goal {
            Goal::Exactly(goal) if actual > goal => Outcome::Above(actual.minus(goal)),
            Goal::Exactly(goal) | Goal::AtLeast(goal) if actual < goal => {
                Outcome::Short(goal.minus(actual))
            }
            Goal::AtMost(most) if actual > most => Outcome::TooMuch(actual.minus(most)),
            Goal::Between(low, _) if actual < low => Outcome::Short(low.minus(actual)),
            Goal::Between(_, high) if actual > high => Outcome::Above(actual.minus(high)),
            Goal::Between(_, high) if actual == high => Outcome::AtUpperEnd,
            Goal::Between(..) => Outcome::Within,
            Goal::Exactly(_) | Goal::AtLeast(_) | Goal::AtMost(_) => Outcome::Reached,
        };
        let basis = match (self.goal, outcome) {
            (Goal::Exactly(goal) | Goal::AtLeast(goal), _) => Some(goal),
            (Goal::Between(low, _), Outcome::Short(_)) => Some(low),
            _ => None,
        };
        Measured {
            outcome,
            percent: basis.and_then(|basis| percent_of(actual, basis)),
            unit: self.unit.clone(),
            has_unclear_period: self.period.is_none(),
        }
    }
}

fn percent_of(actual: Quantity, basis: Quantity) -> Option<Decimal> {
    let step = Quantity::scaled(1, -2)?;
    let value = actual.ratio(basis, 100, step, Rounding::HalfUp)?;
    let places = PERCENT_PLACES;
    Some(Decimal { value, places })
}

impl Measured {
    /// "95,35% chưa đạt (thiếu 2)", "vượt (+0,4 điểm %)".
    pub fn text(&self) -> Text {
        let percent = self.percent.map(|percent| format!("{}%", percent.comma()));
        let lead = percent.map_or_else(String::new, |percent| format!("{percent} "));
        let (vi, en) = match self.outcome {
            Outcome::Reached => (format!("{lead}đạt"), format!("{lead}reached")),
            Outcome::Within => within("trong khoảng", "within the range"),
            Outcome::AtUpperEnd => within("bằng mức trên", "at the upper end"),
            Outcome::Above(by) => {
                let by = self.distance(by);
                (
                    format!("{lead}vượt (+{by})"),
                    format!("{lead}exceeded (+{by})"),
                )
            }
            Outcome::Short(by) => {
                let by = self.distance(by);
                (
                    format!("{lead}chưa đạt (thiếu {by})"),
                    format!("{lead}not reached ({by} short)"),
                )
            }
            Outcome::TooMuch(by) => {
                let by = self.distance(by);
                (
                    format!("chưa đạt (vượt mức tối đa {by})"),
                    format!("not reached ({by} above the maximum)"),
                )
            }
        };
        if self.has_unclear_period {
            return Text::new(format!("{vi}; kỳ chưa rõ"), format!("{en}; period unclear"));
        }
        Text::new(vi, en)
    }

    fn distance(&self, by: Quantity) -> String {
        let number = by.comma(by.places());
        match self.unit.kind {
            Kind::Percent => format!("{number} điểm %"),
            Kind::Dong => crate::kernel::figure::amount(by, &self.unit),
            Kind::Plain | Kind::Things(_) => number,
        }
    }
}

fn within(vi: &str, en: &str) -> (String, String) {
    (format!("đạt ({vi})"), format!("reached ({en})"))
}

/// Whether a cluster counts as started: only with a decision to establish it, not after the start.
pub fn counts_as_started(established: Option<NaiveDate>, started: NaiveDate) -> bool {
    established.is_some_and(|established| established <= started)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(printed: &str, year: Option<i32>) -> Target {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let period = year.and_then(|year| Period::new(day(year, 1, 1), day(year, 12, 31)));
        Target::of(&Figure::parse(printed).unwrap(), period)
    }

    #[test]
    fn v22_targets_are_numbers_minimums_and_ranges() {
        let year = Some(2021);
        let whole = Quantity::whole;
        let growth = Quantity::scaled(84, -1).unwrap();
        let table = [
            (
                "43 cụm công nghiệp",
                year,
                whole(41),
                "95,35% chưa đạt (thiếu 2)",
            ),
            ("ít nhất 20 cụm công nghiệp", year, whole(22), "110,00% đạt"),
            ("30 - 40 điểm", year, whole(35), "đạt (trong khoảng)"),
            ("6 - 8%/năm", year, growth, "vượt (+0,4 điểm %)"),
            (
                "350 - 500 mẫu",
                None,
                whole(349),
                "99,71% chưa đạt (thiếu 1); kỳ chưa rõ",
            ),
            (
                "450 - 500 lượt",
                None,
                whole(500),
                "đạt (bằng mức trên); kỳ chưa rõ",
            ),
        ];
        for (printed, year, actual, wanted) in table {
            let measured = target(printed, year).measure(actual);
            assert_eq!(measured.text().vi, wanted);
        }
    }

    #[test]
    fn v22_a_cluster_without_decision_has_not_started() {
        let day = |month| NaiveDate::from_ymd_opt(2021, month, 1).unwrap();
        assert!(!counts_as_started(None, day(3)));
        assert!(counts_as_started(Some(day(2)), day(3)));
        assert!(!counts_as_started(Some(day(4)), day(3)));
    }

    #[test]
    fn a_maximum_is_kept_or_exceeded() {
        let target = target("không quá 5%", Some(2021));
        assert_eq!(target.measure(Quantity::whole(5)).outcome, Outcome::Reached);
        let over = target.measure(Quantity::whole(6)).text().vi;
        assert_eq!(over, "chưa đạt (vượt mức tối đa 1 điểm %)");
    }
}
