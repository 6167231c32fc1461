//! The ledger through its use cases: two hands, no overspending, reversal beside the mistake.

use chrono::NaiveDate;
use kc_app::kernel::{About, Cx, Failure, Window};
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::holder::holders;
use kc_app::ledger::reverse::{NewReversal, reverse};
use kc_app::ledger::{self, Filter, purse, verify};
use kc_app::project::propose::record_reported;
use kc_app::{audit, payment};
use kc_domain::identity::{Role, StandIn};
use kc_domain::kernel::id::{EntryId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::policy::{Action, Subject};
use kc_store::kernel::{Trace, Tx};
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, new_project, new_purse};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn open_purse(cx: &Cx<'_>, cast: &Cast, code: &str) -> PurseId {
    purse::open(cx, new_purse(code, 2019, cast.centre)).unwrap()
}

fn reported_project(cx: &Cx<'_>, cast: &Cast, title: &str) -> ProjectId {
    record_reported(cx, new_project(title, HAI_PHONG, cast.centre)).unwrap()
}

fn step(kind: MoveKind, amount: i64, purse: PurseId, project: Option<ProjectId>) -> Move {
    Move {
        kind,
        source: Source::Local,
        purse: Some(purse),
        project,
        amount: Dong(amount),
        effective_on: day("2019-06-15"),
        document: None,
        reason: None,
        illustrative: true,
    }
}

/// Pays a project in full: assigned, approved, contracted, prepared by one hand, approved by
/// another.
fn pay_in_full(office: &TestOffice, cast: &Cast, amount: i64) -> (PurseId, ProjectId, EntryId) {
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let centre = cast.person(Role::CentreOfficer).at(office);
    let purse = open_purse(&department, cast, "HP-2019-TP");
    let project = reported_project(&centre, cast, "Tư vấn, trợ giúp cơ sở CNNT");
    append(&department, &step(MoveKind::Assign, amount, purse, None)).unwrap();
    append(
        &department,
        &step(MoveKind::Approve, amount, purse, Some(project)),
    )
    .unwrap();
    append(
        &centre,
        &step(MoveKind::Contract, amount, purse, Some(project)),
    )
    .unwrap();
    let accountant = cast.person(Role::Accountant).at(office);
    let paid = step(MoveKind::Pay, amount, purse, Some(project));
    let paid = payment::prepare(&accountant, &paid, &[]).unwrap();
    payment::approve(&cast.person(Role::PaymentApprover).at(office), paid).unwrap();
    (purse, project, paid)
}

#[test]
fn v12_no_overpayment_and_a_reversal_keeps_both_entries() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let (purse, project, paid) = pay_in_full(&office, &cast, 160_000_000);

        let accountant = cast.person(Role::Accountant).at(&office);
        let more = step(MoveKind::Pay, 1, purse, Some(project));
        let refused = payment::prepare(&accountant, &more, &[]).unwrap_err();
        assert_eq!(refused.code(), "ledger.over-balance");
        assert!(refused.say(Lang::Vi).contains("còn 0 đồng"));

        let approver = cast.person(Role::PaymentApprover).at(&office);
        let back = NewReversal {
            of: paid,
            amount: Dong(50_000_000),
            effective_on: day("2019-06-18"),
            reason: "Chuyển nhầm tài khoản".into(),
        };
        reverse(&approver, &back).unwrap();
        let stages = ledger::stages_of_project(&approver, project).unwrap();
        assert!(stages.contains(&(Source::Local, Stage::Contracted, Dong(50_000_000))));
        assert!(stages.contains(&(Source::Local, Stage::Paid, Dong(110_000_000))));
        let filter = Filter {
            project: Some(project),
            ..Filter::default()
        };
        assert_eq!(
            ledger::list(&approver, &filter, Window::of_page(1, 50))
                .unwrap()
                .total,
            4
        );
        let verdict = verify::verify(&office.app.console(Lang::Vi)).unwrap();
        assert!(verdict.holds() && verdict.entries == 5);
    }
}

#[test]
fn the_hand_that_prepares_is_never_the_hand_that_approves() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let (purse, project, _) = pay_in_full(&office, &cast, 10_000_000);
        let accountant = cast.person(Role::Accountant).at(&office);
        let settle = step(MoveKind::Settle, 10_000_000, purse, Some(project));
        let waiting = payment::prepare(&accountant, &settle, &[]).unwrap();
        assert!(matches!(
            payment::approve(&accountant, waiting),
            Err(Failure::Denied(_))
        ));
        let approver = cast.person(Role::PaymentApprover).at(&office);
        payment::approve(&approver, waiting).unwrap();
        let again = payment::approve(&approver, waiting).unwrap_err();
        assert_eq!(again.code(), "ledger.already-decided");
        let one_hand = append(&accountant, &settle);
        assert!(matches!(one_hand, Err(Failure::Denied(_))));
    }
}

