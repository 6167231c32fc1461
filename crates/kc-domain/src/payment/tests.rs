//! Advances, payments and settlements: tables of what is refused, properties of the bounds.

use super::*;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use crate::ledger::MoveKind;
use crate::norm::Share;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rate(percent: i64) -> AdvanceRate {
    AdvanceRate {
        share: Share::percent(percent),
        rule: "Thông tư 17/2018/TT-BCT".into(),
        is_verified: false,
    }
}

/// Under contract since 1 March for 200 million, machine accepted on 1 June.
fn facts() -> Facts {
    Facts {
        contracted: Some(Dong(200_000_000)),
        contracted_in_all: Dong(200_000_000),
        signed_on: Some(day("2026-03-01")),
        rate: Some(rate(70)),
        accepted_on: Some(day("2026-06-01")),
        ..Facts::default()
    }
}

fn asked(kind: MoveKind, amount: i64, on: &str) -> Asked<'static> {
    Asked {
        kind,
        amount: Dong(amount),
        on: day(on),
        vouchers: &[],
    }
}

fn refused(asked: &Asked<'_>, facts: &Facts) -> Option<&'static str> {
    decide(asked, facts).err().map(|refusal| refusal.code())
}

#[test]
fn an_advance_is_given_once_under_contract_and_within_its_rate() {
    let advance = |amount| asked(MoveKind::Advance, amount, "2026-03-15");
    assert_eq!(refused(&advance(140_000_000), &facts()), None);
    let over = decide(&advance(140_000_001), &facts()).unwrap_err();
    let said = over.say(Lang::Vi);
    for part in [
        "140.000.001 đồng",
        "200.000.000 đồng × 70 % = 140.000.000 đồng",
        "Thông tư 17/2018",
        "chưa kiểm chứng",
    ] {
        assert!(said.contains(part), "{part} in: {said}");
    }
    let with = |change: &dyn Fn(&mut Facts)| {
        let mut new = facts();
        change(&mut new);
        new
    };
    let table = [
        (
            with(&|new| new.has_advance = true),
            "payment.second-advance",
        ),
        (with(&|new| new.contracted = None), "payment.no-contract"),
        (
            with(&|new| new.signed_on = Some(day("2026-03-16"))),
            "payment.before-contract",
        ),
        (with(&|new| new.rate = None), "payment.no-rate"),
        (
            with(&|new| new.rate = Some(rate(30))),
            "payment.over-advance",
        ),
        (with(&|new| new.agreed = Some(50)), "payment.over-advance"),
        (with(&|new| new.is_stopped = true), "payment.stopped"),
    ];
    for (facts, code) in table {
        assert_eq!(refused(&advance(140_000_000), &facts), Some(code));
    }
}

#[test]
fn nothing_is_paid_cleared_or_settled_before_acceptance() {
    let open = Facts {
        accepted_on: None,
        ..facts()
    };
    for kind in [MoveKind::Pay, MoveKind::ClearAdvance] {
        assert_eq!(
            refused(&asked(kind, 1, "2026-06-02"), &open),
            Some("payment.not-accepted")
        );
        assert_eq!(
            refused(&asked(kind, 1, "2026-05-31"), &facts()),
            Some("payment.before-acceptance")
        );
        assert_eq!(refused(&asked(kind, 1, "2026-06-01"), &facts()), None);
    }
}

#[test]
fn without_a_share_in_rule_or_contract_nothing_is_advanced() {
    let unread = AdvanceRate {
        share: None,
        ..rate(70)
    };
    let advance = asked(MoveKind::Advance, 60_000_000, "2026-03-15");
    let unknown = Facts {
        rate: Some(unread.clone()),
        ..facts()
    };
    assert_eq!(refused(&advance, &unknown), Some("payment.no-share"));
    let agreed = Facts {
        rate: Some(unread),
        agreed: Some(30),
        ..facts()
    };
    assert_eq!(refused(&advance, &agreed), None);
}

fn ceiling(most: i64) -> Ceiling {
    Ceiling {
        most: Dong(most),
        rule: "khoản 4 Điều 8".into(),
        is_verified: true,
        accepted_cost: Some(Dong(most * 2)),
    }
}

#[test]
fn a_payment_keeps_to_the_lower_of_contract_and_ceiling() {
    let table = [
        (None, 60_000_000, 140_000_000),
        (Some(150_000_000), 60_000_000, 90_000_000),
        (Some(300_000_000), 60_000_000, 140_000_000),
        (Some(50_000_000), 60_000_000, 0),
    ];
    for (limit, spent, most) in table {
        let facts = Facts {
            ceiling: limit.map(ceiling),
            advanced: Dong(spent),
            ..facts()
        };
        let pay = |amount| refused(&asked(MoveKind::Pay, amount, "2026-06-02"), &facts);
        assert_eq!(pay(most), None);
        assert_eq!(pay(most + 1), Some("payment.over-payment"));
    }
}

#[test]
fn an_advance_above_the_accepted_cost_is_cleared_only_in_part() {
    let facts = Facts {
        ceiling: Some(ceiling(100_000_000)),
        advanced: Dong(140_000_000),
        ..facts()
    };
    let clear = |amount| refused(&asked(MoveKind::ClearAdvance, amount, "2026-06-02"), &facts);
    assert_eq!(clear(100_000_000), None);
    assert_eq!(clear(100_000_001), Some("payment.over-payment"));
    let pay = asked(MoveKind::Pay, 1, "2026-06-02");
    assert_eq!(refused(&pay, &facts), Some("payment.over-payment"));
}

#[test]
fn a_settlement_needs_vouchers_that_cover_it() {
    let voucher = |amount| Voucher {
        kind: VoucherKind::Invoice,
        number: "0000123".into(),
        dated_on: day("2026-06-10"),
        amount: Dong(amount),
        holder: "Trung tâm".into(),
    };
    let with = |vouchers: &[Voucher]| {
        let asked = Asked {
            vouchers,
            ..asked(MoveKind::Settle, 200, "2026-12-20")
        };
        decide(&asked, &facts()).err().map(|refusal| refusal.code())
    };
    assert_eq!(with(&[]), Some("payment.not-covered"));
    assert_eq!(
        with(&[voucher(120), voucher(79)]),
        Some("payment.not-covered")
    );
    assert_eq!(with(&[voucher(120), voucher(80)]), None);
}

#[test]
fn what_was_taken_over_from_published_results_is_asked_nothing() {
    let taken_over = Facts {
        is_reported: true,
        ..Facts::default()
    };
    for kind in [MoveKind::Advance, MoveKind::Pay, MoveKind::Settle] {
        assert_eq!(refused(&asked(kind, 1, "2019-06-02"), &taken_over), None);
    }
}

proptest! {
    #[test]
    fn an_advance_never_exceeds_its_share(support in 0i64..1_000_000_000_000, percent in 1i64..=100, agreed in proptest::option::of(0i64..=100)) {
        let bound = advance_bound(Dong(support), &rate(percent), agreed).unwrap();
        prop_assert!(i128::from(bound.most.0) * 100 <= i128::from(support) * i128::from(percent));
        prop_assert!(agreed.is_none_or(|agreed| i128::from(bound.most.0) * 100 <= i128::from(support) * i128::from(agreed)));
    }

    #[test]
    fn advance_and_payments_together_never_exceed_any_bound(contract in 0i64..1_000_000, limit in 0i64..1_000_000, spent in 0i64..1_000_000) {
        let bound = payment_bound(Dong(contract), Some(&ceiling(limit)), Dong(spent));
        prop_assert!(bound.most.0 >= 0);
        prop_assert!(bound.most.0 == 0 || bound.most.0 + spent <= contract.min(limit));
    }
}
