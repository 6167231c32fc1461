//! How long a version of a unit was in force, as far as dated lists can tell.

use chrono::NaiveDate;

/// The last day of the structure with districts.
pub(super) const LAST_DAY_BEFORE: &str = "2025-06-30";
/// The first day of the structure of today.
pub(super) const FIRST_DAY_TODAY: &str = "2025-07-01";

/// The days of the lists between which changes before 01/07/2025 are known.
const LISTS: [&str; 18] = [
    "2019-09-11",
    "2019-12-01",
    "2020-01-01",
    "2020-03-01",
    "2020-06-01",
    "2020-11-01",
    "2021-02-01",
    "2021-07-01",
    "2021-11-01",
    "2022-04-10",
    "2022-10-01",
    "2023-04-10",
    "2024-02-01",
    "2024-05-01",
    "2024-09-01",
    "2024-11-01",
    "2025-03-01",
    "2025-06-30",
];

/// First and last day in force. A day that is the day of a list says only that the unit was
/// in that list; the true day lies between it and the neighbouring list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: Option<NaiveDate>,
    pub(super) last: Option<NaiveDate>,
    pub(super) is_observed: bool,
    not_after: Option<NaiveDate>,
    not_before: Option<NaiveDate>,
}

impl Span {
    /// A span of the structure with districts. Empty texts: older than our lists, and until
    /// 30/06/2025.
    pub(super) fn before(from: &str, to: &str) -> Self {
        let list_before = LISTS
            .iter()
            .rposition(|day| *day < from)
            .and_then(|at| LISTS.get(at));
        let list_after = LISTS.iter().find(|day| **day > to);
        let is_from_seen = LISTS.contains(&from);
        let is_to_seen = !to.is_empty() && LISTS.contains(&to);
        let first = read(from);
        let last = read(if to.is_empty() { LAST_DAY_BEFORE } else { to });
        let after_list = list_before
            .and_then(|day| read(day))
            .and_then(|day| day.succ_opt());
        let before_list = list_after
            .and_then(|day| read(day))
            .and_then(|day| day.pred_opt());
        Self {
            first,
            last,
            is_observed: is_from_seen || is_to_seen,
            not_before: if is_from_seen { after_list } else { first },
            not_after: if is_to_seen { before_list } else { last },
        }
    }

    /// A span of the structure of today, with exact days. Empty texts: from 01/07/2025, and
    /// still in force.
    pub(super) fn today(from: &str, until_day_before: &str) -> Self {
        let first = read(if from.is_empty() {
            FIRST_DAY_TODAY
        } else {
            from
        });
        let last = read(until_day_before).and_then(|day| day.pred_opt());
        Self {
            first,
            last,
            is_observed: false,
            not_before: first,
            not_after: last,
        }
    }

    /// Whether a day lies, or may lie, within the span.
    pub(super) fn may_hold(&self, day: NaiveDate) -> bool {
        self.not_before.is_none_or(|first| first <= day) && !self.is_before(day)
    }

    /// Whether the span surely ended before a day.
    pub(super) fn is_before(&self, day: NaiveDate) -> bool {
        self.not_after.is_some_and(|last| last < day)
    }
}

/// Reads `YYYY-MM-DD`; an empty or other text is no day.
fn read(text: &str) -> Option<NaiveDate> {
    if text.is_empty() {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_between_two_lists_may_belong_to_both_neighbours() {
        let old = Span::before("", "2024-11-01");
        let new = Span::before("2025-03-01", "");
        assert!(old.may_hold(day("2025-02-28")) && new.may_hold(day("2024-11-02")));
        assert!(!old.may_hold(day("2025-03-01")) && !new.may_hold(day("2024-11-01")));
        assert!(old.is_observed && new.is_observed);
    }

    #[test]
    fn an_exact_day_parts_the_neighbours() {
        let old = Span::before("", "2024-12-31");
        let new = Span::before("2025-01-01", "");
        assert!(old.may_hold(day("2024-12-31")) && !old.may_hold(day("2025-01-01")));
        assert!(new.may_hold(day("2025-01-01")) && !new.may_hold(day("2024-12-31")));
        assert!(!new.may_hold(day("2025-07-01")));
        assert!(!old.is_observed && !new.is_observed);
    }

    #[test]
    fn a_unit_of_today_ends_the_day_before_it_changes() {
        let old = Span::today("", "2026-09-20");
        let new = Span::today("2026-09-20", "");
        assert_eq!(old.last, Some(day("2026-09-19")));
        assert!(new.may_hold(day("2026-09-20")) && !old.may_hold(day("2026-09-20")));
        assert!(!old.may_hold(day("2025-06-30")));
    }
}
