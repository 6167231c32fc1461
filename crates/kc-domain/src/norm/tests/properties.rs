//! What holds for any cost and any support.

use super::*;

proptest! {
    #[test]
    fn at_the_ceiling_it_is_accepted_and_one_dong_more_is_not(
        share in 1_i64..=100,
        amount in 1_i64..=10_000_000_000,
        cost in 2_000_i64..=100_000_000_000,
        count in 1_i64..=50,
    ) {
        let laws = book(vec![machinery("law", "VN", ("2018-05-11", ""), share, amount)]);
        let mut asked = case("VN", "2020-01-01", cost, 0);
        asked.count = count;
        asked.support = None;
        let limit = explain(&laws, &asked).expect("a rule").limit.expect("a limit");
        asked.support = Some(limit);
        prop_assert!(explain(&laws, &asked).expect("a rule").is_accepted());
        asked.support = Some(limit.plus(Dong(1)));
        let over = explain(&laws, &asked).expect("a rule");
        prop_assert_eq!(over.verdict, Verdict::Over { by: Dong(1) });
    }

    #[test]
    fn the_sum_that_is_shown_is_the_sum_that_decides(
        share in 1_i64..=100,
        amount in 1_i64..=10_000_000_000,
        cost in 0_i64..=100_000_000_000,
        support in 0_i64..=20_000_000_000,
    ) {
        let laws = book(vec![machinery("law", "VN", ("2018-05-11", ""), share, amount)]);
        let found = explain(&laws, &case("VN", "2020-01-01", cost, support)).expect("a rule");
        let lowest = found.steps.iter().map(|step| step.amount).min();
        prop_assert_eq!(found.limit, lowest);
        prop_assert_eq!(found.is_accepted(), Some(Dong(support)) <= lowest);
        // The share is the greatest whole amount not above it.
        let by_share = found.steps[0].amount.0;
        prop_assert!(by_share * 100 <= cost * share && cost * share < (by_share + 1) * 100);
    }

    #[test]
    fn a_later_rule_never_changes_an_earlier_day(
        before in 0_u64..=3_000,
        amount in 1_i64..=1_000_000_000,
    ) {
        let on = day("2026-01-01") - chrono::Days::new(before + 1);
        let asked = Case { on, ..case("VN/31", "2020-01-01", 600_000_000, 100) };
        let mut laws = laws();
        let now = explain(&laws, &asked);
        laws.add(book(vec![machinery("later", "VN/31", ("2026-01-01", ""), 1, amount)]));
        prop_assert_eq!(explain(&laws, &asked), now);
    }
}
