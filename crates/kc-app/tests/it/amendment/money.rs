//! The money of a change: the ledger follows the decision, or nothing happens.

use super::{ask, grant, granted, local, support};
use crate::contract::{SUPPORT, Story, day, decision, open_purse, part};
use kc_app::amendment::decide::decide;
use kc_app::contract::appendix::append as add_appendix;
use kc_app::contract::sign::sign;
use kc_app::decision::standing::standing;
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::verify;
use kc_app::{amendment, contract, payment, project};
use kc_domain::amendment::{AmendmentKind, Fact, Stand};
use kc_domain::contract::Appendix;
use kc_domain::identity::Role;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::project::Status;
use kc_testkit::Engine;

#[test]
fn less_support_frees_money_from_contract_and_purse_and_asks_for_an_appendix() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let centre = story.at(Role::CentreOfficer);
        let contract = sign(&centre, story.contract()).unwrap();
        let id = ask(
            &story,
            AmendmentKind::LowerSupport,
            vec![support(&story, 150_000_000)],
        )
        .unwrap();
        assert_eq!(story.held(Stage::Contracted), Dong(SUPPORT));
        grant(&story, id).unwrap();
        assert_eq!(story.held(Stage::Contracted), Dong(150_000_000));
        assert_eq!(story.held(Stage::Approved), Dong::ZERO);
        assert_eq!(story.free(), Dong(350_000_000));
        let found = project::show(&centre, story.project).unwrap();
        assert_eq!(found.support_asked, Some(Dong(150_000_000)));
        assert_eq!(contract::waiting_for(&centre).unwrap().len(), 1);
        let appendix = Appendix {
            number: "01/PL".into(),
            signed_on: day("2026-05-04"),
            parts: vec![part(Source::Local, 150_000_000)],
            ends_on: None,
            reason: "Giảm hỗ trợ".into(),
        };
        add_appendix(&centre, contract, appendix).unwrap();
        assert!(contract::waiting_for(&centre).unwrap().is_empty());
        assert!(
            verify::verify(&story.office.app.console(Lang::Vi))
                .unwrap()
                .holds()
        );
    }
}

#[test]
fn more_support_than_the_rule_allows_is_refused() {
    for engine in Engine::BOTH {
        let story = Story::of(engine, "2026-05-04", Level::National, "machinery");
        let high = vec![support(&story, 300_000_001)];
        let high = ask(&story, AmendmentKind::RaiseSupport, high).unwrap();
        let head = story.at(Role::DepartmentHead);
        amendment::confirm::confirm(&head, high, day("2026-05-04"), "88/SCT").unwrap();
        let ceiling = decide(&story.at(Role::AgencyOfficer), high, &granted()).unwrap_err();
        assert!(ceiling.code().starts_with("norm."), "{}", ceiling.code());
        assert_eq!(story.held(Stage::Approved), Dong(SUPPORT));
    }
}

#[test]
fn an_approval_entered_straight_into_the_ledger_keeps_to_the_rule_too() {
    for engine in Engine::BOTH {
        let story = Story::of(engine, "2026-05-04", Level::National, "machinery");
        let officer = story.at(Role::DepartmentOfficer);
        let paper = decision(&officer, &story.cast, "513/QĐ-UBND", "2026-03-02");
        let more = |amount| Move {
            document: Some(paper),
            ..story.move_of(MoveKind::Approve, amount, "2026-03-02")
        };
        let over = append(&officer, &more(100_000_001)).unwrap_err();
        assert!(over.code().starts_with("norm."), "{}", over.code());
        assert_eq!(story.held(Stage::Approved), Dong(SUPPORT));
        append(&officer, &more(100_000_000)).unwrap();
        assert_eq!(story.held(Stage::Approved), Dong(300_000_000));
    }
}

