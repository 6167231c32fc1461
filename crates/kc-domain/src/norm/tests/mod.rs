//! The rules about rules: which one holds, what comes of its sum, and who qualifies.

mod doubles;
mod eligibility;
mod properties;

use super::doubles::{Sameness, Support, doubles, sum_for_firm};
use super::refusal::Refusal;
use super::*;
use crate::establishment::LegalForm;
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, Text};
use crate::place::AreaPath;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

fn area(path: &str) -> AreaPath {
    AreaPath::parse(path).expect("an area")
}

/// A ceiling of machines: file, place, first and last day, share in percent, amount.
fn machinery(file: &str, place: &str, days: (&str, &str), share: i64, amount: i64) -> Norm {
    Norm {
        file: key(file),
        key: key("machinery"),
        version: 1,
        citation: Citation {
            instrument: file.to_owned(),
            article: String::new(),
        },
        kinds: vec![key("machinery")],
        area: area(place),
        level: None,
        from: days.0.parse().ok(),
        to: days.1.parse().ok(),
        standing: Standing::Verified,
        source: String::new(),
        content: Content::Ceiling(Ceiling {
            share: Share::percent(share),
            amount: Some(Dong(amount)),
            per: Per::Establishment,
            multiple: None,
        }),
        text: String::new(),
    }
}

fn book(norms: Vec<Norm>) -> Book {
    let kinds = vec![Named {
        key: key("machinery"),
        name: Text::new("Máy móc", "Machines"),
        is_paper: false,
    }];
    Book {
        kinds,
        facts: Vec::new(),
        norms,
    }
}

fn case(place: &str, on: &str, cost: i64, support: i64) -> Case {
    Case {
        kind: key("machinery"),
        on: day(on),
        level: None,
        area: area(place),
        cost: Some(Dong(cost)),
        count: 1,
        support: Some(Dong(support)),
    }
}

fn laws() -> Book {
    book(vec![
        machinery("old", "VN", ("2014-04-08", "2018-05-10"), 50, 200_000_000),
        machinery("new", "VN", ("2018-05-11", ""), 50, 300_000_000),
        machinery("city", "VN/31", ("2026-01-01", ""), 40, 250_000_000),
        machinery("former", "VN/30", ("2020-01-01", ""), 50, 220_000_000),
        machinery("undated", "VN/66", ("", ""), 50, 100_000_000),
    ])
}

#[test]
fn the_rule_of_the_day_and_the_place_holds() {
    let laws = laws();
    for (place, on, file) in [
        ("VN", "2014-04-08", "old"),
        ("VN", "2018-05-10", "old"),
        ("VN", "2018-05-11", "new"),
        ("VN/31", "2025-12-31", "new"),
        ("VN/31", "2026-01-01", "city"),
        // Before the merger a province's rule holds where that province was.
        ("VN/30/288/10507", "2020-01-01", "former"),
        ("VN/31/10532", "2025-12-31", "former"),
        ("VN/31/11506", "2025-12-31", "new"),
        // The province of today stands above what it took over.
        ("VN/31/10532", "2026-01-01", "city"),
        ("VN/30/288/10507", "2026-01-01", "city"),
        ("VN/66", "2026-01-01", "new"),
    ] {
        let found = explain(&laws, &case(place, on, 1, 1)).expect("a rule");
        assert_eq!(found.norm.file.as_str(), file, "{place} on {on}");
    }
}

#[test]
fn national_money_follows_the_national_rule_wherever_it_goes() {
    let asked = Case {
        level: Some(Level::National),
        ..case("VN/31", "2026-02-01", 1, 1)
    };
    let found = explain(&laws(), &asked).expect("a rule");
    assert_eq!(found.norm.file.as_str(), "new");
}

#[test]
fn a_day_without_a_rule_is_refused_with_the_days_around_it() {
    let laws = book(vec![
        machinery("old", "VN", ("2014-04-08", "2017-12-31"), 50, 1),
        machinery("new", "VN", ("2018-05-11", ""), 50, 1),
    ]);
    let refusal = explain(&laws, &case("VN", "2018-03-01", 1, 1)).expect_err("a gap");
    assert_eq!(refusal.code(), "norm.gap");
    let Refusal::Gap { last, next, .. } = &refusal else {
        panic!("{refusal:?}");
    };
    assert_eq!(
        (*last, *next),
        (Some(day("2017-12-31")), Some(day("2018-05-11")))
    );
    let said = refusal.say(Lang::Vi);
    for part in ["Máy móc", "01/03/2018", "31/12/2017", "11/05/2018"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_draft_and_a_rule_without_its_first_day_decide_nothing() {
    let mut draft = machinery("draft", "VN", ("2018-05-11", ""), 50, 1);
    draft.standing = Standing::Draft;
    let undated = machinery("undated", "VN", ("", ""), 50, 1);
    let laws = book(vec![draft, undated]);
    let refusal = explain(&laws, &case("VN", "2020-01-01", 1, 1)).expect_err("a gap");
    assert_eq!(refusal.code(), "norm.gap");
}

#[test]
fn a_rule_of_the_place_with_an_unknown_first_day_is_named_beside_the_result() {
    let found = explain(
        &laws(),
        &case("VN/66", "2024-01-01", 600_000_000, 150_000_000),
    );
    let found = found.expect("a rule");
    assert!(found.is_accepted());
    assert_eq!(found.undated.len(), 1);
    assert!(found.say(Lang::Vi).contains("undated"));
}

#[test]
fn what_cannot_be_reckoned_is_neither_accepted_nor_refused() {
    let laws = laws();
    let mut asked = case("VN", "2020-01-01", 1, 300_000_000);
    asked.cost = None;
    let found = explain(&laws, &asked).expect("a rule");
    assert_eq!(found.verdict, Verdict::Open(Open::Cost));
    asked.support = Some(Dong(300_000_001));
    let found = explain(&laws, &asked).expect("a rule");
    assert_eq!(found.verdict, Verdict::Over { by: Dong(1) });
    asked.support = None;
    let found = explain(&laws, &asked).expect("a rule");
    assert_eq!(found.verdict, Verdict::Open(Open::Support));
}

#[test]
fn an_unverified_figure_says_so_in_the_result() {
    let mut old = machinery("old", "VN", ("2014-04-08", ""), 50, 200_000_000);
    old.standing = Standing::Unverified;
    let found = explain(&book(vec![old]), &case("VN", "2016-01-01", 600_000_000, 1));
    assert!(
        found
            .expect("a rule")
            .say(Lang::Vi)
            .contains("chưa kiểm chứng")
    );
}

#[test]
fn shares_are_read_and_written_as_offices_do() {
    for (text, shown) in [
        ("50", "50 %"),
        ("1,5", "1,5 %"),
        ("0,01", "0,01 %"),
        ("100", "100 %"),
    ] {
        assert_eq!(Share::parse(text).expect("a share").to_string(), shown);
    }
    for text in ["0", "100,01", "1.5", "-1", "", "1,555", "x"] {
        assert_eq!(Share::parse(text), None, "{text}");
    }
}

#[test]
fn a_multiple_is_reckoned_from_its_base() {
    let line = Multiple {
        of: key("machinery"),
        of_amount: Dong(300_000_000),
        hundredths: 150,
    };
    assert_eq!(
        (line.amount(), line.times().as_str()),
        (Dong(450_000_000), "1,5")
    );
}
