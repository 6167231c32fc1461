//! Dates of plans, decisions and articles that do not fit together. Warnings, never refusals.

use super::period::Period;
use super::text::Text;
use chrono::{Datelike, NaiveDate};

/// Days from the first date to the second; negative when the second is earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// Something odd about dates that a person should explain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateWarning {
    /// Published this many days before the period it reports ends: the figures are estimates.
    PublishedEarly {
        /// Days from the publication to the end of the period.
        days: i64,
    },
    /// The text says the decision was made in one year, its date says another.
    DecidedInAnotherYear {
        /// The year of the decision's date.
        year: i32,
    },
    /// The programme starts this many days before the decision on it.
    StartsBeforeDecision {
        /// Days from the start to the decision.
        days: i64,
    },
    /// The successor starts this many days after the day it should follow on.
    Gap {
        /// Days without a programme.
        days: i64,
    },
    /// The successor starts before its predecessor has ended.
    Overlap {
        /// Days that belong to both.
        days: i64,
    },
    /// A year that cannot be, as printed, and what was probably meant.
    ImpossibleYears {
        /// As printed: "20216-2020".
        printed: String,
        /// The years probably meant, where one reading stands out.
        suggested: Option<(i32, i32)>,
    },
}

impl DateWarning {
    /// One sentence for the reader.
    pub fn text(&self) -> Text {
        match self {
            Self::PublishedEarly { days } => Text::new(
                format!("công bố trước khi kết thúc kỳ {days} ngày: số ước"),
                format!("published {days} days before the period ended: estimates"),
            ),
            Self::DecidedInAnotherYear { year } => Text::new(
                format!("quyết định ban hành năm {year}"),
                format!("the decision was made in {year}"),
            ),
            Self::StartsBeforeDecision { days } => Text::new(
                format!("bắt đầu trước ngày quyết định {days} ngày"),
                format!("starts {days} days before its decision"),
            ),
            Self::Gap { days } => Text::new(
                format!("gián đoạn {days} ngày"),
                format!("{days} days without a programme"),
            ),
            Self::Overlap { days } => Text::new(
                format!("chồng kỳ {days} ngày với chương trình trước"),
                format!("overlaps its predecessor by {days} days"),
            ),
            Self::ImpossibleYears { printed, suggested } => impossible_years(printed, *suggested),
        }
    }
}

fn impossible_years(printed: &str, suggested: Option<(i32, i32)>) -> Text {
    let (vi, en) = match suggested {
        Some((from, to)) => (
            format!("; có thể là {from}–{to}"),
            format!("; perhaps {from}–{to}"),
        ),
        None => (String::new(), String::new()),
    };
    Text::new(
        format!("năm không có thật “{printed}”{vi}"),
        format!("impossible year “{printed}”{en}"),
    )
}

/// Whether results were published before their period had ended.
pub fn published_early(published: NaiveDate, period: Period) -> Option<DateWarning> {
    let days = days_between(published, period.to());
    (days > 0).then_some(DateWarning::PublishedEarly { days })
}

/// Whether a decision was made in another year than the text says.
pub fn decided_in(said_year: i32, decided: NaiveDate) -> Option<DateWarning> {
    let year = decided.year();
    (year != said_year).then_some(DateWarning::DecidedInAnotherYear { year })
}

/// Whether a programme starts before the decision on it.
pub fn starts_before_decision(period: Period, decided: NaiveDate) -> Option<DateWarning> {
    let days = days_between(period.from(), decided);
    (days > 0).then_some(DateWarning::StartsBeforeDecision { days })
}

/// Whether a programme follows its predecessor without gap or overlap.
pub fn follows(predecessor: Period, successor: Period) -> Option<DateWarning> {
    match days_between(predecessor.to(), successor.from()).saturating_sub(1) {
        0 => None,
        days if days > 0 => Some(DateWarning::Gap { days }),
        days => Some(DateWarning::Overlap {
            days: days.saturating_abs(),
        }),
    }
}

/// Reads a pair of years as printed, "2016-2020", and warns of one that cannot be.
///
/// Years lie between 1945 and 2099. Of an impossible pair one reading is suggested: drop a digit
/// so that the pair makes the period nearest to five years, the length of a programme.
pub fn years(printed: &str) -> Result<(i32, i32), DateWarning> {
    let impossible = |suggested| DateWarning::ImpossibleYears {
        printed: printed.to_owned(),
        suggested,
    };
    let is_digit = |c: char| c.is_ascii_digit();
    let runs: Vec<&str> = printed
        .split(|c| !is_digit(c))
        .filter(|run| !run.is_empty())
        .collect();
    let [from, to] = runs.as_slice() else {
        return Err(impossible(None));
    };
    match (year(from), year(to)) {
        (Some(from), Some(to)) if from <= to => Ok((from, to)),
        _ => Err(impossible(nearest(&readings(from), &readings(to)))),
    }
}

