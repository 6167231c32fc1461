//! Deadlines and lengths in working days, with every doubt they rest on.

use super::table::Calendar;
use crate::kernel::text::Text;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The longest time that is reckoned day by day: about two hundred years.
const DAYS_MAX: i64 = 73_000;

/// Something an answer rests on that may still change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// No notice of the holidays of this year is known.
    NoNotice(i32),
    /// This special day is not confirmed: its date, name, and how sure it is.
    Unconfirmed(NaiveDate, String, String),
}

impl Doubt {
    /// The doubt as a sentence.
    pub fn say(&self) -> Text {
        match self {
            Self::NoNotice(year) => Text::new(
                format!(
                    "Năm {year} chưa có thông báo nghỉ lễ: chỉ trừ thứ Bảy, Chủ nhật và ngày lễ cố định."
                ),
                format!(
                    "No holiday notice is known for {year}: only weekends and fixed holidays are left out."
                ),
            ),
            Self::Unconfirmed(date, name, certainty) => {
                let day = date.format("%d/%m/%Y");
                Text::new(
                    format!("Ngày {day} ({name}): {certainty}."),
                    format!("{day} ({name}) is not confirmed: {certainty}."),
                )
            }
        }
    }
}

/// An answer and the doubts it rests on, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned<T> {
    /// The answer.
    pub value: T,
    /// What may still change it; empty when nothing may.
    pub doubts: Vec<Doubt>,
}

impl Calendar {
    /// The last day of a deadline of so many working days; the day `from` does not count.
    /// Nought days: `from` itself, or the first working day after it.
    pub fn add_working_days(&self, from: NaiveDate, days: u16) -> Reckoned<NaiveDate> {
        let mut left = days;
        let mut day = from;
        if days == 0 && !self.is_working(from) {
            left = 1;
        }
        while left > 0 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            if self.is_working(day) {
                left = left.saturating_sub(1);
            }
        }
        Reckoned {
            value: day,
            doubts: self.doubts(from, day),
        }
    }

    /// How many working days lie after `from` up to and including `to`; negative when `to`
    /// comes first. Nothing when they are more than two hundred years apart.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> Option<Reckoned<i64>> {
        let (first, last) = (from.min(to), from.max(to));
        if (last - first).num_days() > DAYS_MAX {
            return None;
        }
        let days = first.iter_days().skip(1).take_while(|day| *day <= last);
        let count = i64::try_from(days.filter(|day| self.is_working(*day)).count()).ok()?;
        Some(Reckoned {
            value: if to < from {
                count.saturating_neg()
            } else {
                count
            },
            doubts: self.doubts(first, last),
        })
    }

    /// What may still change an answer that rests on the days after `from` up to `to`.
    fn doubts(&self, from: NaiveDate, to: NaiveDate) -> Vec<Doubt> {
        let Some(first) = from.succ_opt().filter(|first| *first <= to) else {
            return Vec::new();
        };
        let unknown = (first.year()..=to.year()).filter(|year| !self.knows_year(*year));
        let unsure = self.days_between(first, to).filter(|day| !day.is_certain());
        let mut doubts: BTreeSet<Doubt> = unknown.map(Doubt::NoNotice).collect();
        doubts.extend(
            unsure.map(|day| Doubt::Unconfirmed(day.date, day.name.clone(), day.certainty.clone())),
        );
        doubts.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::national;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_deadline_skips_weekends_and_holidays_and_counts_saturdays_worked() {
        for (from, days, due) in [
            ("2026-03-02", 5, "2026-03-09"),
            ("2025-12-31", 1, "2026-01-05"), // 1 and 2 January are off
            ("2026-01-09", 1, "2026-01-10"), // the Saturday worked for 2 January
            ("2026-02-13", 1, "2026-02-23"), // Tết
            ("2026-04-24", 2, "2026-04-29"), // Giỗ Tổ and the day in lieu
            ("2026-03-07", 0, "2026-03-09"), // a Saturday rolls on
            ("2026-03-06", 0, "2026-03-06"),
        ] {
            let due_on = national().add_working_days(day(from), days);
            assert_eq!(
                (due_on.value, due_on.doubts),
                (day(due), vec![]),
                "{from} + {days}"
            );
        }
    }

    #[test]
    fn an_answer_says_what_it_rests_on() {
        let due = national().add_working_days(day("2026-11-23"), 1);
        assert_eq!(due.value, day("2026-11-25"));
        assert!(due.doubts[0].say().vi.contains("24/11/2026"));
        let due = national().add_working_days(day("2027-12-30"), 5);
        assert_eq!(due.doubts, [Doubt::NoNotice(2028)]);
        assert!(due.doubts[0].say().vi.contains("chưa có thông báo nghỉ lễ"));
    }

    #[test]
    fn adding_and_counting_are_two_sides_of_one_thing() {
        for start in day("2025-12-01").iter_days().take(400) {
            for days in [1, 2, 7, 30] {
                let due = national().add_working_days(start, days).value;
                let between = national().working_days_between(start, due).expect("near");
                assert_eq!(between.value, i64::from(days), "{start} + {days}");
                let back = national().working_days_between(due, start).expect("near");
                assert_eq!(back.value, -i64::from(days));
                assert!(national().is_working(due));
            }
        }
    }

    #[test]
    fn far_days_are_refused_instead_of_reckoned_for_ever() {
        let far = national().working_days_between(NaiveDate::MIN, NaiveDate::MAX);
        assert_eq!(far, None);
        let last = national().add_working_days(NaiveDate::MAX, 5).value;
        assert_eq!(last, NaiveDate::MAX);
    }
}
