//! Nothing done or paid under a decision is older than the decision.

use chrono::NaiveDate;

/// Whether and how a project was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// Not a project's move, or not approved yet.
    None,
    /// By a decision of that day.
    On(NaiveDate),
    /// Taken over from published results: carried out, the decision not known.
    Reported,
}

/// Why something may not be dated on a day: the decision it needs has not been taken by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// No decision is known.
    Undecided,
    /// The decision is of this later day.
    Before(NaiveDate),
}

impl Approval {
    /// The approval by a decision, where its day is known.
    pub fn decided(on: Option<NaiveDate>) -> Self {
        on.map_or(Self::None, Self::On)
    }

    /// Refuses a day before the decision, for what only an approved project may have.
    ///
    /// Thông tư 36/2013/TT-BCT, sửa đổi bởi Thông tư 17/2018/TT-BCT.
    pub fn expect_by(self, day: NaiveDate) -> Result<(), Early> {
        match self {
            Self::None => Err(Early::Undecided),
            Self::On(decided_on) if day < decided_on => Err(Early::Before(decided_on)),
            Self::On(_) | Self::Reported => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_a_decision_begins_on_its_day_and_without_one_not_at_all() {
        let day = |number| NaiveDate::from_ymd_opt(2026, 2, number).unwrap();
        let decided = Approval::decided(Some(day(10)));
        assert_eq!(decided.expect_by(day(9)), Err(Early::Before(day(10))));
        assert_eq!(decided.expect_by(day(10)), Ok(()));
        assert_eq!(
            Approval::decided(None).expect_by(day(10)),
            Err(Early::Undecided)
        );
        assert_eq!(Approval::Reported.expect_by(day(9)), Ok(()));
    }
}
