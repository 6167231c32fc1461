//! How far a plan is on a day, and what its counts come to per class.

use crate::kernel::percent::{Decimal, PERCENT_PLACES, quotient, share};
use crate::kernel::period::Period;
use crate::kernel::published::days_between;
use chrono::NaiveDate;

/// How much of a period has passed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// Which day of the period it is, from 1; 0 before it starts.
    pub day: i64,
    /// How many days the period has.
    pub days: i64,
    /// How many days are left after this one.
    pub left: i64,
    /// Days passed as a percentage of all.
    pub percent: Option<Decimal>,
}

/// How much of the period has passed at the end of the day.
pub fn elapsed(period: Period, as_of: NaiveDate) -> Elapsed {
    let days = period.days();
    let day = days_between(period.from(), as_of)
        .saturating_add(1)
        .clamp(0, days);
    Elapsed {
        day,
        days,
        left: days.saturating_sub(day),
        percent: share(day, days),
    }
}

/// Learners per class, to two decimals; `None` when either is unknown or there is no class.
pub fn learners_per_class(learners: Option<i64>, classes: Option<i64>) -> Option<Decimal> {
    quotient(learners?, classes?, PERCENT_PLACES)
}

/// Projects finished as a percentage of those planned; `None` while nobody has given their
/// states: that is "không đủ số liệu", not nothing done.
pub fn completion(finished: Option<i64>, planned: Option<i64>) -> Option<Decimal> {
    share(finished?, planned?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::figure::Figure;

    fn year(year: i32) -> Period {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Period::new(day(1, 1), day(12, 31)).unwrap()
    }

    #[test]
    fn v08_the_plan_of_2017_on_15_september() {
        let on = NaiveDate::from_ymd_opt(2017, 9, 15).unwrap();
        let elapsed = elapsed(year(2017), on);
        assert_eq!((elapsed.day, elapsed.days, elapsed.left), (258, 365, 107));
        assert_eq!(elapsed.percent.unwrap().comma(), "70,68");
    }

    #[test]
    fn v08_means_and_completion_need_their_figures() {
        let per_class = learners_per_class(Some(300), Some(12)).unwrap();
        assert_eq!(per_class.comma(), "25,00");
        assert_eq!(learners_per_class(Some(180), None), None);
        assert_eq!(completion(None, Some(13)), None);
        assert_eq!(completion(Some(13), Some(13)).unwrap().comma(), "100,00");
    }

    #[test]
    fn v08_the_hedge_of_the_money_stays() {
        let money = Figure::parse("trên 3,865 tỷ đồng").unwrap();
        assert_eq!(money.in_report(), "trên 3.865 triệu đồng");
    }

    #[test]
    fn a_day_outside_the_period_is_its_start_or_its_end() {
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        assert_eq!(elapsed(year(2017), day(2016)).day, 0);
        assert_eq!(elapsed(year(2017), day(2018)).left, 0);
    }
}
