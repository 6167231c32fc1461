//! What each kind of decision does when it is issued.

use super::Year;
use kc_app::contract::sign::{NewContract, sign};
use kc_app::decision::draft::StartWith;
use kc_app::decision::write::write;
use kc_app::decision::{self, see};
use kc_app::kernel::PaperFormat;
use kc_app::ledger::append::Move;
use kc_app::payment;
use kc_app::project;
use kc_app::project::propose::NewProject;
use kc_domain::contract::{ContractKind, Part};
use kc_domain::decision::{DecisionKind, DecisionStatus};
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::MoveKind;
use kc_domain::ledger::{Source, Stage};
use kc_domain::project::Status;
use kc_testkit::{Engine, tell};

#[test]
fn v11_a_batch_approves_its_projects_their_money_and_the_plan_in_one_go() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let first = year.submitted("Máy cắt", 300);
        let second = year.submitted("Máy hàn", 200);
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        assert_eq!(year.lines(id), 2);
        let other = year.draft(DecisionKind::Adjust, StartWith::Submitted);
        assert_eq!(year.lines(other), 0, "it changes only what was approved");
        let head = year.at(Role::DepartmentHead);
        assert_eq!(decision::waiting_for(&head).unwrap().len(), 1);
        let desk = kc_app::task::desk(&head).unwrap().mine;
        let issuing = desk
            .iter()
            .find(|task| task.what.en == "Issue the decision");
        assert_eq!(issuing.unwrap().since, Some(super::day("2026-03-02")));
        let drafter = year.at(Role::DepartmentOfficer);
        assert!(decision::waiting_for(&drafter).unwrap().is_empty());

        year.issue(id, "512/QĐ-UBND", "2026-02-12").unwrap();

        for project in [first, second] {
            assert_eq!(year.status(project), Status::Approved);
        }
        assert_eq!(year.free(year.local), 500);
        let shown = project::see(&head, first).unwrap();
        assert_eq!(shown.project.batch.as_deref(), Some("I/2026"));
        let paper = shown.decision.unwrap();
        assert_eq!(paper.number.unwrap().as_str(), "512/QĐ-UBND");
        let act = see(&head, id).unwrap().decision;
        assert_eq!(act.status, DecisionStatus::Issued);
        assert!(decision::waiting_for(&head).unwrap().is_empty());
    }
}

#[test]
fn money_is_raised_cut_and_switched_between_sources_by_decisions() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let (local, central) = (year.local, year.central);
        year.act(
            DecisionKind::Approve,
            "1/QĐ-UBND",
            "2026-02-01",
            &[(project, local, 300)],
        );
        year.act(
            DecisionKind::Adjust,
            "2/QĐ-UBND",
            "2026-02-05",
            &[(project, local, 350)],
        );
        year.act(
            DecisionKind::Cut,
            "3/QĐ-UBND",
            "2026-02-10",
            &[(project, local, 250)],
        );
        assert_eq!(year.free(local), 750);
        let switch = [(project, local, 100), (project, central, 150)];
        year.act(
            DecisionKind::SwitchSource,
            "4/QĐ-UBND",
            "2026-02-20",
            &switch,
        );
        assert_eq!((year.free(local), year.free(central)), (900, 350));
    }
}

#[test]
fn what_is_postponed_leaves_its_money_and_what_is_carried_over_takes_it_along() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let (waits, goes) = (year.submitted("Chờ", 100), year.submitted("Sang năm", 200));
        let local = year.local;
        year.act(
            DecisionKind::Approve,
            "1/QĐ-UBND",
            "2026-02-01",
            &[(waits, local, 100), (goes, local, 200)],
        );
        year.act(
            DecisionKind::Postpone,
            "2/QĐ-UBND",
            "2026-02-10",
            &[(waits, local, 0)],
        );
        assert_eq!(year.free(local), 800);
        year.act(
            DecisionKind::CarryOver,
            "3/QĐ-UBND",
            "2026-02-20",
            &[(goes, local, 50)],
        );
        assert_eq!(year.free(local), 800, "the money left with the project");
        assert_eq!(
            year.free(year.next_local),
            0,
            "and is approved there already"
        );
        let cx = year.at(Role::CentreOfficer);
        for project in [waits, goes] {
            let shown = project::show(&cx, project).unwrap();
            assert_eq!(shown.plan, Some(year.next));
            assert_eq!(shown.status, Status::Approved);
        }
    }
}

#[test]
fn a_stopped_project_gives_back_what_is_not_contracted() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let local = year.local;
        year.act(
            DecisionKind::Approve,
            "1/QĐ-UBND",
            "2026-02-01",
            &[(project, local, 300)],
        );
        year.act(
            DecisionKind::Stop,
            "2/QĐ-UBND",
            "2026-02-20",
            &[(project, local, 0)],
        );
        assert_eq!(year.status(project), Status::Stopped);
        assert_eq!(year.free(local), 1_000);
        let cx = year.at(Role::CentreOfficer);
        assert_eq!(decision::of_project(&cx, project).unwrap().len(), 2);
        let stages = kc_app::ledger::stages_of_project(&cx, project).unwrap();
        assert!(
            stages
                .iter()
                .all(|(_, stage, held)| *held == Dong::ZERO || stage.is_of_purse())
        );
    }
}

