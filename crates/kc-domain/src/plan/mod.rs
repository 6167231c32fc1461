//! Plans of one year. Several years are open at once; what belongs to one never mixes with another.

pub mod refusal;

use crate::kernel::id::{DocumentId, OrganisationId, PlanId, ProgrammeId};
use crate::kernel::period::Period;
use crate::place::area::AreaPath;
use chrono::{Datelike, NaiveDate};
use refusal::Refusal;

/// A plan of one year (kế hoạch khuyến công năm).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Identity.
    pub id: PlanId,
    /// The code the office uses: `HP-2017`.
    pub code: String,
    /// Name as in the decision.
    pub name: String,
    /// The programme it is a year of.
    pub programme: Option<ProgrammeId>,
    /// The year it is for.
    pub year: i32,
    /// The days it runs.
    pub period: Period,
    /// When proposals may be registered.
    pub round: Round,
    /// The decision it stands on.
    pub decision: Option<DocumentId>,
    /// The code of the catalogue its content is counted by.
    pub catalogue: String,
    /// What readers must know.
    pub note: Option<String>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
}

/// The registration round (đợt đăng ký): the days proposals are taken, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// First day.
    pub opens_on: Option<NaiveDate>,
    /// Last day.
    pub closes_on: Option<NaiveDate>,
}

/// How far a registration round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundState {
    /// No day of opening is known.
    Unknown,
    /// Not open yet.
    Ahead,
    /// Open.
    Open,
    /// Over.
    Closed,
}

impl Round {
    /// How far the round is on a day. A round without a last day stays open as long as its plan.
    pub fn on(self, day: NaiveDate) -> RoundState {
        match (self.opens_on, self.closes_on) {
            (_, Some(last)) if last < day => RoundState::Closed,
            (Some(first), _) if day < first => RoundState::Ahead,
            (Some(_), _) => RoundState::Open,
            (None, _) => RoundState::Unknown,
        }
    }
}

impl Plan {
    /// How far the registration round is on a day; with the plan, every round is over.
    pub fn round_on(&self, day: NaiveDate) -> RoundState {
        match self.round.on(day) {
            RoundState::Open if self.period.to() < day => RoundState::Closed,
            state => state,
        }
    }

    /// Days from the opening of the round to the first day of the plan; unknown without a day.
    pub fn days_of_lead(&self) -> Option<i64> {
        let opens = self.round.opens_on?;
        Some(self.period.from().signed_duration_since(opens).num_days())
    }
}

/// Checks what holds for every plan: its year lies in its days, its round runs forwards.
pub fn check(year: i32, period: Period, round: Round) -> Result<(), Refusal> {
    if !(period.from().year()..=period.to().year()).contains(&year) {
        return Err(Refusal::YearOutsidePeriod { year, period });
    }
    match (round.opens_on, round.closes_on) {
        (Some(opens), Some(closes)) if closes < opens => Err(Refusal::BackwardRound),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::date::parse_date;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn a_round_is_ahead_then_open_then_closed() {
        let round = Round {
            opens_on: Some(day("17/5/2022")),
            closes_on: Some(day("20/6/2022")),
        };
        assert_eq!(round.on(day("16/5/2022")), RoundState::Ahead);
        assert_eq!(round.on(day("17/5/2022")), RoundState::Open);
        assert_eq!(round.on(day("20/6/2022")), RoundState::Open);
        assert_eq!(round.on(day("21/6/2022")), RoundState::Closed);
        assert_eq!(Round::default().on(day("21/6/2022")), RoundState::Unknown);
    }

    #[test]
    fn the_year_must_lie_in_the_period_and_the_round_must_run_forwards() {
        let year_2017 = Period::new(day("1/1/2017"), day("31/12/2017")).unwrap();
        assert_eq!(check(2017, year_2017, Round::default()), Ok(()));
        assert!(check(2018, year_2017, Round::default()).is_err());
        let backward = Round {
            opens_on: Some(day("2/1/2016")),
            closes_on: Some(day("1/1/2016")),
        };
        assert_eq!(
            check(2017, year_2017, backward),
            Err(Refusal::BackwardRound)
        );
    }
}
