//! A map coloured by one number: the nation by province, with Hoàng Sa and Trường Sa, or a province
//! by commune.

use super::chart::{Cell, Measure, NumberRow, Numbers, Value, ticks};
use askama::Template;
use kc_domain::kernel::text::{Lang, sort_key};
use kc_domain::place::outline::{Outline, Shape};
use std::collections::BTreeMap;

/// A map. A place without a number is hatched as unknown, not as nought.
#[derive(Debug, Clone, Template)]
#[template(path = "kernel/map.html")]
pub struct Map {
    /// The language of the reader.
    pub lang: Lang,
    /// The question the map answers.
    pub title: String,
    /// What the places are: provinces, communes.
    pub of: String,
    /// What the numbers count.
    pub measure: Measure,
    /// The shapes: the provinces of one time, or the communes of a province.
    pub outline: &'static Outline,
    /// The numbers, by the code of the place.
    pub values: BTreeMap<String, Value>,
}

impl askama::filters::HtmlSafe for Map {}

impl Map {
    fn value(&self, shape: &Shape) -> Option<&Value> {
        self.values.get(shape.code)
    }

    fn url(&self, shape: &Shape) -> &str {
        self.value(shape).map_or("", |value| &value.url)
    }

    fn shown(&self, shape: &Shape) -> String {
        let number = self.value(shape).and_then(|value| value.number);
        let unknown = self.lang.t("chưa có số liệu", "not known");
        match number {
            Some(number) => format!(
                "{} {}",
                self.measure.show(number),
                self.measure.unit(self.lang)
            ),
            None => unknown.to_owned(),
        }
    }

    /// The upper bounds of the colours, above nought; at most five.
    fn bounds(&self) -> Vec<i64> {
        let numbers = self.values.values().filter_map(|value| value.number);
        let ticks = ticks(numbers.max().unwrap_or(0));
        ticks.into_iter().skip(1).take(5).collect()
    }

    /// The class of a province's colour: `m0` for nought, `m1` … `m5`, or unknown.
    fn class(&self, shape: &Shape) -> String {
        match self.value(shape).and_then(|value| value.number) {
            None => "unknown-land".to_owned(),
            Some(number) if number <= 0 => "m0".to_owned(),
            Some(number) => {
                let bounds = self.bounds();
                let below = bounds.iter().filter(|bound| **bound < number).count();
                format!("m{}", below.saturating_add(1).min(5))
            }
        }
    }

    /// The colours and what they mean, from nought up, the unknown last.
    fn legend(&self) -> Vec<(String, String)> {
        let mut legend = vec![("m0".to_owned(), "0".to_owned())];
        for (nth, bound) in (1_usize..).zip(self.bounds()) {
            let words = format!("{} {}", self.lang.t("đến", "to"), self.measure.show(bound));
            legend.push((format!("m{nth}"), words));
        }
        let unknown = self.lang.t("chưa có số liệu", "not known");
        legend.push(("unknown-land".to_owned(), unknown.to_owned()));
        legend
    }

    /// Every province with its number, in Vietnamese order.
    fn numbers(&self) -> Numbers {
        let mut shapes: Vec<&Shape> = self.outline.shapes.iter().collect();
        shapes.sort_by_cached_key(|shape| sort_key(shape.label.name));
        let unknown = Value::default();
        let row = |shape: &Shape| NumberRow {
            label: shape.label.name.to_owned(),
            cells: vec![Cell::of(
                self.value(shape).unwrap_or(&unknown),
                self.measure,
            )],
        };
        let unit = self.measure.unit(self.lang);
        let value = self.lang.t("Giá trị", "Value");
        let head = if unit.is_empty() {
            value.to_owned()
        } else {
            format!("{value} ({unit})")
        };
        Numbers {
            lang: self.lang,
            head: vec![self.of.clone(), head],
            rows: shapes.into_iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kc_domain::place::outline::provinces_today;

    fn map(values: &[(&str, Option<i64>)]) -> Map {
        let value = |(code, number): &(&str, Option<i64>)| {
            ((*code).to_owned(), Value::new(*number, "/tinh"))
        };
        Map {
            lang: Lang::Vi,
            title: "Đề án theo tỉnh".to_owned(),
            of: "Tỉnh, thành phố".to_owned(),
            measure: Measure::Count,
            outline: provinces_today(),
            values: values.iter().map(value).collect(),
        }
    }

    #[test]
    fn every_map_carries_both_archipelagos_and_every_province() {
        let html = map(&[("31", Some(64)), ("01", Some(0))]).render().unwrap();
        assert!(html.contains("Quần đảo Hoàng Sa") && html.contains("Quần đảo Trường Sa"));
        assert_eq!(html.matches("<path class=\"land ").count(), 34);
    }

    #[test]
    fn an_unknown_province_is_not_coloured_as_nought() {
        let map = map(&[("31", Some(64)), ("01", Some(0))]);
        let class = |code: &str| {
            let shape = map.outline.shapes.iter().find(|shape| shape.code == code);
            map.class(shape.unwrap())
        };
        assert_eq!(class("01"), "m0");
        assert_eq!(class("31"), "m4");
        assert_eq!(class("04"), "unknown-land");
    }
}
