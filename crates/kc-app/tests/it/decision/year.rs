//! The plan at any date is the sum of the decisions up to it, and the ledger says the same.

use super::{Year, day};
use kc_app::decision::standing::standing;
use kc_domain::decision::DecisionKind;
use kc_domain::identity::Role;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_testkit::Engine;
use proptest::prelude::*;

/// What the plan comes to on a day: local, central; and whether the ledger agrees.
fn plan_on(year: &Year, on: &str) -> (i64, i64, bool) {
    let cx = year.at(Role::DepartmentHead);
    let shown = standing(&cx, year.plan, day(on)).unwrap();
    let of = |source| {
        shown
            .sums
            .get(&source)
            .map_or(Dong::ZERO, |sum| sum.decided)
            .0
    };
    (of(Source::Local), of(Source::Central), shown.agrees())
}

#[test]
fn v11_the_plan_on_a_day_is_the_sum_of_its_decisions() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let (a, b) = (year.submitted("A", 300), year.submitted("B", 200));
        let (local, central) = (year.local, year.central);
        year.act(
            DecisionKind::Approve,
            "1/QĐ-UBND",
            "2026-01-10",
            &[(a, local, 300)],
        );
        year.act(
            DecisionKind::Supplement,
            "2/QĐ-UBND",
            "2026-01-20",
            &[(b, central, 200)],
        );
        year.act(
            DecisionKind::Cut,
            "3/QĐ-UBND",
            "2026-02-01",
            &[(a, local, 250)],
        );
        year.act(
            DecisionKind::CarryOver,
            "4/QĐ-UBND",
            "2026-02-15",
            &[(a, local, 100)],
        );
        let table = [
            ("2026-01-09", (0, 0, true)),
            ("2026-01-10", (300, 0, true)),
            ("2026-01-20", (300, 200, true)),
            ("2026-02-01", (250, 200, true)),
            ("2026-02-15", (100, 200, true)),
        ];
        for (on, expected) in table {
            assert_eq!(plan_on(&year, on), expected, "{on}");
        }
        let cx = year.at(Role::DepartmentHead);
        let next = standing(&cx, year.next, day("2026-02-15")).unwrap();
        assert_eq!(next.sums[&Source::Local].decided, Dong(150));
        assert!(next.agrees());
    }
}

#[test]
fn money_approved_past_any_decision_shows_as_a_difference() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("A", 300);
        let cx = year.at(Role::DepartmentOfficer);
        let aside = kc_app::ledger::append::Move {
            kind: kc_domain::ledger::MoveKind::Approve,
            source: Source::Local,
            purse: Some(year.local),
            project: Some(project),
            amount: Dong(10),
            effective_on: day("2026-01-10"),
            document: None,
            reason: None,
            illustrative: true,
        };
        kc_app::ledger::append::append(&cx, &aside).unwrap();
        let shown = standing(&cx, year.plan, day("2026-02-15")).unwrap();
        assert!(!shown.agrees());
        assert_eq!(shown.sums[&Source::Local].kept, Dong(10));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn whatever_is_decided_the_ledger_and_the_decisions_agree_on_every_day(
        amounts in proptest::collection::vec(1i64..400, 1..6)
    ) {
        let year = Year::open(Engine::Sqlite);
        let project = year.submitted("A", 300);
        let mut held = 0;
        for (at, after) in amounts.iter().enumerate() {
            let kind = match at {
                0 => DecisionKind::Approve,
                _ if *after < held => DecisionKind::Cut,
                _ if *after > held => DecisionKind::Supplement,
                _ => continue,
            };
            let dated = format!("2026-01-{:02}", at + 10);
            year.act(kind, &format!("{}/QĐ-UBND", at + 1), &dated, &[(project, year.local, *after)]);
            held = *after;
            prop_assert_eq!(plan_on(&year, &dated), (held, 0, true));
        }
        prop_assert_eq!(plan_on(&year, "2026-01-09"), (0, 0, true));
        prop_assert_eq!(year.free(year.local), 1_000 - held);
    }
}
