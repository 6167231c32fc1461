//! What decisions refuse; a refused one leaves nothing behind.

use super::{Year, signed};
use kc_app::decision::draft::{StartWith, draft, redraft};
use kc_app::decision::issue::issue;
use kc_app::decision::lines::{NewLine, choices, put, take_out};
use kc_app::decision::{self, see};
use kc_app::kernel::{Failure, Window};
use kc_app::project::amend::amend;
use kc_app::project::propose::NewProject;
use kc_app::project::show;
use kc_app::project::step::Given;
use kc_domain::decision::DecisionKind;
use kc_domain::identity::Role;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{Engine, make};

#[test]
fn v11_an_approval_falls_when_its_content_changed_and_says_which() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        let centre = year.at(Role::CentreOfficer);
        let dearer = NewProject {
            cost_estimated: Some(Dong(900)),
            ..year.proposal("Máy cắt", 320, year.plan)
        };
        let version = show(&centre, project).unwrap().version;
        amend(&centre, project, version, dearer).unwrap();

        let refused = year.issue(id, "512/QĐ-UBND", "2026-02-12").unwrap_err();
        assert_eq!(refused.code(), "decision.stale");
        let said = refused.say(Lang::Vi);
        assert!(
            said.contains("mức đề nghị hỗ trợ (300 đồng → 320 đồng)"),
            "{said}"
        );
        assert!(
            said.contains("tổng kinh phí dự kiến (chưa có → 900 đồng)"),
            "{said}"
        );
        assert_eq!(year.status(project), Status::Submitted);
        assert_eq!(year.free(year.local), 1_000);
        let shown = see(&year.at(Role::DepartmentHead), id).unwrap();
        assert_eq!(
            shown.findings.len(),
            1,
            "and the page of the draft says it before"
        );

        year.put(id, project, year.local, 320).unwrap();
        year.issue(id, "512/QĐ-UBND", "2026-02-12").unwrap();
        assert_eq!(year.free(year.local), 680);
    }
}

#[test]
fn v12_a_batch_over_its_purse_is_refused_and_nothing_is_half_done() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let fits = year.submitted("Vừa", 600);
        let over = year.submitted("Quá", 401);
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        let head = year.at(Role::DepartmentHead);
        let room = &see(&head, id).unwrap().rooms[0].1;
        assert!(!room.bears() && room.taken == Dong(1_001));
        let refused = year.issue(id, "512/QĐ-UBND", "2026-02-12").unwrap_err();
        assert_eq!(refused.code(), "ledger.over-balance");
        for project in [fits, over] {
            assert_eq!(year.status(project), Status::Submitted);
        }
        assert_eq!(year.free(year.local), 1_000);
        let act = decision::show(&head, id).unwrap();
        assert_eq!((act.number, act.document), (None, None));
        let papers = kc_app::document::Filter::default();
        let window = Window::of_page(1, 10);
        let found =
            kc_app::document::list(&head, &papers, kc_app::document::Order::default(), window)
                .unwrap();
        assert_eq!(found.total, 0, "no paper is left behind");
    }
}

#[test]
fn whoever_worked_on_a_draft_or_proposed_its_project_does_not_issue_it() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let national = NewProject {
            level: Some(Level::National),
            ..year.proposal("Máy cắt", 300, year.plan)
        };
        let project = year.proposed(national);
        year.cast.bring(&year.office, project, "N7");
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        let officer = year.at(Role::DepartmentOfficer);
        let own = issue(&officer, id, 1, &signed("1/QĐ-UBND", "2026-02-12"));
        assert!(matches!(own, Err(Failure::Denied(_))));
        let head = year.at(Role::DepartmentHead);
        redraft(&head, id, 1, year.new_decision(DecisionKind::Approve)).unwrap();
        let helped = issue(&head, id, 2, &signed("1/QĐ-UBND", "2026-02-12"));
        assert_eq!(helped.unwrap_err().code(), "decision.own-draft");
        for role in [Role::CentreOfficer, Role::Accountant, Role::Auditor] {
            let tried = issue(&year.at(role), id, 2, &signed("1/QĐ-UBND", "2026-02-12"));
            assert!(matches!(tried, Err(Failure::Denied(_))), "{role:?}");
        }
        for role in [Role::Accountant, Role::CouncilMember] {
            let tried = draft(
                &year.at(role),
                year.new_decision(DecisionKind::Approve),
                StartWith::Nothing,
            );
            assert!(matches!(tried, Err(Failure::Denied(_))), "{role:?}");
        }
        let commune = year.at(Role::CommuneOfficer);
        let hidden = issue(&commune, id, 2, &signed("1/QĐ-UBND", "2026-02-12"));
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let agency = year.at(Role::AgencyOfficer);
        issue(&agency, id, 2, &signed("1/QĐ-UBND", "2026-02-12")).unwrap();
        assert_eq!(year.status(project), Status::Approved);
    }
}

