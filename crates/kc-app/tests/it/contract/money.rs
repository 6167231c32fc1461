//! Advance, payment, clearing, settlement, refund: each only when it may, by two hands.

use super::{Story, day, voucher};
use kc_app::contract::sign::{NewContract, sign};
use kc_app::kernel::Failure;
use kc_app::ledger::append::Move;
use kc_app::payment;
use kc_app::project;
use kc_app::project::step::{Given, Which, take};
use kc_domain::identity::Role;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Stage};
use kc_domain::process;
use kc_domain::project::Status;
use kc_testkit::{Engine, make};

#[test]
fn an_advance_is_given_once_and_never_above_what_contract_and_rule_allow() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-04-01");
        let over = story
            .pay(MoveKind::Advance, 100_000_001, "2026-03-10")
            .unwrap_err();
        assert_eq!(over.code(), "payment.over-advance");
        assert!(
            over.say(Lang::Vi).contains("× 50 % = 100.000.000 đồng"),
            "{}",
            over.say(Lang::Vi)
        );
        let early = story
            .pay(MoveKind::Advance, 1_000, "2026-02-28")
            .unwrap_err();
        assert_eq!(early.code(), "payment.before-contract");
        let waiting = story.move_of(MoveKind::Advance, 90_000_000, "2026-03-10");
        let waiting = story.prepare(&waiting, &[]).unwrap();
        let twice = story
            .pay(MoveKind::Advance, 1_000, "2026-03-11")
            .unwrap_err();
        assert_eq!(twice.code(), "payment.second-advance", "one waits");
        payment::approve(&story.at(Role::PaymentApprover), waiting).unwrap();
        let twice = story
            .pay(MoveKind::Advance, 1_000, "2026-03-11")
            .unwrap_err();
        assert_eq!(twice.code(), "payment.second-advance", "one was given");
        assert_eq!(story.held(Stage::Advanced), Dong(90_000_000));
    }
}

#[test]
fn the_rate_of_the_kind_bounds_the_advance_and_a_gap_in_the_rules_refuses_it() {
    for engine in Engine::BOTH {
        let silent = |story: &Story| NewContract {
            advance_percent: None,
            ..story.contract()
        };
        let national = Story::of(engine, "2026-04-01", Level::National, "management-training");
        let bold = NewContract {
            advance_percent: Some(71),
            ..national.contract()
        };
        let bold = sign(&national.at(Role::CentreOfficer), bold).unwrap_err();
        assert_eq!(bold.code(), "contract.over-rate");
        assert!(bold.say(Lang::Vi).contains("71 % vượt mức tối đa 70 %"));
        sign(&national.at(Role::CentreOfficer), silent(&national)).unwrap();
        let over = national
            .pay(MoveKind::Advance, 140_000_001, "2026-03-10")
            .unwrap_err();
        assert_eq!(over.code(), "payment.over-advance");
        let said = over.say(Lang::Vi);
        for part in [
            "200.000.000 đồng × 70 % = 140.000.000 đồng",
            "17/2018/TT-BCT",
        ] {
            assert!(said.contains(part), "{part} in: {said}");
        }
        national
            .pay(MoveKind::Advance, 140_000_000, "2026-03-10")
            .unwrap();

        let machine = Story::of(engine, "2026-04-01", Level::National, "machinery");
        sign(&machine.at(Role::CentreOfficer), silent(&machine)).unwrap();
        let unread = machine.pay(MoveKind::Advance, 1, "2026-03-10").unwrap_err();
        assert_eq!(unread.code(), "payment.no-share");

        let local = Story::of(engine, "2026-04-01", Level::Local, "machinery");
        sign(&local.at(Role::CentreOfficer), local.contract()).unwrap();
        let gap = local.pay(MoveKind::Advance, 1, "2026-03-10").unwrap_err();
        assert!(gap.code().starts_with("norm."), "{}", gap.code());
        assert_eq!(local.held(Stage::Advanced), Dong::ZERO);
    }
}

#[test]
fn without_a_contract_nothing_is_advanced() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-04-01");
        let refused = story
            .pay(MoveKind::Advance, 1_000, "2026-03-10")
            .unwrap_err();
        assert_eq!(refused.code(), "payment.no-contract");
        assert!(
            payment::list_waiting(
                &story.at(Role::Accountant),
                None,
                kc_app::kernel::Window::of_page(1, 10)
            )
            .unwrap()
            .is_empty()
        );
    }
}

#[test]
fn v12_money_follows_acceptance_and_the_project_closes_only_when_all_is_settled() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-12-20");
        story
            .pay(MoveKind::Advance, 100_000_000, "2026-03-10")
            .unwrap();
        let early = story
            .pay(MoveKind::Pay, 100_000_000, "2026-09-20")
            .unwrap_err();
        assert_eq!(early.code(), "payment.not-accepted");
        story.accept("2026-09-18");
        let before = story
            .pay(MoveKind::Pay, 100_000_000, "2026-09-17")
            .unwrap_err();
        assert_eq!(before.code(), "payment.before-acceptance");
        let over = story
            .pay(MoveKind::Pay, 100_000_001, "2026-09-20")
            .unwrap_err();
        assert_eq!(over.code(), "payment.over-payment");
        let outside = story
            .pay(MoveKind::Pay, 100_000_000, "2027-01-02")
            .unwrap_err();
        assert_eq!(outside.code(), "ledger.outside-period");
        story.pay(MoveKind::Pay, 100_000_000, "2026-09-20").unwrap();
        let centre = story.at(Role::CentreOfficer);
        let version = || project::show(&centre, story.project).unwrap().version;
        story.cast.bring(&story.office, story.project, "N14");
        let all_paid = || {
            take(
                &centre,
                story.project,
                version(),
                Which::Key("payment"),
                &Given::default(),
            )
        };
        assert_eq!(all_paid().unwrap_err().code(), "project.unpaid");
        story
            .pay(MoveKind::ClearAdvance, 100_000_000, "2026-09-20")
            .unwrap();
        all_paid().unwrap();
        let settle = || {
            let (settle, given) = (process::Move::Settle, Given::default());
            make(&centre, story.project, version(), settle, &given)
        };
        let open = settle().unwrap_err();
        assert_eq!(open.code(), "payment.not-closed");
        assert_eq!(story.held(Stage::Paid), Dong(200_000_000));

        settle_with_vouchers(&story);
        settle().unwrap();
        let found = project::show(&centre, story.project).unwrap();
        assert_eq!(found.status, Status::Settled);
    }
}

