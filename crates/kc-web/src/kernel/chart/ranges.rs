//! Targets as ranges, with the mark of today.

use super::{Measure, share_of};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// Targets as ranges, each with the mark of what is reached.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/chart_ranges.html")]
pub struct Ranges {
    /// The language of the reader.
    pub lang: Lang,
    /// The question the chart answers.
    pub title: String,
    /// The targets, in order.
    pub rows: Vec<RangeRow>,
}

impl askama::filters::HtmlSafe for Ranges {}

/// One target.
#[derive(Debug, Clone)]
pub struct RangeRow {
    /// What is to be reached: "Lao động được đào tạo nghề".
    pub label: String,
    /// Its unit: "người".
    pub unit: String,
    /// What the numbers count.
    pub measure: Measure,
    /// The least; `None` when open.
    pub low: Option<i64>,
    /// The most; `None` when open. Equal to `low` for an exact target.
    pub high: Option<i64>,
    /// What is reached today; `None` when nobody knows.
    pub reached: Option<i64>,
    /// Where the counted rows are; empty when nowhere.
    pub url: String,
}

impl RangeRow {
    /// The right end of the scale: a little past the largest number of the row.
    fn scale(&self) -> i64 {
        let largest = self.low.max(self.high).max(self.reached).unwrap_or(0);
        largest.saturating_add(largest / 6).max(1)
    }

    fn left(&self) -> i64 {
        share_of(self.low.unwrap_or(0), self.scale(), 1000)
    }

    fn width(&self) -> i64 {
        let right = self
            .high
            .map_or(1000, |high| share_of(high, self.scale(), 1000));
        (right - self.left()).max(6)
    }

    fn mark(&self) -> Option<i64> {
        self.reached.map(|done| share_of(done, self.scale(), 1000))
    }

    /// The target in words: "55–65", "ít nhất 100", "không quá 5".
    fn target(&self, lang: Lang) -> String {
        let show = |number| self.measure.show(number);
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => show(low),
            (Some(low), Some(high)) => format!("{}–{}", show(low), show(high)),
            (Some(low), None) => format!("{} {}", lang.t("ít nhất", "at least"), show(low)),
            (None, Some(high)) => format!("{} {}", lang.t("không quá", "at most"), show(high)),
            (None, None) => String::new(),
        }
    }

    fn reached_shown(&self) -> String {
        self.reached
            .map(|done| self.measure.show(done))
            .unwrap_or_default()
    }

    /// Whether what is reached is enough; unknown without both numbers.
    fn verdict(&self, lang: Lang) -> &'static str {
        match (self.reached, self.low, self.high) {
            (Some(done), Some(low), _) if done < low => lang.t("chưa đạt", "not yet"),
            (Some(done), _, Some(high)) if done > high => lang.t("vượt", "above"),
            (Some(_), None, None) | (None, _, _) => "",
            (Some(_), _, _) => lang.t("đạt", "reached"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(low: Option<i64>, high: Option<i64>, reached: Option<i64>) -> RangeRow {
        RangeRow {
            label: "Đề án".to_owned(),
            unit: "đề án".to_owned(),
            measure: Measure::Count,
            low,
            high,
            reached,
            url: String::new(),
        }
    }

    #[test]
    fn a_target_says_whether_it_is_reached() {
        let table = [
            (row(Some(55), Some(65), Some(64)), "55–65", "đạt"),
            (row(Some(100), None, Some(64)), "ít nhất 100", "chưa đạt"),
            (row(None, Some(5), Some(6)), "không quá 5", "vượt"),
            (row(Some(7), Some(7), Some(7)), "7", "đạt"),
            (row(Some(7), Some(7), None), "7", ""),
        ];
        for (row, target, verdict) in table {
            assert_eq!(row.target(Lang::Vi), target);
            assert_eq!(row.verdict(Lang::Vi), verdict);
        }
    }

    #[test]
    fn the_mark_lies_inside_the_range_when_the_number_does() {
        let row = row(Some(55), Some(65), Some(64));
        let mark = row.mark().unwrap();
        assert!(mark > row.left() && mark < row.left() + row.width());
    }
}