#[test]
fn years_never_mix() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let other = year.proposed(year.proposal("Năm sau", 100, year.next));
        year.cast.bring(&year.office, other, "L5");
        let own = year.submitted("Năm nay", 100);
        let id = year.draft(DecisionKind::Approve, StartWith::Nothing);
        let refused = year.put(id, other, year.local, 100).unwrap_err();
        assert_eq!(refused.code(), "decision.other-plan");
        let refused = year.put(id, own, year.next_local, 100).unwrap_err();
        assert_eq!(refused.code(), "decision.other-purse");
        assert_eq!(year.lines(id), 0);
    }
}

#[test]
fn wrong_states_amounts_and_days_are_refused_with_what_to_do() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let cut = year.draft(DecisionKind::Cut, StartWith::Nothing);
        let early = year.put(cut, project, year.local, 100).unwrap_err();
        assert_eq!(early.code(), "decision.wrong-state");
        let id = year.draft(DecisionKind::Approve, StartWith::Nothing);
        let nothing = year.put(id, project, year.local, 0).unwrap_err();
        assert_eq!(nothing.code(), "decision.wrong-amount");
        let empty = year.issue(id, "1/QĐ-UBND", "2026-02-12").unwrap_err();
        assert_eq!(empty.code(), "decision.no-items");
        year.put(id, project, year.local, 300).unwrap();
        let ahead = year.issue(id, "1/QĐ-UBND", "2026-03-03").unwrap_err();
        assert_eq!(ahead.code(), "decision.in-the-future");
        year.issue(id, "1/QĐ-UBND", "2026-02-12").unwrap();
        let twice = year.issue(id, "1/QĐ-UBND", "2026-02-12").unwrap_err();
        assert_eq!(twice.code(), "decision.not-draft");
        let edited = year.put(id, project, year.local, 200).unwrap_err();
        assert_eq!(edited.code(), "decision.not-draft");

        let half = year.draft(DecisionKind::SwitchSource, StartWith::Nothing);
        year.put(half, project, year.local, 100).unwrap();
        let unequal = year.issue(half, "2/QĐ-UBND", "2026-02-20").unwrap_err();
        assert_eq!(unequal.code(), "decision.switch-unequal");
    }
}

#[test]
fn a_stale_form_and_a_foreign_office_change_nothing() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let project = year.submitted("Máy cắt", 300);
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        let officer = year.at(Role::DepartmentOfficer);
        let line = see(&officer, id).unwrap().lines[0].item.id;
        take_out(&officer, id, 1, line).unwrap();
        let stale = take_out(&officer, id, 1, line);
        assert!(matches!(stale, Err(Failure::NotFound | Failure::Stale)));
        let new = NewLine {
            project,
            purse: year.local,
            after: Dong(300),
        };
        assert!(matches!(put(&officer, id, 1, new), Err(Failure::Stale)));

        let foreigner = year.cast.foreigner(Role::DepartmentHead).at(&year.office);
        assert!(matches!(
            decision::show(&foreigner, id),
            Err(Failure::NotFound)
        ));
        let tried = issue(&foreigner, id, 2, &signed("1/QĐ-UBND", "2026-02-12"));
        assert!(matches!(tried, Err(Failure::NotFound)));
        let all = decision::list(
            &foreigner,
            &decision::Filter::default(),
            Window::of_page(1, 50),
        )
        .unwrap();
        assert_eq!(all.total, 0);
        assert!(
            decision::of_project(&foreigner, project)
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn many_decisions_at_once_never_overspend_one_purse() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let drafts: Vec<_> = (0..10)
            .map(|at| {
                let project = year.submitted(&format!("Đề án {at}"), 150);
                let id = year.draft(DecisionKind::Approve, StartWith::Nothing);
                year.put(id, project, year.local, 150).unwrap();
                (at, id)
            })
            .collect();
        std::thread::scope(|threads| {
            for (at, id) in &drafts {
                let number = format!("{}/QĐ-UBND", at + 1);
                let year = &year;
                threads.spawn(move || drop(year.issue(*id, &number, "2026-02-12")));
            }
        });
        let head = year.at(Role::DepartmentHead);
        let issued = drafts
            .iter()
            .filter(|(_, id)| decision::show(&head, *id).unwrap().document.is_some());
        assert_eq!(issued.count(), 6, "as many as fit");
        assert_eq!(year.free(year.local), 100);
    }
}

#[test]
fn a_project_that_was_not_appraised_yet_is_not_put_into_a_batch() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let early = year.proposed(year.proposal("Mới trình", 100, year.plan));
        make(&centre, early, 1, Move::Submit, &Given::default()).unwrap();
        let id = year.draft(DecisionKind::Approve, StartWith::Submitted);
        assert_eq!(year.lines(id), 0);
        let officer = year.at(Role::DepartmentOfficer);
        let draft = decision::show(&officer, id).unwrap();
        assert!(choices(&officer, &draft).unwrap().0.is_empty());
        let refused = year.put(id, early, year.local, 100).unwrap_err();
        assert!(matches!(refused, Failure::Refused(_)), "{refused:?}");
        assert_eq!(year.lines(id), 0);
    }
}
