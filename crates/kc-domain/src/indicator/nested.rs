//! A year within its programme: nothing in the part may exceed the whole.

use crate::kernel::figure::{Figure, Quantity, Rounding};
use crate::kernel::percent::{Decimal, PERCENT_PLACES};
use crate::kernel::text::Text;

/// One figure of the part beside the same figure of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nested {
    /// Whether the part is not above the whole by the printed numbers.
    pub holds: bool,
    /// The part as a percentage of the whole.
    pub share: Option<Decimal>,
    /// Whether the two count different things, as learners and turns.
    pub mixes_units: bool,
}

/// Puts a figure of the shorter period beside that of the longer one. `None` for figures that
/// cannot be compared: ranges, and money beside people.
pub fn nest(part: &Figure, whole: &Figure) -> Option<Nested> {
    let (inner, outer) = (part.value()?, whole.value()?);
    if !part.unit().is_like(whole.unit()) {
        return None;
    }
    let step = Quantity::scaled(1, -2)?;
    let share = inner.ratio(outer, 100, step, Rounding::HalfUp);
    Some(Nested {
        holds: inner <= outer,
        share: share.map(|value| Decimal {
            value,
            places: PERCENT_PLACES,
        }),
        mixes_units: !part.unit().agrees(whole.unit()),
    })
}

/// A part that carries less than half as much of the money as of the projects should be explained:
/// perhaps only the support was counted.
pub fn money_lags(projects: Decimal, money: Decimal) -> Option<Text> {
    let lags = money.value.plus(money.value) < projects.value;
    let (money, projects) = (money.comma(), projects.comma());
    lags.then(|| {
        Text::new(
            format!("tỷ trọng kinh phí {money}% chưa bằng nửa tỷ trọng đề án {projects}%"),
            format!("{money}% of the money is less than half of {projects}% of the projects"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::money::Dong;
    use crate::kernel::percent::mean;

    fn nested(part: &str, whole: &str) -> Nested {
        let read = |printed| Figure::parse(printed).unwrap();
        nest(&read(part), &read(whole)).unwrap()
    }

    #[test]
    fn v09_the_year_2017_lies_within_2016_to_2020() {
        let table = [
            ("13 đề án", "65 đề án", "20,00", false),
            ("300 lao động", "610 lao động", "49,18", false),
            ("180 học viên", "716 lượt người", "25,14", true),
            ("3 đề án", "21 đề án", "14,29", false),
            ("trên 3,865 tỷ đồng", "41.306,53 triệu đồng", "9,36", false),
        ];
        for (part, whole, share, mixes) in table {
            let found = nested(part, whole);
            assert!(found.holds);
            assert_eq!(found.share.unwrap().comma(), share);
            assert_eq!(found.mixes_units, mixes);
        }
        assert!(!nested("66 đề án", "65 đề án").holds);
    }

    #[test]
    fn v09_little_money_for_many_projects_is_a_warning() {
        let projects = nested("13 đề án", "65 đề án").share.unwrap();
        let money = nested("3.865 triệu đồng", "41.306,53 triệu đồng")
            .share
            .unwrap();
        let warning = money_lags(projects, money).unwrap();
        assert!(warning.vi.contains("9,36%") && warning.vi.contains("20,00%"));
        assert_eq!(money_lags(money, projects), None);
        assert_eq!(mean(Dong(3_865_000_000), 13), Some(Dong(297_307_692)));
        assert_eq!(mean(Dong(41_306_530_000), 65), Some(Dong(635_485_077)));
    }

    #[test]
    fn money_does_not_nest_in_people() {
        let read = |printed| Figure::parse(printed).unwrap();
        assert_eq!(nest(&read("5 đồng"), &read("65 đề án")), None);
        assert_eq!(nest(&read("3 – 5 lớp"), &read("65 lớp")), None);
    }
}
