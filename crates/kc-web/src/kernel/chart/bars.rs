//! Bars by category: one row a category, one or several series.

use super::{Cell, Measure, NumberRow, Numbers, Value, visible};
use askama::Template;
use kc_domain::kernel::text::Lang;

/// Bars by category. Unknown amounts have no bar and say so.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/chart_bars.html")]
pub struct Bars {
    /// The language of the reader.
    pub lang: Lang,
    /// The question the chart answers.
    pub title: String,
    /// What the rows are: "Nội dung", "Năm".
    pub of: String,
    /// What the numbers count.
    pub measure: Measure,
    /// How several series of one row lie.
    pub arrangement: Arrangement,
    /// The names of the series.
    pub series: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<BarRow>,
}

impl askama::filters::HtmlSafe for Bars {}

/// How several series of one row lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// One after another: parts of one whole.
    Stacked,
    /// One under another: to be compared.
    Grouped,
}

/// One category.
#[derive(Debug, Clone)]
pub struct BarRow {
    /// The category.
    pub label: String,
    /// Where its records are; empty when nowhere.
    pub url: String,
    /// One value a series, in the order of the series.
    pub values: Vec<Value>,
}

/// One bar, in thousandths of the plot.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    /// The number of the series' colour, from 1.
    pub(super) colour: usize,
    pub(super) url: String,
    pub(super) title: String,
}

impl BarRow {
    /// The sum of what is known; `None` when nothing is.
    pub fn known(&self) -> Option<i64> {
        self.values
            .iter()
            .filter_map(|value| value.number)
            .reduce(i64::saturating_add)
    }

    /// Whether a part of the row is unknown and another known.
    pub fn is_partly_known(&self) -> bool {
        self.known().is_some() && self.values.iter().any(|value| value.number.is_none())
    }

    fn largest(&self) -> i64 {
        let numbers = self.values.iter().filter_map(|value| value.number);
        numbers.max().unwrap_or(0)
    }
}

impl Bars {
    /// The numbers at the end of a row, one a line of bars.
    fn ends(&self, row: &BarRow) -> Vec<String> {
        match self.arrangement {
            Arrangement::Stacked => vec![self.shown(row.known())],
            Arrangement::Grouped => row.values.iter().map(|v| self.shown(v.number)).collect(),
        }
    }

    fn shown(&self, number: Option<i64>) -> String {
        number.map(|n| self.measure.show(n)).unwrap_or_default()
    }

    fn scale(&self) -> i64 {
        let longest = self.rows.iter().map(|row| match self.arrangement {
            Arrangement::Stacked => row.known().unwrap_or(0),
            Arrangement::Grouped => row.largest(),
        });
        longest.max().unwrap_or(0)
    }

    fn bars(&self, row: &BarRow) -> Vec<Bar> {
        let scale = self.scale();
        let lines = i64::try_from(row.values.len().max(1)).unwrap_or(1);
        let mut start = 0;
        let mut bars = Vec::new();
        for ((nth, line), value) in (1_usize..).zip(0_i64..).zip(&row.values) {
            let width = visible(value.number.unwrap_or(0), scale);
            let (x, y, height) = match self.arrangement {
                Arrangement::Stacked => (start, 0, 1000),
                Arrangement::Grouped => (0, line * 1000 / lines, 1000 / lines - 60),
            };
            start += width;
            bars.push(Bar {
                x,
                y,
                width,
                height,
                colour: nth,
                url: value.url.clone(),
                title: self.title_of(nth - 1, value),
            });
        }
        bars
    }

    fn title_of(&self, nth: usize, value: &Value) -> String {
        let name = self.series.get(nth).map_or("", String::as_str);
        let (number, unit) = (self.shown(value.number), self.measure.unit(self.lang));
        format!("{name}: {number} {unit}").trim_end().to_owned()
    }

    fn numbers(&self) -> Numbers {
        let row = |row: &BarRow| NumberRow {
            label: row.label.clone(),
            cells: row
                .values
                .iter()
                .map(|value| Cell::of(value, self.measure))
                .collect(),
        };
        let mut head = vec![self.of.clone()];
        head.extend(self.series.iter().cloned());
        Numbers {
            lang: self.lang,
            head,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(arrangement: Arrangement) -> Bars {
        let row = |label: &str, values: [Option<i64>; 2]| BarRow {
            label: label.to_owned(),
            url: String::new(),
            values: values.map(|number| Value::new(number, "/so")).to_vec(),
        };
        Bars {
            lang: Lang::Vi,
            title: "Kinh phí <theo> nội dung".to_owned(),
            of: "Nội dung".to_owned(),
            measure: Measure::Money,
            arrangement,
            series: vec!["Ngân sách".to_owned(), "Đối ứng".to_owned()],
            rows: vec![
                row("Máy móc", [Some(250_000_000), Some(750_000_000)]),
                row("Đào tạo", [Some(100_000_000), None]),
                row("Khác", [None, None]),
            ],
        }
    }

    #[test]
    fn stacked_bars_follow_each_other_and_fill_the_longest_row() {
        let chart = chart(Arrangement::Stacked);
        let bars = chart.bars(&chart.rows[0]);
        assert_eq!((bars[0].x, bars[0].width), (0, 250));
        assert_eq!((bars[1].x, bars[1].width), (250, 750));
    }

    #[test]
    fn an_unknown_amount_has_no_bar_and_says_so() {
        let chart = chart(Arrangement::Stacked);
        assert_eq!(chart.bars(&chart.rows[1])[1].width, 0);
        let html = chart.render().unwrap();
        assert!(html.contains("chưa đủ số liệu"));
        assert!(html.contains("chưa có số liệu"));
        assert!(!html.contains("<theo>"));
        assert!(!html.contains("style="));
    }

    #[test]
    fn grouped_bars_lie_under_each_other_on_one_scale() {
        let chart = chart(Arrangement::Grouped);
        let bars = chart.bars(&chart.rows[0]);
        assert_eq!((bars[0].x, bars[0].y, bars[0].width), (0, 0, 333));
        assert_eq!((bars[1].x, bars[1].y, bars[1].width), (0, 500, 1000));
    }
}
