//! The rules about rules: which one holds, what comes of its sum, and who qualifies.

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

#[test]
fn the_sort_of_a_site_follows_the_map_of_its_day() {
    for (path, on, site) in [
        ("VN/31/311/11521", "2017-01-01", Site::Commune),
        ("VN/31/11506", "2025-10-15", Site::WardOfCity),
        ("VN/31/11680", "2025-10-15", Site::CommuneOfCity),
        ("VN/31/11914", "2025-10-15", Site::ZoneOfCity),
        ("VN/31", "2025-10-15", Site::Wider),
        ("VN", "2025-10-15", Site::Wider),
    ] {
        assert_eq!(Site::of(&area(path), day(on)), site, "{path}");
    }
}

fn decree() -> Book {
    let mut rule = machinery("decree", "VN", ("2025-10-15", ""), 50, 1);
    rule.kinds = Vec::new();
    rule.content = Content::Eligibility(Eligibility {
        forms: vec![LegalForm::Enterprise, LegalForm::Household],
        forms_anywhere: vec![LegalForm::CleanerProducer],
        places: vec![Site::CommuneOfCity, Site::CommuneOfProvince],
        places_to_confirm: vec![Site::Commune],
        condition: "Xác định xã, phường hiện nay".to_owned(),
        craft_villages: true,
        trades: vec![Trade {
            name: "Cơ khí".to_owned(),
            words: vec!["co khi".to_owned(), "duc".to_owned()],
        }],
    });
    book(vec![rule])
}

#[test]
fn a_ward_of_a_city_qualifies_in_a_craft_village_only() {
    let judged = |form, path: &str, craft_village, trade: &str| {
        let who = Who {
            form,
            area: area(path),
            craft_village,
            trade: Some(trade.to_owned()),
        };
        let on = day("2025-10-15");
        let judged = judge(&decree(), &who, &key("machinery"), on, Level::Local);
        judged.expect("a rule").answer
    };
    let firm = Some(LegalForm::Enterprise);
    let (ward, commune) = ("VN/31/11506", "VN/31/11680");
    for (form, place, craft_village, trade, answer) in [
        (firm, commune, None, "đúc kim loại", Answer::Yes),
        (firm, ward, Some(true), "đúc kim loại", Answer::Yes),
        (firm, ward, Some(false), "đúc kim loại", Answer::No),
        (firm, ward, None, "đúc kim loại", Answer::Unknown),
        (
            firm,
            commune,
            None,
            "kinh doanh bất động sản",
            Answer::Unknown,
        ),
        (None, commune, None, "cơ khí", Answer::Unknown),
        (Some(LegalForm::Other), commune, None, "cơ khí", Answer::No),
        (
            Some(LegalForm::CleanerProducer),
            ward,
            Some(false),
            "cơ khí",
            Answer::Yes,
        ),
        (firm, "VN/31/311/11521", None, "cơ khí", Answer::Unknown),
    ] {
        assert_eq!(
            judged(form, place, craft_village, trade),
            answer,
            "{form:?} {place} {trade}"
        );
    }
}

fn support(code: &str, firm: &str, kind: &str) -> Support {
    Support {
        code: code.to_owned(),
        kind: Key::parse(kind),
        firm: firm.to_owned(),
        amount: Some(Dong(200)),
        ..Support::default()
    }
}

#[test]
fn the_same_content_firm_owner_address_or_machine_twice_is_named() {
    let machine = Support::machine_key("Máy phay CNC", Some("VMC-850"));
    let this = Support {
        owner: "ngo van cuong".into(),
        address: "my dong thuy nguyen".into(),
        machines: machine.clone().into_iter().collect(),
        ..support("A", "mst 0200123456", "machinery")
    };
    let table = [
        (
            support("B", "mst 0200123456", "machinery"),
            vec![Sameness::Content],
        ),
        (
            support("C", "mst 0200123456", "trademark"),
            vec![Sameness::Firm],
        ),
        (
            Support {
                owner: "ngo van cuong".into(),
                ..support("D", "khac", "")
            },
            vec![Sameness::Owner],
        ),
        (
            Support {
                address: "my dong thuy nguyen".into(),
                ..support("E", "khac", "")
            },
            vec![Sameness::Address],
        ),
        (
            Support {
                machines: machine.into_iter().collect(),
                ..support("F", "khac", "")
            },
            vec![Sameness::Machine],
        ),
    ];
    for (other, same) in table {
        let found = doubles(&this, &[this.clone(), other]);
        assert_eq!(found.first().map(|double| double.same.clone()), Some(same));
        assert_eq!(found.len(), 1);
    }
    assert!(doubles(&this, &[this.clone(), support("G", "khac", "machinery")]).is_empty());
    let nobody = Support::default();
    assert!(doubles(&nobody, &[support("H", "", "")]).is_empty());
    assert_eq!(Support::machine_key("Máy phay", None), None);
}

#[test]
fn the_sum_for_a_firm_counts_the_same_content_and_nothing_else() {
    let this = support("A", "mst 1", "machinery");
    let others = [
        this.clone(),
        support("B", "mst 1", "machinery"),
        support("C", "mst 1", "trademark"),
        support("D", "mst 2", "machinery"),
    ];
    assert_eq!(sum_for_firm(&this, &others), Some(Dong(400)));
}
