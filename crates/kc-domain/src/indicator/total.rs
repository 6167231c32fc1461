//! A total of published figures: only of one unit, and with every hedge kept.

use crate::kernel::figure::{Figure, FigureRefusal, Interval, Quantity, Unit};

/// The total of published figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The sum of the printed numbers; `None` when one of them is a range.
    pub nominal: Option<Quantity>,
    /// Where the sum may lie.
    pub interval: Interval,
    /// How many figures were not published and are left out.
    pub unknown: usize,
}

/// Adds published figures. Those not published are counted, never taken as zero; figures of
/// different units are refused.
pub fn total(figures: &[Option<Figure>]) -> Result<Total, FigureRefusal> {
    let known: Vec<&Figure> = figures.iter().flatten().collect();
    let mut total = Total {
        nominal: Some(Quantity::ZERO),
        interval: Interval::point(Quantity::ZERO),
        unknown: figures.len().saturating_sub(known.len()),
    };
    let named = known.iter().find(|figure| *figure.unit() != Unit::PLAIN);
    let unit = named.map_or(Unit::PLAIN, |figure| figure.unit().clone());
    for figure in known {
        if !unit.agrees(figure.unit()) {
            return Err(FigureRefusal::DifferentUnits);
        }
        let sum = total.nominal.zip(figure.value());
        total.nominal = sum.map(|(sum, value)| sum.plus(value));
        total.interval = total.interval.plus(figure.interval());
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::refuse::Refuse;
    use crate::kernel::text::Lang;

    fn read(printed: &str) -> Option<Figure> {
        Figure::parse(printed).ok()
    }

    #[test]
    fn v06_workers_and_turns_are_not_added() {
        let refusal = total(&[read("610 lao động"), read("716 lượt")]).unwrap_err();
        assert!(refusal.say(Lang::Vi).contains("khác đơn vị"));
    }

    #[test]
    fn v10_what_was_not_published_is_counted_and_never_zero() {
        let total = total(&[read("160 triệu đồng"), None]).unwrap();
        assert_eq!(total.nominal, Some(Quantity::whole(160_000_000)));
        assert_eq!(total.unknown, 1);
    }

    #[test]
    fn v13_hedges_add_up_to_an_interval() {
        let total = total(&[read("gần 5,7 tỷ"), read("3,3 tỷ đồng")]).unwrap();
        assert_eq!(total.nominal, Some(Quantity::whole(9_000_000_000)));
        assert!(total.interval.contains(Quantity::whole(8_850_000_001)));
        assert!(!total.interval.contains(Quantity::whole(8_850_000_000)));
    }
}