#[test]
fn the_rule_weighs_what_was_granted_and_not_what_was_asked() {
    for engine in Engine::BOTH {
        let story = Story::of(engine, "2026-05-04", Level::National, "machinery");
        let less = Move {
            reason: Some("Nguồn kinh phí giảm".into()),
            ..story.move_of(MoveKind::Reduce, 50_000_000, "2026-03-02")
        };
        append(&story.at(Role::DepartmentOfficer), &less).unwrap();
        let raise = vec![support(&story, 300_000_000)];
        let raise = ask(&story, AmendmentKind::RaiseSupport, raise).unwrap();
        let head = story.at(Role::DepartmentHead);
        amendment::confirm::confirm(&head, raise, day("2026-05-04"), "88/SCT").unwrap();
        decide(&story.at(Role::AgencyOfficer), raise, &granted()).unwrap();
        assert_eq!(story.held(Stage::Approved), Dong(300_000_000));
    }
}

#[test]
fn more_support_comes_from_the_purse_or_not_at_all_and_is_bound_by_an_appendix() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let centre = story.at(Role::CentreOfficer);
        let contract = sign(&centre, story.contract()).unwrap();
        let over = ask(
            &story,
            AmendmentKind::RaiseSupport,
            vec![support(&story, 500_000_001)],
        )
        .unwrap();
        let refused = grant(&story, over).unwrap_err();
        assert_eq!(refused.code(), "ledger.over-balance");
        let still = amendment::show(&centre, over).unwrap().asked.amendment;
        assert_eq!(still.stand, Stand::Asked, "nothing half-done");
        let refuse = amendment::decide::Decision {
            is_granted: false,
            note: Some("Vượt nguồn".into()),
            ..granted()
        };
        decide(&story.at(Role::DepartmentHead), over, &refuse).unwrap();
        let id = ask(
            &story,
            AmendmentKind::RaiseSupport,
            vec![support(&story, 260_000_000)],
        )
        .unwrap();
        grant(&story, id).unwrap();
        assert_eq!(story.held(Stage::Approved), Dong(60_000_000));
        assert_eq!(story.free(), Dong(240_000_000));
        let appendix = Appendix {
            number: "01/PL".into(),
            signed_on: day("2026-05-04"),
            parts: vec![part(Source::Local, 260_000_000)],
            ends_on: None,
            reason: "Tăng hỗ trợ".into(),
        };
        add_appendix(&centre, contract, appendix).unwrap();
        assert_eq!(story.held(Stage::Contracted), Dong(260_000_000));
        assert_eq!(story.held(Stage::Approved), Dong::ZERO);
    }
}

#[test]
fn what_was_advanced_cannot_be_taken_back_by_a_lower_support() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-04");
        story
            .pay(MoveKind::Advance, 100_000_000, "2026-03-10")
            .unwrap();
        let id = ask(
            &story,
            AmendmentKind::LowerSupport,
            vec![support(&story, 90_000_000)],
        )
        .unwrap();
        amendment::confirm::confirm(
            &story.at(Role::DepartmentHead),
            id,
            day("2026-05-04"),
            "88/SCT",
        )
        .unwrap();
        let refused = decide(&story.at(Role::AgencyOfficer), id, &granted()).unwrap_err();
        assert_eq!(refused.code(), "ledger.over-balance");
        assert_eq!(story.held(Stage::Contracted), Dong(100_000_000));
        assert_eq!(story.held(Stage::Advanced), Dong(100_000_000));
    }
}

#[test]
fn a_switch_takes_from_one_purse_and_approves_from_another() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let department = story.at(Role::DepartmentOfficer);
        let other = open_purse(&department, &story.cast, "HP-2026-QG", Source::Central);
        story.fill(other, Source::Central, 150_000_000);
        let switch = |amount: i64| {
            vec![
                support(&story, SUPPORT - amount),
                Fact::support(Source::Central, Some(other), Dong::ZERO, Dong(amount)),
            ]
        };
        let over = ask(&story, AmendmentKind::SwitchSource, switch(150_000_001)).unwrap();
        assert_eq!(
            grant(&story, over).unwrap_err().code(),
            "ledger.over-balance"
        );
        assert_eq!(
            story.held(Stage::Approved),
            Dong(SUPPORT),
            "nothing half-done"
        );
        let refuse = amendment::decide::Decision {
            is_granted: false,
            note: Some("Vượt nguồn".into()),
            ..granted()
        };
        decide(&story.at(Role::DepartmentHead), over, &refuse).unwrap();
        let id = ask(&story, AmendmentKind::SwitchSource, switch(150_000_000)).unwrap();
        grant(&story, id).unwrap();
        assert_eq!(story.held(Stage::Approved), Dong(50_000_000));
        assert_eq!(story.free(), Dong(450_000_000));
        let left = kc_app::ledger::purse::show(&department, other)
            .unwrap()
            .available;
        assert_eq!(left, Dong::ZERO);
    }
}

