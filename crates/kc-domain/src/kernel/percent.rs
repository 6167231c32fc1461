//! Shares, means and ratios with a stated number of decimals, rounded half up or cut off.

use super::figure::{Quantity, Rounding};
use super::money::Dong;

/// Decimals of every percentage in reports.
pub const PERCENT_PLACES: u32 = 2;
/// Decimals of the leverage: đồng of counterpart per đồng of budget.
pub const LEVERAGE_PLACES: u32 = 4;

/// A number with a stated number of decimals: 20,00 is not 20.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal {
    /// The number.
    pub value: Quantity,
    /// How many decimals it is written with.
    pub places: u32,
}

impl Decimal {
    /// As people read it: `30,45`.
    pub fn comma(self) -> String {
        self.value.comma(self.places)
    }

    /// As machines read it: `30.45`.
    pub fn point(self) -> String {
        self.value.point(self.places)
    }
}

/// What percentage of the whole the part is, to two decimals, half up; `None` of nothing.
pub fn share(part: i64, whole: i64) -> Option<Decimal> {
    divide(part, whole, 100, PERCENT_PLACES, Rounding::HalfUp)
}

/// What percentage of the whole the part is, the rest of the division cut off.
pub fn share_cut_off(part: i64, whole: i64) -> Option<Decimal> {
    divide(part, whole, 100, PERCENT_PLACES, Rounding::Cut)
}

/// How many times the divisor goes into the dividend, half up; `None` for a divisor of nothing.
pub fn quotient(dividend: i64, divisor: i64, places: u32) -> Option<Decimal> {
    divide(dividend, divisor, 1, places, Rounding::HalfUp)
}

/// Counterpart per đồng of budget, to four decimals; `None` without budget.
pub fn leverage(counterpart: Dong, budget: Dong) -> Option<Decimal> {
    quotient(counterpart.0, budget.0, LEVERAGE_PLACES)
}

/// The mean in whole đồng, half up; `None` for a mean over nothing.
pub fn mean(total: Dong, count: i64) -> Option<Dong> {
    let mean = quotient(total.0, count, 0)?;
    mean.value.as_whole().map(Dong)
}

fn divide(
    dividend: i64,
    divisor: i64,
    factor: i64,
    places: u32,
    rounding: Rounding,
) -> Option<Decimal> {
    let step = Quantity::scaled(1, i32::try_from(places).ok()?.checked_neg()?)?;
    let (dividend, divisor) = (Quantity::whole(dividend), Quantity::whole(divisor));
    let value = dividend.ratio(divisor, factor, step, rounding)?;
    Some(Decimal { value, places })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOTAL: i64 = 41_306_530_000;
    const BUDGET: i64 = 12_578_480_000;
    const COUNTERPART: i64 = 28_728_050_000;

    fn percent(part: i64, whole: i64) -> String {
        share(part, whole).unwrap().comma()
    }

    #[test]
    fn v02_the_gap_is_half_a_percent() {
        assert_eq!(percent(210_000_000, TOTAL), "0,51");
    }

    #[test]
    fn v03_shares_by_source_and_level_and_the_leverage() {
        assert_eq!(percent(BUDGET, TOTAL), "30,45");
        assert_eq!(percent(COUNTERPART, TOTAL), "69,55");
        assert_eq!(percent(7_898_470_000, BUDGET), "62,79");
        assert_eq!(percent(4_680_010_000, BUDGET), "37,21");
        assert_eq!(percent(46, 65), "70,77");
        assert_eq!(percent(19, 65), "29,23");
        let leverage = leverage(Dong(COUNTERPART), Dong(BUDGET)).unwrap();
        assert_eq!(leverage.comma(), "2,2839");
    }

    #[test]
    fn v06_means_per_person_and_per_project() {
        let table = [
            (735_500_000, 610, 1_205_738),
            (474_440_000, 716, 662_626),
            (TOTAL, 65, 635_485_077),
            (BUDGET, 65, 193_515_077),
            (5_760_000_000, 21, 274_285_714),
        ];
        for (total, count, wanted) in table {
            assert_eq!(mean(Dong(total), count), Some(Dong(wanted)));
        }
        assert_eq!(mean(Dong(TOTAL), 0), None);
    }

    #[test]
    fn v06_support_shares_and_leverage_of_groups() {
        let table = [
            (5_760_000_000, 25_982_180_000, "18,15", "4,5108"),
            (3_810_700_000, 2_538_300_000, "60,02", "0,6661"),
            (160_000_000, 207_550_000, "43,53", "1,2972"),
        ];
        for (budget, counterpart, share, wanted) in table {
            assert_eq!(percent(budget, budget + counterpart), share);
            assert_eq!(
                leverage(Dong(counterpart), Dong(budget)).unwrap().comma(),
                wanted
            );
        }
        assert_eq!(leverage(Dong(1), Dong(0)), None);
    }

    #[test]
    fn v06_group_shares_leave_the_unlisted_part_open() {
        let groups = [
            (735_500_000, "1,78"),
            (474_440_000, "1,15"),
            (1_188_560_000, "2,88"),
            (31_742_180_000, "76,85"),
            (6_349_000_000, "15,37"),
            (367_550_000, "0,89"),
            (239_300_000, "0,58"),
        ];
        for (group, wanted) in groups {
            assert_eq!(percent(group, TOTAL), wanted);
        }
        let sum = groups
            .iter()
            .filter_map(|(group, _)| share(*group, TOTAL))
            .fold(Quantity::ZERO, |sum, share| sum.plus(share.value));
        assert_eq!(sum.comma(2), "99,50");
    }

    #[test]
    fn a_share_may_be_cut_off_instead_of_rounded() {
        assert_eq!(share(2, 3).unwrap().comma(), "66,67");
        assert_eq!(share_cut_off(2, 3).unwrap().comma(), "66,66");
        assert_eq!(share(1, 5).unwrap().point(), "20.00");
        assert_eq!(share(1, -5), None);
    }
}
