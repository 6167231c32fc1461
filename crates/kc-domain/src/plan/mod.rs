//! Plans of one year. Several years are open at once; what belongs to one never mixes with another.

pub mod refusal;
mod round;

pub use round::{Round, RoundState};

use crate::kernel::date::Instant;
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

/// What the year's guidance says (văn bản hướng dẫn xây dựng kế hoạch). What the office leaves open,
/// the draft of the letter fills from what is usual.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guidance {
    /// The letter, once it was signed.
    pub letter: Option<DocumentId>,
    /// This year's priorities, in order.
    pub priorities: Vec<String>,
    /// Who issues the letter.
    pub issuer: Option<String>,
    /// Whom it is addressed to (Kính gửi).
    pub addressees: Vec<String>,
    /// Where and how to register: desk, telephone, address of the site.
    pub desk: Option<String>,
    /// Who receives copies (Nơi nhận), beside those it is addressed to.
    pub copies: Vec<String>,
    /// The post of whoever signs.
    pub signer_post: Option<String>,
    /// The name of whoever signs.
    pub signer_name: Option<String>,
}

impl Plan {
    /// How far the registration round is at a moment; with the plan, every round is over.
    pub fn round_at(&self, moment: Instant) -> RoundState {
        match self.round.at(moment) {
            RoundState::Open if Instant::end_of(self.period.to()) < moment => RoundState::Closed,
            state => state,
        }
    }

    /// The last moment of the round: its own, or the end of the plan where none is set.
    pub fn closes_at(&self) -> Instant {
        let end = Instant::end_of(self.period.to());
        self.round.closes_at.unwrap_or(end)
    }

    /// Refuses what comes before the round opens or after it closed; the moments of opening and
    /// closing themselves still count. A plan without a round takes proposals at any time.
    pub fn expect_open(&self, moment: Instant) -> Result<(), Refusal> {
        let plan = || self.code.clone();
        match (self.round_at(moment), self.round.opens_at) {
            (RoundState::Ahead, Some(opens_at)) => Err(Refusal::RoundAhead {
                plan: plan(),
                opens_at,
            }),
            (RoundState::Closed, _) => Err(Refusal::RoundClosed {
                plan: plan(),
                closed_at: self.closes_at(),
            }),
            _ => Ok(()),
        }
    }

    /// Refuses a proposal whose whole work lies before or after the days of the plan, which is one
    /// of another year. Work of several years touches the plan; a day that is not known is no fault.
    pub fn expect_work(
        &self,
        starts_on: Option<NaiveDate>,
        ends_on: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        let is_before = ends_on.is_some_and(|last| last < self.period.from());
        let is_after = starts_on.is_some_and(|first| self.period.to() < first);
        if !is_before && !is_after {
            return Ok(());
        }
        Err(Refusal::WorkOutsidePeriod {
            plan: self.code.clone(),
            period: self.period,
            is_before,
        })
    }

    /// Days from the opening of the round to the first day of the plan; unknown without a day.
    pub fn days_of_lead(&self) -> Option<i64> {
        let opens = self.round.opens_at?.day();
        Some(self.period.from().signed_duration_since(opens).num_days())
    }
}

/// Checks what holds for every plan: its year lies in its days, its round runs forwards.
pub fn check(year: i32, period: Period, round: Round) -> Result<(), Refusal> {
    if !(period.from().year()..=period.to().year()).contains(&year) {
        return Err(Refusal::YearOutsidePeriod { year, period });
    }
    if round.is_backward() {
        return Err(Refusal::BackwardRound);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::date::parse_date;
    use crate::kernel::refuse::Refuse;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    /// A millisecond is the finest the clock of the office tells.
    #[test]
    fn a_plan_takes_proposals_from_the_moment_it_opens_through_the_moment_it_closes() {
        let round = Round {
            opens_at: Some(at("2025-07-15T08:00:00+07:00")),
            closes_at: Some(at("2025-09-30T17:00:00+07:00")),
        };
        let plan = plan_with(round);
        let table = [
            ("2025-07-15T07:59:59.999+07:00", Some("plan.round-ahead")),
            ("2025-07-15T08:00:00.000+07:00", None),
            ("2025-09-30T16:59:59.999+07:00", None),
            ("2025-09-30T17:00:00.000+07:00", None),
            ("2025-09-30T17:00:00.001+07:00", Some("plan.round-closed")),
            ("2025-09-30T10:00:00.001Z", Some("plan.round-closed")),
        ];
        for (moment, refused) in table {
            let answer = plan.expect_open(at(moment)).err();
            assert_eq!(answer.as_ref().map(Refuse::code), refused, "{moment}");
        }
        let free = plan_with(Round::default());
        assert!(free.expect_open(at("2025-10-01")).is_ok());
    }

    #[test]
    fn a_round_without_an_end_is_over_with_its_plan() {
        let plan = plan_with(Round {
            opens_at: Some(at("2025-07-15T08:00:00+07:00")),
            closes_at: None,
        });
        assert_eq!(plan.round_at(at("2026-12-31")), RoundState::Open);
        let next = at("2027-01-01T00:00:00+07:00");
        assert_eq!(plan.round_at(next), RoundState::Closed);
        assert_eq!(plan.closes_at(), at("2026-12-31"));
        assert_eq!(plan.days_of_lead(), Some(170));
    }

    #[test]
    fn work_of_another_year_does_not_belong_to_the_plan() {
        let plan = plan_with(Round::default());
        let table = [
            (Some("1/3/2026"), Some("30/11/2026"), None),
            (Some("1/3/2026"), Some("30/11/2027"), None),
            (Some("1/3/2025"), Some("1/1/2026"), None),
            (Some("31/12/2026"), None, None),
            (None, None, None),
            (Some("1/3/2025"), Some("31/12/2025"), Some("ends_on")),
            (Some("1/1/2027"), Some("30/11/2027"), Some("starts_on")),
        ];
        for (starts, ends, field) in table {
            let refused = plan.expect_work(starts.map(day), ends.map(day)).err();
            let named = refused.as_ref().and_then(Refuse::field);
            assert_eq!(named, field, "{starts:?} {ends:?}");
        }
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
            opens_at: Some(at("2016-01-02T08:00:00+07:00")),
            closes_at: Some(at("2016-01-02T07:59:00+07:00")),
        };
        assert_eq!(
            check(2017, year_2017, backward),
            Err(Refusal::BackwardRound)
        );
    }
}