/// A contract of 300 from one purse.
fn contract(project: ProjectId, source: Source, purse: PurseId) -> NewContract {
    NewContract {
        project,
        kind: ContractKind::Execution,
        number: "15/HĐ-TTKC".into(),
        signed_on: parse_date("2026-02-05").unwrap(),
        giver: "Trung tâm Khuyến công".into(),
        taker: "Cơ sở".into(),
        parts: vec![Part {
            source,
            purse: Some(purse),
            amount: Dong(300),
        }],
        advance_percent: None,
        starts_on: None,
        ends_on: None,
        terms: None,
        schedule: None,
        document: None,
    }
}

/// A national project of 300 under contract, of which 100 was advanced.
fn advanced(year: &Year) -> ProjectId {
    let new = NewProject {
        level: Some(Level::National),
        cost_estimated: Some(Dong(1_000)),
        ..year.proposal("Máy cắt", 300, year.plan)
    };
    let project = year.proposed(new);
    tell(&year.at(Role::CentreOfficer), project, "machinery");
    year.cast.bring(&year.office, project, "N7");
    let first = [(project, year.central, 300)];
    year.act(DecisionKind::Approve, "1/QĐ-UBND", "2026-02-01", &first);
    let contract = NewContract {
        advance_percent: Some(50),
        ..contract(project, Source::Central, year.central)
    };
    sign(&year.at(Role::CentreOfficer), contract).unwrap();
    let accountant = year.at(Role::Accountant);
    let advance = Move {
        kind: MoveKind::Advance,
        source: Source::Central,
        purse: Some(year.central),
        project: Some(project),
        amount: Dong(100),
        effective_on: parse_date("2026-02-10").unwrap(),
        document: None,
        reason: None,
        illustrative: true,
    };
    let advance = payment::prepare(&accountant, &advance, &[]).unwrap();
    payment::approve(&year.at(Role::PaymentApprover), advance).unwrap();
    project
}

#[test]
fn a_stop_leaves_what_was_advanced_and_its_line_must_say_so() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = advanced(&year);
        let draft = year.draft(DecisionKind::Stop, StartWith::Nothing);
        year.put(draft, project, year.central, 0).unwrap();
        let uneven = year.issue(draft, "2/QĐ-UBND", "2026-02-20").unwrap_err();
        assert_eq!(uneven.code(), "decision.stop-uneven");
        assert!(uneven.say(Lang::Vi).contains("còn 100 đồng"));
        assert_eq!(year.status(project), Status::Contracted);
        assert_eq!(year.free(year.central), 200, "nothing of it happened");

        year.put(draft, project, year.central, 100).unwrap();
        year.issue(draft, "2/QĐ-UBND", "2026-02-20").unwrap();
        assert_eq!(year.status(project), Status::Stopped);
        assert_eq!(year.free(year.central), 400);
        let due = payment::refunds_due(&year.at(Role::Accountant)).unwrap();
        assert!(due[0].what.say(Lang::Vi).contains("100 đồng"));
        let on = parse_date("2026-03-02").unwrap();
        let head = year.at(Role::DepartmentHead);
        let standing = decision::standing::standing(&head, year.plan, on).unwrap();
        assert!(standing.agrees(), "the plan is the sum of its decisions");
    }
}

#[test]
fn a_cut_frees_what_a_contract_binds_and_never_what_is_spent() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let local = year.local;
        let first = [(project, local, 300)];
        year.act(DecisionKind::Approve, "1/QĐ-UBND", "2026-02-01", &first);
        let contract = contract(project, Source::Local, local);
        sign(&year.at(Role::CentreOfficer), contract).unwrap();
        let less = [(project, local, 200)];
        year.act(DecisionKind::Cut, "2/QĐ-UBND", "2026-02-20", &less);
        assert_eq!(year.free(local), 800);
        let cx = year.at(Role::CentreOfficer);
        let stages = kc_app::ledger::stages_of_project(&cx, project).unwrap();
        let bound = (Source::Local, Stage::Contracted, Dong(200));
        assert!(stages.contains(&bound), "{stages:?}");
    }
}

#[test]
fn the_paper_of_a_decision_is_a_document_with_its_sums_in_words() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        year.submitted("Máy cắt", 300);
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        let head = year.at(Role::DepartmentHead);
        let (name, bytes) = write(&head, id, PaperFormat::Docx).unwrap();
        assert_eq!(name, "quyet-dinh-du-thao.docx");
        assert!(bytes.starts_with(b"PK"));
        year.issue(id, "512/QĐ-UBND", "2026-02-12").unwrap();
        let (name, _) = write(&head, id, PaperFormat::Docx).unwrap();
        assert_eq!(name, "quyet-dinh-512-QĐ-UBND.docx");
    }
}
