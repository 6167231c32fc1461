//! What must hold of every check, whatever its figures.

use super::*;
use crate::kernel::figure::Quantity;
use proptest::prelude::*;

fn statement(whole: &str, parts: &[String]) -> Statement {
    let entry = |key: String, printed: &str| Entry {
        key,
        label: None,
        printed: Some(printed.to_owned()),
        figure: Some(Figure::parse(printed).unwrap()),
    };
    let keys: Vec<String> = (0..parts.len()).map(|part| format!("p{part}")).collect();
    let mut figures = vec![entry("whole".to_owned(), whole)];
    figures.extend(
        keys.iter()
            .cloned()
            .zip(parts)
            .map(|(key, part)| entry(key, part)),
    );
    let rule = Rule::Sum {
        whole: "whole".to_owned(),
        parts: keys,
    };
    let name = "Tổng".to_owned();
    Statement {
        title: "Thử".to_owned(),
        place: None,
        published: None,
        period: None,
        source: None,
        figures,
        checks: vec![Check {
            name,
            rule,
            at_most: BTreeMap::new(),
        }],
    }
}

fn find(whole: &str, parts: &[String]) -> Finding {
    statement(whole, parts).check().unwrap().remove(0)
}

/// Money as offices print it, with and without a hedge, as a number or a range.
fn money() -> impl Strategy<Value = String> {
    let hedge = prop::sample::select(vec![
        "",
        "",
        "",
        "trên ",
        "gần ",
        "khoảng ",
        "ít nhất ",
        "tối đa ",
    ]);
    let number = (1_i64..40, prop::option::of(0_i64..100), prop::bool::ANY);
    (hedge, number).prop_map(|(hedge, (whole, decimals, is_range))| {
        let decimals = decimals.map_or_else(String::new, |digits| format!(",{digits:02}"));
        if is_range && hedge.is_empty() {
            format!("{whole}{decimals} – {}{decimals} tỷ đồng", whole + 1)
        } else {
            format!("{hedge}{whole}{decimals} tỷ đồng")
        }
    })
}

#[test]
fn a_key_that_occurs_twice_is_refused() {
    let mut twice = statement("5 lớp", &["5 lớp".to_owned()]);
    twice.figures.push(twice.figures[0].clone());
    let key = "whole".to_owned();
    assert_eq!(twice.check(), Err(StatementRefusal::SameKey { key }));
}

#[test]
fn a_difference_as_large_as_the_tolerance_is_still_rounding() {
    let parts = ["3 tỷ đồng", "4 tỷ đồng", "5 tỷ đồng"].map(str::to_owned);
    let at_limit = find("14 tỷ đồng", &parts);
    assert_eq!(at_limit.tolerance, Quantity::whole(2_000_000_000));
    assert_eq!(at_limit.verdict, Verdict::Rounded);
    assert_eq!(find("15 tỷ đồng", &parts).verdict, Verdict::Differs);
    assert_eq!(find("14,0 tỷ đồng", &parts).verdict, Verdict::Differs);
    assert_eq!(find("12,0 tỷ đồng", &parts).verdict, Verdict::Agrees);
}

proptest! {
    #[test]
    fn the_order_of_the_parts_does_not_matter(
        whole in money(),
        (parts, shuffled) in prop::collection::vec(money(), 1..7)
            .prop_flat_map(|parts| (Just(parts.clone()), Just(parts).prop_shuffle())),
    ) {
        let (a, b) = (find(&whole, &parts), find(&whole, &shuffled));
        prop_assert_eq!(a, b);
    }

    #[test]
    fn whole_and_part_may_be_exchanged(a in money(), b in money()) {
        let (one, other) = (find(&a, std::slice::from_ref(&b)), find(&b, &[a]));
        prop_assert_eq!(one.verdict, other.verdict);
        prop_assert_eq!(one.tolerance, other.tolerance);
        let negated = other.difference().map(|gap| Quantity::ZERO.minus(gap));
        prop_assert_eq!(one.difference(), negated);
    }

    #[test]
    fn a_figure_agrees_with_itself(a in money()) {
        let verdict = find(&a, std::slice::from_ref(&a)).verdict;
        prop_assert!(matches!(verdict, Verdict::Agrees | Verdict::AgreesWithin));
    }

    #[test]
    fn an_unpublished_part_is_never_fine_without_a_bound(whole in money(), part in money()) {
        let mut open = statement(&whole, &[part, "1 tỷ đồng".to_owned()]);
        open.figures[2].figure = None;
        let verdict = open.check().unwrap().remove(0).verdict;
        prop_assert!(matches!(verdict, Verdict::Unsettled | Verdict::Differs));
    }
}