fn year(digits: &str) -> Option<i32> {
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1945..=2099).contains(&year).then_some(year)
}

/// The year itself, or the years left after one digit too many is dropped.
fn readings(digits: &str) -> Vec<i32> {
    if let Some(year) = year(digits) {
        return vec![year];
    }
    if digits.len() != 5 {
        return Vec::new();
    }
    let without = |dropped: usize| -> String {
        let kept = digits.chars().enumerate().filter(|(at, _)| *at != dropped);
        kept.map(|(_, digit)| digit).collect()
    };
    (0..digits.len())
        .filter_map(|at| year(&without(at)))
        .collect()
}

fn nearest(from: &[i32], to: &[i32]) -> Option<(i32, i32)> {
    let pairs = from
        .iter()
        .flat_map(|from| to.iter().map(|to| (*from, *to)));
    pairs
        .filter(|(from, to)| from <= to)
        .min_by_key(|(from, to)| to.saturating_sub(*from).saturating_sub(4).saturating_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn years_of(from: i32, to: i32) -> Period {
        Period::new(day(from, 1, 1), day(to, 12, 31)).unwrap()
    }

    #[test]
    fn v16_plan_dates_of_2023() {
        let plan = years_of(2023, 2023);
        let decided = day(2022, 9, 5);
        let article = day(2023, 1, 16);
        assert_eq!(plan.days(), 365);
        assert_eq!(days_between(decided, plan.from()), 118);
        assert_eq!(days_between(plan.from(), article), 15);
        assert_eq!(days_between(decided, article), 133);
        assert_eq!(starts_before_decision(plan, decided), None);
        let warning = decided_in(2023, decided).unwrap();
        assert_eq!(warning.text().vi, "quyết định ban hành năm 2022");
        assert_eq!(decided_in(2022, decided), None);
    }

    #[test]
    fn v16_only_days_of_the_plan_belong_to_it() {
        let plan = years_of(2023, 2023);
        assert!(!plan.holds(day(2022, 12, 31)));
        assert!(plan.holds(day(2023, 1, 1)));
        assert!(plan.holds(day(2023, 12, 31)));
        assert!(!plan.holds(day(2024, 1, 1)));
        assert_eq!(Period::new(day(2023, 2, 1), day(2023, 1, 1)), None);
    }

    #[test]
    fn v24_results_published_before_the_end_are_estimates() {
        let programme = years_of(2016, 2020);
        let warning = published_early(day(2020, 11, 6), programme).unwrap();
        let wanted = "công bố trước khi kết thúc kỳ 55 ngày: số ước";
        assert_eq!(warning.text().vi, wanted);
        assert_eq!(published_early(day(2020, 12, 31), programme), None);
    }

    #[test]
    fn v24_a_programme_that_starts_before_its_decision_is_named() {
        let warning = starts_before_decision(years_of(2016, 2020), day(2016, 3, 21));
        assert_eq!(
            warning,
            Some(DateWarning::StartsBeforeDecision { days: 80 })
        );
    }

    #[test]
    fn v24_a_successor_follows_without_a_gap_or_says_how_long_it_is() {
        let first = years_of(2016, 2020);
        assert_eq!(follows(first, years_of(2021, 2025)), None);
        let late = Period::new(day(2021, 7, 1), day(2025, 12, 31)).unwrap();
        assert_eq!(
            follows(first, late).unwrap().text().vi,
            "gián đoạn 181 ngày"
        );
        let early = years_of(2020, 2025);
        assert_eq!(
            follows(first, early),
            Some(DateWarning::Overlap { days: 366 })
        );
    }

    #[test]
    fn an_impossible_year_is_kept_and_a_reading_suggested() {
        assert_eq!(years("2016-2020"), Ok((2016, 2020)));
        let warning = years("20216-2020").unwrap_err();
        let wanted = "năm không có thật “20216-2020”; có thể là 2016–2020";
        assert_eq!(warning.text().vi, wanted);
        for printed in ["", "2020", "2020-2016", "9999-2020", "năm 1-2-3"] {
            let suggested = None;
            let printed = printed.to_owned();
            let wanted = DateWarning::ImpossibleYears {
                printed: printed.clone(),
                suggested,
            };
            assert_eq!(years(&printed), Err(wanted));
        }
    }
}
