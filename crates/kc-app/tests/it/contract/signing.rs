//! Signing: paper, step and money together, or nothing of it.

use super::{SUPPORT, Story, day, part};
use kc_app::contract;
use kc_app::contract::appendix::append as add_appendix;
use kc_app::contract::liquidate::liquidate;
use kc_app::contract::sign::{NewContract, sign};
use kc_app::kernel::{Failure, PaperFormat};
use kc_app::ledger::append::append;
use kc_app::project;
use kc_domain::contract::{Appendix, ContractKind, Liquidation};
use kc_domain::identity::Role;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::project::Status;
use kc_testkit::Engine;

#[test]
fn a_signed_contract_takes_the_step_and_binds_the_money_at_once() {
    for engine in Engine::BOTH {
        let (story, id) = Story::contracted(engine, "2026-03-02");
        let centre = story.at(Role::CentreOfficer);
        let (held, found) = contract::show(&centre, id).unwrap();
        assert_eq!(found.status, Status::Contracted);
        assert_eq!(found.contract_number.as_deref(), Some("15/HĐ-TTKC"));
        assert_eq!(held.value_now(), Dong(SUPPORT));
        assert_eq!(held.parts[0].purse, Some(story.purse));
        assert_eq!(story.held(Stage::Contracted), Dong(SUPPORT));
        assert_eq!(story.held(Stage::Approved), Dong::ZERO);
        assert_eq!(story.free(), Dong(300_000_000));

        let second = sign(&centre, story.contract()).unwrap_err();
        assert_eq!(second.code(), "contract.second-contract");
        assert_eq!(story.held(Stage::Contracted), Dong(SUPPORT));
    }
}

#[test]
fn v11_a_contract_before_its_decision_or_of_another_value_leaves_nothing_behind() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-03-02");
        let centre = story.at(Role::CentreOfficer);
        let with = |change: &dyn Fn(&mut NewContract)| {
            let mut new = story.contract();
            change(&mut new);
            new
        };
        let table = [
            (
                with(&|new| new.signed_on = day("2026-02-09")),
                "contract.before-decision",
            ),
            (
                with(&|new| new.signed_on = day("2026-03-03")),
                "contract.in-the-future",
            ),
            (
                with(&|new| new.parts = vec![part(Source::Local, SUPPORT + 1)]),
                "contract.not-as-approved",
            ),
            (
                with(&|new| new.parts = vec![part(Source::Central, SUPPORT)]),
                "contract.not-as-approved",
            ),
            (
                with(&|new| new.kind = ContractKind::Support),
                "contract.no-execution",
            ),
            (
                with(&|new| new.advance_percent = Some(101)),
                "contract.no-percent",
            ),
            (with(&|new| new.number = " ".into()), "input.invalid"),
        ];
        for (new, code) in table {
            assert_eq!(sign(&centre, new).unwrap_err().code(), code);
        }
        let found = project::show(&centre, story.project).unwrap();
        assert_eq!(found.status, Status::Approved);
        assert!(
            contract::of_project(&centre, story.project)
                .unwrap()
                .is_empty()
        );
        assert_eq!(story.held(Stage::Approved), Dong(SUPPORT));
    }
}

#[test]
fn nobody_else_signs_and_no_entry_binds_money_beside_a_contract() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-03-02");
        for role in [Role::Accountant, Role::DepartmentHead, Role::Auditor] {
            let refused = sign(&story.at(role), story.contract());
            assert!(matches!(refused, Err(Failure::Denied(_))), "{role:?}");
        }
        let foreigner = story.cast.foreigner(Role::CentreOfficer).at(&story.office);
        let hidden = sign(&foreigner, story.contract());
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let entry = story.move_of(MoveKind::Contract, SUPPORT, "2026-03-01");
        let beside = append(&story.at(Role::CentreOfficer), &entry).unwrap_err();
        assert_eq!(beside.code(), "ledger.only-by-contract");
        assert_eq!(story.held(Stage::Contracted), Dong::ZERO);
    }
}

#[test]
fn the_beneficiary_has_a_contract_of_its_own_that_moves_no_money() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-03-10");
        let centre = story.at(Role::CentreOfficer);
        let support = NewContract {
            kind: ContractKind::Support,
            number: "16/HĐ-HT".into(),
            signed_on: day("2026-03-05"),
            ..story.contract()
        };
        sign(&centre, support).unwrap();
        let held = contract::of_project(&centre, story.project).unwrap();
        assert_eq!(held.len(), 2);
        assert_eq!(story.held(Stage::Contracted), Dong(SUPPORT));
    }
}

#[test]
fn an_appendix_extends_and_a_contract_ends_after_acceptance() {
    for engine in Engine::BOTH {
        let (story, id) = Story::contracted(engine, "2026-11-20");
        let centre = story.at(Role::CentreOfficer);
        let extend = Appendix {
            number: "01/PL".into(),
            signed_on: day("2026-10-01"),
            parts: Vec::new(),
            ends_on: Some(day("2026-11-30")),
            reason: "Máy về chậm".into(),
        };
        add_appendix(&centre, id, extend.clone()).unwrap();
        let wrong = Appendix {
            parts: vec![part(Source::Local, 150_000_000)],
            ..extend
        };
        let refused = add_appendix(&centre, id, wrong).unwrap_err();
        assert_eq!(refused.code(), "contract.not-as-approved");
        let end = Liquidation {
            number: Some("05/BB-TL".into()),
            on: day("2026-11-16"),
        };
        let early = liquidate(&centre, id, &end).unwrap_err();
        assert_eq!(early.code(), "contract.not-accepted");
        story.accept("2026-11-15");
        liquidate(&centre, id, &end).unwrap();
        let twice = liquidate(&centre, id, &end).unwrap_err();
        assert_eq!(twice.code(), "contract.ended");
        let (held, _) = contract::show(&centre, id).unwrap();
        assert_eq!(held.ends_now(), Some(day("2026-11-30")));
        assert_eq!(held.appendices.len(), 1);
        assert_eq!(held.liquidation, Some(end));
    }
}

#[test]
fn an_approved_project_waits_for_its_contract() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-03-02");
        let waiting = contract::waiting_for(&story.at(Role::CentreOfficer)).unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].since, Some(day("2026-02-10")));
        assert!(
            contract::waiting_for(&story.at(Role::Auditor))
                .unwrap()
                .is_empty()
        );
        sign(&story.at(Role::CentreOfficer), story.contract()).unwrap();
        assert!(
            contract::waiting_for(&story.at(Role::CentreOfficer))
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn a_draft_is_written_before_the_contract_and_its_paper_after_it() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-03-02");
        let centre = story.at(Role::CentreOfficer);
        let file = || {
            let kind = ContractKind::Execution;
            contract::write::write(&centre, story.project, kind, PaperFormat::Docx).unwrap()
        };
        let (name, bytes) = file();
        assert!(name.starts_with("hop-dong-du-thao-DA-"), "{name}");
        assert!(bytes.starts_with(b"PK"));
        sign(&centre, story.contract()).unwrap();
        assert_eq!(file().0, "hop-dong-15-HĐ-TTKC.docx");
        let foreigner = story.cast.foreigner(Role::CentreOfficer).at(&story.office);
        let kind = ContractKind::Execution;
        let hidden = contract::write::write(&foreigner, story.project, kind, PaperFormat::Docx);
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}
