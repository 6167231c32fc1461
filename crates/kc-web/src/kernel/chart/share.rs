//! One whole and its parts: a single bar with its shares.

use super::{Measure, percent, visible};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// One whole and its parts.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/chart_share.html")]
pub struct Share {
    /// The language of the reader.
    pub lang: Lang,
    /// The question the chart answers.
    pub title: String,
    /// What the numbers count.
    pub measure: Measure,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

impl askama::filters::HtmlSafe for Share {}

/// One part of the whole.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// Its size; `None` when no source states it.
    pub number: Option<i64>,
    /// Where its entries are; empty when nowhere.
    pub url: String,
    /// Whether the part is one whose kind is not stated: grey.
    pub unstated: bool,
}

/// One part as drawn.
struct Slice<'a> {
    part: &'a Part,
    x: i64,
    width: i64,
    colour: usize,
    shown: String,
    percent: String,
}

impl Share {
    fn whole(&self) -> i64 {
        let numbers = self.parts.iter().filter_map(|part| part.number);
        numbers.fold(0, i64::saturating_add)
    }

    fn slices(&self) -> Vec<Slice<'_>> {
        let whole = self.whole();
        let mut x = 0;
        let mut slices = Vec::new();
        for (nth, part) in (1_usize..).zip(&self.parts) {
            let number = part.number.unwrap_or(0);
            let width = visible(number, whole);
            slices.push(Slice {
                part,
                x,
                width,
                colour: if part.unstated { 0 } else { nth },
                shown: part
                    .number
                    .map(|n| self.measure.show(n))
                    .unwrap_or_default(),
                percent: part
                    .number
                    .and_then(|n| percent(n, whole))
                    .unwrap_or_default(),
            });
            x += width;
        }
        slices
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_carry_their_amount_and_their_share() {
        let part = |label: &str, number| Part {
            label: label.to_owned(),
            number,
            url: String::new(),
            unstated: false,
        };
        let chart = Share {
            lang: Lang::Vi,
            title: "Cơ cấu nguồn".to_owned(),
            measure: Measure::Money,
            parts: vec![
                part("Ngân sách", Some(12_578_480_000)),
                part("Đối ứng", Some(28_728_050_000)),
                part("Khác", None),
            ],
        };
        let html = chart.render().unwrap();
        for expected in ["12.578,48", "30,5%", "69,5%", "chưa có số liệu"] {
            assert!(html.contains(expected), "{expected}");
        }
    }
}