#[test]
fn v19_a_stop_frees_what_is_unused_and_leaves_the_refund_of_the_advance() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-04");
        story
            .pay(MoveKind::Advance, 60_000_000, "2026-03-10")
            .unwrap();
        let id = ask(&story, AmendmentKind::Stop, Vec::new()).unwrap();
        amendment::confirm::confirm(
            &story.at(Role::DepartmentHead),
            id,
            day("2026-05-04"),
            "88/SCT",
        )
        .unwrap();
        decide(&story.at(Role::AgencyOfficer), id, &granted()).unwrap();
        let centre = story.at(Role::CentreOfficer);
        let found = project::show(&centre, story.project).unwrap();
        assert_eq!(found.status, Status::Stopped);
        assert_eq!(found.reason.as_deref(), Some("Nhà cung cấp giao máy chậm"));
        assert_eq!(story.held(Stage::Contracted), Dong::ZERO);
        assert_eq!(story.held(Stage::Advanced), Dong(60_000_000));
        assert_eq!(story.free(), Dong(440_000_000));
        let due = payment::refunds_due(&story.at(Role::Accountant)).unwrap();
        assert!(due[0].what.say(Lang::Vi).contains("60.000.000 đồng"));
        let late = ask(&story, AmendmentKind::Stop, Vec::new()).unwrap_err();
        assert_eq!(late.code(), "amendment.not-open");
        assert!(
            verify::verify(&story.office.app.console(Lang::Vi))
                .unwrap()
                .holds()
        );
    }
}

#[test]
fn a_local_project_is_stopped_by_the_head_of_the_department() {
    for engine in Engine::BOTH {
        let story = local(engine);
        sign(&story.at(Role::CentreOfficer), story.contract()).unwrap();
        let id = ask(&story, AmendmentKind::Stop, Vec::new()).unwrap();
        assert_eq!(grant(&story, id).unwrap(), Stand::Granted);
        let found = project::show(&story.at(Role::CentreOfficer), story.project).unwrap();
        assert_eq!(found.status, Status::Stopped);
        assert_eq!(story.free(), Dong(500_000_000));
        let due = payment::refunds_due(&story.at(Role::Accountant)).unwrap();
        assert!(due.is_empty(), "nothing was advanced");
        let head = story.at(Role::DepartmentHead);
        let shown = standing(&head, found.plan.unwrap(), day("2026-12-31")).unwrap();
        let changes: Vec<_> = shown.amended.iter().map(|change| change.change).collect();
        assert_eq!(changes, [Dong(-SUPPORT)], "the plan counts the stop");
    }
}

#[test]
fn a_request_prints_what_it_changes_and_two_alike_are_told_apart() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let centre = story.at(Role::CentreOfficer);
        let lower = |after| {
            let wished = vec![support(&story, after)];
            let id = ask(&story, AmendmentKind::LowerSupport, wished).unwrap();
            grant(&story, id).unwrap();
            id
        };
        let first = lower(150_000_000);
        lower(120_000_000);
        let paper = amendment::print::paper(&centre, first).unwrap();
        let words = format!("{:?}", paper.blocks);
        for said in ["150.000.000 đồng", "Nay đề nghị", "Lý do"] {
            assert!(words.contains(said), "{said}");
        }
        let on = day("2026-05-04");
        let plan = project::show(&centre, story.project).unwrap().plan.unwrap();
        let standing = standing(&centre, plan, on).unwrap();
        let changes: Vec<_> = standing.amended.iter().map(|held| held.change.0).collect();
        assert_eq!(changes, [150_000_000 - SUPPORT, -30_000_000]);
        let foreigner = story.cast.foreigner(Role::CentreOfficer).at(&story.office);
        assert!(amendment::print::paper(&foreigner, first).is_err());
    }
}