/// A settlement without vouchers that cover it is refused; each voucher proves once.
fn settle_with_vouchers(story: &Story) {
    let settle = story.move_of(MoveKind::Settle, 200_000_000, "2026-12-15");
    let short = [
        voucher("0000123", 120_000_000),
        voucher("0000124", 79_999_999),
    ];
    for vouchers in [&[][..], &short[..]] {
        let refused = story.prepare(&settle, vouchers).unwrap_err();
        assert_eq!(refused.code(), "payment.not-covered");
    }
    let half = story.move_of(MoveKind::Settle, 120_000_000, "2026-12-15");
    let half = story
        .prepare(&half, &[voucher("0000123", 120_000_000)])
        .unwrap();
    let rest = story.move_of(MoveKind::Settle, 80_000_000, "2026-12-15");
    let again = story
        .prepare(&rest, &[voucher("0000123", 120_000_000)])
        .unwrap_err();
    assert_eq!(again.code(), "payment.voucher-twice");
    let rest = story
        .prepare(&rest, &[voucher("0000125", 80_000_000)])
        .unwrap();
    let approver = story.at(Role::PaymentApprover);
    assert_eq!(payment::vouchers(&approver, half).unwrap().len(), 1);
    payment::approve(&approver, half).unwrap();
    payment::approve(&approver, rest).unwrap();
    assert_eq!(story.held(Stage::Settled), Dong(200_000_000));
}

#[test]
fn the_accountant_does_not_approve_and_the_approver_does_not_prepare() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-04-01");
        let new = story.move_of(MoveKind::Advance, 50_000_000, "2026-03-10");
        let new = story.prepare(&new, &[]).unwrap();
        for role in [Role::Accountant, Role::CentreOfficer, Role::DepartmentHead] {
            let refused = payment::approve(&story.at(role), new);
            assert!(matches!(refused, Err(Failure::Denied(_))), "{role:?}");
        }
        let other = Move {
            ..story.move_of(MoveKind::RecoverAdvance, 1, "2026-03-10")
        };
        let refused = payment::prepare(&story.at(Role::PaymentApprover), &other, &[]);
        assert!(matches!(refused, Err(Failure::Denied(_))));
        assert_eq!(story.held(Stage::Advanced), Dong::ZERO);
    }
}

#[test]
fn what_changed_between_the_two_hands_is_asked_again() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-04-01");
        let new = story.move_of(MoveKind::Advance, 50_000_000, "2026-03-10");
        let new = story.prepare(&new, &[]).unwrap();
        let head = story.at(Role::DepartmentHead);
        let version = project::show(&head, story.project).unwrap().version;
        make(
            &head,
            story.project,
            version,
            process::Move::Stop,
            &Given::because("Cơ sở rút"),
        )
        .unwrap();
        let refused = payment::approve(&story.at(Role::PaymentApprover), new).unwrap_err();
        assert_eq!(refused.code(), "payment.stopped");
        assert_eq!(story.held(Stage::Advanced), Dong::ZERO);
    }
}

#[test]
fn a_stopped_project_owes_its_advance_until_it_came_back() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-04");
        story
            .pay(MoveKind::Advance, 60_000_000, "2026-03-10")
            .unwrap();
        let accountant = story.at(Role::Accountant);
        assert!(payment::refunds_due(&accountant).unwrap().is_empty());
        let head = story.at(Role::DepartmentHead);
        let version = project::show(&head, story.project).unwrap().version;
        make(
            &head,
            story.project,
            version,
            process::Move::Stop,
            &Given::because("Cơ sở ngừng đầu tư"),
        )
        .unwrap();
        assert_eq!(story.held(Stage::Contracted), Dong::ZERO);
        assert_eq!(
            story.free(),
            Dong(440_000_000),
            "what was not used is free again"
        );
        let due = payment::refunds_due(&accountant).unwrap();
        assert_eq!(due.len(), 1);
        assert_eq!(due[0].since, Some(day("2026-05-04")));
        assert!(due[0].what.say(Lang::Vi).contains("60.000.000 đồng"));
        assert!(
            payment::refunds_due(&story.at(Role::Auditor))
                .unwrap()
                .is_empty()
        );
        story
            .pay(MoveKind::RecoverAdvance, 20_000_000, "2026-05-04")
            .unwrap();
        let rest = payment::refunds_due(&accountant).unwrap();
        assert!(rest[0].what.say(Lang::Vi).contains("40.000.000 đồng"));
        story
            .pay(MoveKind::RecoverAdvance, 40_000_000, "2026-05-04")
            .unwrap();
        assert!(payment::refunds_due(&accountant).unwrap().is_empty());
    }
}
