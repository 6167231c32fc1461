//! Lines over time: what was planned against what is done, month by month.

use super::{Cell, Measure, NumberRow, Numbers, Value, share_of, ticks};
use askama::Template;
use kc_domain::kernel::text::Lang;
use std::fmt::Write as _;

/// Lines over time, all on one scale that begins at nought.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/chart_months.html")]
pub struct Months {
    /// The language of the reader.
    pub lang: Lang,
    /// The question the chart answers.
    pub title: String,
    /// What a step is: "Tháng", "Năm".
    pub of: String,
    /// What the numbers count.
    pub measure: Measure,
    /// The names of the steps: "1", "2", … "12".
    pub steps: Vec<String>,
    /// The lines; the first is what is done, the second what was planned.
    pub lines: Vec<Line>,
    /// Today's step, counted from nought; marked by an upright line.
    pub today: Option<usize>,
}

impl askama::filters::HtmlSafe for Months {}

/// One line.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// One value a step; `None` breaks the line.
    pub values: Vec<Value>,
}

impl Months {
    fn ticks(&self) -> Vec<i64> {
        let numbers = self.lines.iter().flat_map(|line| &line.values);
        ticks(numbers.filter_map(|value| value.number).max().unwrap_or(0))
    }

    /// The labels of the upright axis, from the top.
    fn levels(&self) -> Vec<String> {
        let ticks = self.ticks();
        ticks.iter().rev().map(|n| self.measure.show(*n)).collect()
    }

    /// The heights of the levels between top and bottom.
    fn rules(&self) -> Vec<i64> {
        let ticks = self.ticks();
        let top = ticks.last().copied().unwrap_or(1);
        ticks
            .iter()
            .map(|n| 1000 - share_of(*n, top, 1000))
            .collect()
    }

    /// The middle of a step, in thousandths from the left.
    fn middle(&self, nth: usize) -> i64 {
        let count = i64::try_from(self.steps.len()).unwrap_or(1);
        let nth = i64::try_from(nth).unwrap_or(0);
        share_of(nth * 2 + 1, count * 2, 1000)
    }

    fn points(&self, line: &Line) -> Vec<Option<(i64, i64)>> {
        let top = self.ticks().last().copied().unwrap_or(1);
        let point = |(nth, value): (usize, &Value)| {
            let number = value.number?;
            Some((self.middle(nth), 1000 - share_of(number, top, 1000)))
        };
        line.values.iter().enumerate().map(point).collect()
    }

    /// The path of a line; it breaks where nothing is known.
    fn path(&self, line: &Line) -> String {
        let mut path = String::new();
        let mut drawing = false;
        for point in self.points(line) {
            if let Some((x, y)) = point {
                let verb = if drawing { 'L' } else { 'M' };
                // Writing to a string cannot fail.
                write!(path, "{verb}{x} {y}").unwrap_or_default();
            }
            drawing = point.is_some();
        }
        path
    }

    /// The points of a line as round dots: strokes without length.
    fn dots(&self, line: &Line) -> String {
        let mut path = String::new();
        for (x, y) in self.points(line).into_iter().flatten() {
            // Writing to a string cannot fail.
            write!(path, "M{x} {y}h0").unwrap_or_default();
        }
        path
    }

    fn today_at(&self) -> Option<i64> {
        self.today.map(|nth| self.middle(nth))
    }

    fn numbers(&self) -> Numbers {
        let cell = |line: &Line, nth| {
            let unknown = Value::default();
            Cell::of(line.values.get(nth).unwrap_or(&unknown), self.measure)
        };
        let row = |(nth, label): (usize, &String)| NumberRow {
            label: label.clone(),
            cells: self.lines.iter().map(|line| cell(line, nth)).collect(),
        };
        let mut head = vec![self.of.clone()];
        head.extend(self.lines.iter().map(|line| line.label.clone()));
        Numbers {
            lang: self.lang,
            head,
            rows: self.steps.iter().enumerate().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_where_nothing_is_known() {
        let values = [Some(10), None, Some(20), Some(40)];
        let chart = Months {
            lang: Lang::Vi,
            title: "Tiến độ".to_owned(),
            of: "Tháng".to_owned(),
            measure: Measure::Count,
            steps: ["1", "2", "3", "4"].map(str::to_owned).to_vec(),
            lines: vec![Line {
                label: "Thực hiện".to_owned(),
                values: values.map(|n| Value::new(n, "")).to_vec(),
            }],
            today: Some(3),
        };
        assert_eq!(chart.path(&chart.lines[0]), "M125 750M625 500L875 0");
        assert_eq!(chart.levels(), ["40", "30", "20", "10", "0"]);
        assert!(chart.render().unwrap().contains("chưa có số liệu"));
    }
}
