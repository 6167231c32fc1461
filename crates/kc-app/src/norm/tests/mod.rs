//! The rules inside the program: their boundary days, their figures, and the scenarios of 2023.

mod eligibility;
mod files;
mod priorities;

use super::{check_file, reference};
use chrono::{Days, NaiveDate};
use kc_domain::establishment::LegalForm;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{
    About, Answer, Case, Content, Key, Norm, Open, Proposal, Standing, Verdict, Who, Worth,
    advance, by_marks, explain, judge, weigh,
};
use kc_domain::place::AreaPath;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn area(path: &str) -> AreaPath {
    AreaPath::parse(path).unwrap()
}

fn case(kind: &str, place: &str, on: &str, cost: Option<i64>, support: i64) -> Case {
    Case {
        kind: key(kind),
        on: day(on),
        level: None,
        area: area(place),
        cost: cost.map(Dong),
        count: 1,
        support: Some(Dong(support)),
    }
}

const MILLION: i64 = 1_000_000;

/// Kind, place, day, million đồng, and the rule that says so.
const CEILINGS: &str = "\
machinery VN 2018-05-10 200 ttlt-26-2014/machinery
machinery VN 2018-05-11 300 tt-28-2018/machinery
production-line VN 2020-01-01 450 tt-28-2018/production-line
demonstration-model VN 2018-05-10 500 ttlt-26-2014/demonstration-model
demonstration-model VN 2018-05-11 1000 tt-28-2018/demonstration-model
demonstration-spread VN 2020-01-01 100 tt-28-2018/demonstration-spread
cleaner-production-pilot VN 2020-01-01 500 tt-28-2018/cleaner-production-pilot
founding VN 2014-04-08 10 ttlt-26-2014/founding
award-region VN 2020-01-01 200 tt-28-2018/award-region
award-nation VN 2020-01-01 400 tt-28-2018/award-nation
cluster-infrastructure VN 2020-01-01 6000 tt-28-2018/cluster-infrastructure
demonstration-model VN/66 2025-07-25 1000 tt-28-2018/demonstration-model
demonstration-model VN/66 2025-07-26 800 dak-lak/demonstration-model
demonstration-model VN/54/555/22000 2025-07-26 800 dak-lak/demonstration-model
machinery VN/66 2025-07-26 300 tt-28-2018/machinery
machinery VN/30 2024-01-01 300 tt-28-2018/machinery";

#[test]
fn the_ceilings_of_the_law_hold_to_the_last_dong() {
    let rich = Some(100_000 * MILLION);
    for line in CEILINGS.lines() {
        let words: Vec<_> = line.split(' ').collect();
        let limit = words[3].parse::<i64>().unwrap() * MILLION;
        let asked = |support| case(words[0], words[1], words[2], rich, support);
        let at = explain(reference(), &asked(limit)).unwrap();
        assert_eq!(
            (at.norm.path().as_str(), at.is_accepted()),
            (words[4], true),
            "{line}"
        );
        let over = explain(reference(), &asked(limit + 1)).unwrap();
        assert_eq!(over.verdict, Verdict::Over { by: Dong(1) }, "{line}");
    }
}

#[test]
fn a_line_is_reckoned_from_the_machine_in_words() {
    let asked = case(
        "production-line",
        "VN",
        "2020-01-01",
        Some(2_000 * MILLION),
        1,
    );
    let found = explain(reference(), &asked).unwrap();
    let steps: Vec<_> = found
        .steps
        .iter()
        .map(|step| step.text.vi.as_str())
        .collect();
    let wanted = [
        "1,5 lần mức 300.000.000 đồng của “Ứng dụng máy móc, chuyển giao công nghệ”",
        "50 % × chi phí 2.000.000.000 đồng",
        "450.000.000 đồng/cơ sở × 1",
    ];
    assert_eq!(steps, wanted);
}

#[test]
fn a_share_of_a_small_cost_is_the_lower_bound() {
    for (kind, cost, limit) in [
        ("machinery", 600, 300),
        ("machinery", 400, 200),
        ("demonstration-model", 1_000, 300),
        ("production-line", 500, 250),
        ("fair-abroad", 70, 70),
    ] {
        let asked = case(
            kind,
            "VN",
            "2020-01-01",
            Some(cost * MILLION),
            limit * MILLION,
        );
        let found = explain(reference(), &asked).unwrap();
        assert_eq!(found.limit, Some(Dong(limit * MILLION)), "{kind} {cost}");
    }
}

/// Whether a rule that decides is the one that holds on its first and last day, and on no day
/// beside them.
#[test]
fn every_ceiling_holds_from_its_first_to_its_last_day() {
    let ceilings = reference()
        .norms
        .iter()
        .filter(|norm| norm.about() == About::Ceiling && norm.is_dated() && !norm.kinds.is_empty());
    for norm in ceilings {
        let found = |on: NaiveDate| {
            let asked = Case {
                on,
                ..case(
                    norm.kinds[0].as_str(),
                    norm.area.as_str(),
                    "2020-01-01",
                    None,
                    1,
                )
            };
            explain(reference(), &asked)
                .ok()
                .map(|found| found.norm.path())
        };
        let (from, this) = (norm.from.unwrap(), Some(norm.path()));
        assert_eq!(found(from), this);
        assert_ne!(found(from - Days::new(1)), this);
        let last = norm.to.unwrap_or_else(|| day("2199-01-01"));
        assert_eq!(found(last), this);
        assert!(norm.to.is_none_or(|to| found(to + Days::new(1)) != this));
    }
}

#[test]
fn a_former_province_is_named_where_its_own_rule_has_no_known_day() {
    let asked = case(
        "machinery",
        "VN/30",
        "2024-01-01",
        Some(600 * MILLION),
        280 * MILLION,
    );
    let found = explain(reference(), &asked).unwrap();
    let named: Vec<_> = found.undated.iter().map(Norm::path).collect();
    assert_eq!(named, ["hai-duong/machinery"]);
    assert!(found.say(Lang::Vi).contains("Hải Dương"));
}

#[test]
fn an_act_whose_figures_nobody_entered_leaves_the_case_open() {
    let asked = case("machinery", "VN/25", "2026-01-01", Some(600 * MILLION), 1);
    let found = explain(reference(), &asked).unwrap();
    assert_eq!(found.norm.standing, Standing::Unread);
    assert_eq!(found.verdict, Verdict::Open(Open::Figure));
    let before = case("machinery", "VN/25", "2025-12-31", Some(600 * MILLION), 1);
    assert!(explain(reference(), &before).unwrap().is_accepted());
}

#[test]
fn advances_are_thirty_or_seventy_percent_by_kind_and_unknown_for_machines() {
    let rate = |kind: &str, on: &str, level| {
        let shown = advance(reference(), &key(kind), day(on), level, &AreaPath::nation());
        shown.map(|shown| shown.share.map(|share| share.to_string()))
    };
    let on = "2020-01-01";
    for (kind, wanted) in [
        ("cluster-infrastructure", Some("30 %")),
        ("pollution-cluster", Some("30 %")),
        ("consultant", Some("70 %")),
        ("trademark", Some("70 %")),
        ("fair-abroad", Some("70 %")),
        ("website", Some("70 %")),
        ("machinery", None),
        ("demonstration-model", None),
    ] {
        let wanted = wanted.map(str::to_owned);
        assert_eq!(rate(kind, on, Level::National), Ok(wanted), "{kind}");
    }
    assert!(rate("trademark", "2018-08-26", Level::National).is_err());
    assert!(rate("trademark", on, Level::Local).is_err());
}