#[test]
fn the_book_takes_an_entry_of_one_identity_once() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let purse = open_purse(&department, &cast, "HP-2019-TP");
        let assign = step(MoveKind::Assign, 5_000_000, purse, None);
        let id = append(&department, &assign).unwrap();
        let entry = ledger::show(&department, id).unwrap().entry;
        let subject = Subject::new(entry.area.clone(), Some(entry.organisation));
        let about = About::new("ledger", id);
        let permit = department.permit(Action::AssignBudget, subject, &about);
        let again = |tx: &mut Tx<'_>| {
            tx.trace(Trace::new("ledger", id, "Thử"));
            Ok(kc_store::ledger::append(tx, &entry)?)
        };
        assert!(!department.change(&permit.unwrap(), &about, again).unwrap());
        let page = Window::of_page(1, 50);
        let entries = ledger::list(&department, &Filter::default(), page).unwrap();
        assert_eq!(entries.total, 1);
        let card = purse::show(&department, purse).unwrap();
        assert_eq!(card.available, Dong(5_000_000));
        let auditor = cast.person(Role::Auditor).at(&office);
        let told = audit::list(&auditor, Some(&purse.to_string()), page).unwrap();
        let told = told.rows.into_iter().map(|row| row.detail);
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "Giao dự toán 5.000.000 đồng (Ngân sách tỉnh, thành phố), ngày 15/06/2019",
                "Mở nguồn kinh phí Ngân sách thành phố 2019 (HP-2019-TP)",
            ]
        );
    }
}

#[test]
fn a_thousand_approvals_at_once_never_overspend_a_purse() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let purse = open_purse(&department, &cast, "HP-2019-TP");
        append(&department, &step(MoveKind::Assign, 1_000, purse, None)).unwrap();
        let project = reported_project(&cast.person(Role::CentreOfficer).at(&office), &cast, "A");
        let approve_often = || {
            let cx = cast.person(Role::DepartmentOfficer).at(&office);
            for _ in 0..125 {
                let approve = step(MoveKind::Approve, 3, purse, Some(project));
                drop(append(&cx, &approve));
            }
        };
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(approve_often);
            }
        });
        assert_eq!(purse::show(&department, purse).unwrap().available, Dong(1));
    }
}

#[test]
fn an_entry_names_its_project_its_purse_and_who_recorded_it_and_strangers_read_no_name() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let (purse, project, paid) = pay_in_full(&office, &cast, 1_000);
        let approver = cast.person(Role::PaymentApprover).at(&office);
        let sight = ledger::show(&approver, paid).unwrap();
        let title = sight.holders.project(project);
        assert_eq!(title, Some("Tư vấn, trợ giúp cơ sở CNNT"));
        assert!(sight.holders.purse(purse).is_some());
        let name = approver.actor().map(|actor| actor.name.clone());
        assert_eq!(sight.recorded_by, name);

        let page = Window::of_page(1, 50);
        let entries = ledger::list(&approver, &Filter::default(), page).unwrap();
        let foreigner = cast.foreigner(Role::Accountant).at(&office);
        for entry in entries.rows {
            let rows = std::slice::from_ref(&entry);
            assert!(holders(&approver, rows).unwrap().of(&entry).is_some());
            assert_eq!(holders(&foreigner, rows).unwrap().of(&entry), None);
        }
    }
}

#[test]
fn a_foreign_office_sees_no_entry_and_no_purse() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let (purse, _, paid) = pay_in_full(&office, &cast, 1_000);
        let foreigner = cast.foreigner(Role::Accountant).at(&office);
        assert!(matches!(
            ledger::show(&foreigner, paid),
            Err(Failure::NotFound)
        ));
        assert!(matches!(
            purse::show(&foreigner, purse),
            Err(Failure::NotFound)
        ));
        let everything = ledger::list(&foreigner, &Filter::default(), Window::of_page(1, 50));
        assert_eq!(everything.unwrap().total, 0);
    }
}

#[test]
fn a_deputy_approves_neither_the_own_moves_nor_those_of_the_absent() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2019-06-20");
        let cast = Cast::gather(&office);
        let (purse, project, _) = pay_in_full(&office, &cast, 10_000_000);
        let accountant = cast.person(Role::Accountant);
        let settle = step(MoveKind::Settle, 5_000_000, purse, Some(project));
        let theirs = payment::prepare(&accountant.at(&office), &settle, &[]).unwrap();
        let mut approver = cast.person(Role::PaymentApprover);
        approver.actor.stands_in.push(StandIn {
            user: accountant.actor.user,
            name: accountant.actor.name.clone(),
            until: day("2019-06-21"),
            assignments: accountant.actor.assignments.clone(),
        });
        let deputy = approver.at(&office);
        let refused = payment::approve(&deputy, theirs).unwrap_err();
        assert_eq!(refused.code(), "policy.proposal-of-absent");
        let own = payment::prepare(&deputy, &settle, &[]).unwrap();
        let refused = payment::approve(&deputy, own).unwrap_err();
        assert_eq!(refused.code(), "policy.own-proposal");
        let head = cast.person(Role::CentreHead).at(&office);
        let settled = (Source::Local, Stage::Settled, Dong(10_000_000));
        assert!(
            !ledger::stages_of_project(&head, project)
                .unwrap()
                .contains(&settled)
        );
        let back = cast.person(Role::PaymentApprover).at(&office);
        payment::approve(&back, theirs).unwrap();
    }
}
