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

/// What the year's guidance says (văn bản hướng dẫn xây dựng kế hoạch).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guidance {
    /// The letter.
    pub letter: Option<DocumentId>,
    /// This year's priorities, in order.
    pub priorities: Vec<String>,
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

    /// Refuses what comes before the round opens or after it closed. A plan without a round takes
    /// proposals at any time.
    pub fn expect_open(&self, day: NaiveDate) -> Result<(), Refusal> {
        let plan = || self.code.clone();
        match (self.round_on(day), self.round.opens_on) {
            (RoundState::Ahead, Some(opens_on)) => Err(Refusal::RoundAhead {
                plan: plan(),
                opens_on,
            }),
            (RoundState::Closed, _) => Err(Refusal::RoundClosed {
                plan: plan(),
                closed_on: self.round.closes_on.unwrap_or(self.period.to()),
            }),
            _ => Ok(()),
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
    use crate::kernel::refuse::Refuse;

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
    fn a_plan_takes_proposals_only_while_its_round_is_open() {
        let round = Round {
            opens_on: Some(day("15/7/2025")),
            closes_on: Some(day("30/9/2025")),
        };
        let plan = plan_with(round);
        let table = [
            ("14/7/2025", Some("plan.round-ahead")),
            ("15/7/2025", None),
            ("30/9/2025", None),
            ("1/10/2025", Some("plan.round-closed")),
        ];
        for (on, refused) in table {
            let answer = plan.expect_open(day(on)).err();
            assert_eq!(answer.as_ref().map(Refuse::code), refused, "{on}");
        }
        assert!(
            plan_with(Round::default())
                .expect_open(day("1/10/2025"))
                .is_ok()
        );
    }

    fn plan_with(round: Round) -> Plan {
        Plan {
            id: PlanId([1; 16]),
            code: "HP-2026".into(),
            name: "Kế hoạch".into(),
            programme: None,
            year: 2026,
            period: Period::new(day("1/1/2026"), day("31/12/2026")).unwrap(),
            round,
            decision: None,
            catalogue: "ND45-2012".into(),
            note: None,
            area: AreaPath::nation(),
            organisation: OrganisationId([2; 16]),
            illustrative: true,
            version: 1,
        }
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
