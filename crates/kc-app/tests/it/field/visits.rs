//! Surveys, inspections, requests, obstacles: who may, what is refused, what waits for whom.

use super::{day, firm, inspection, request, running, survey};
use kc_app::kernel::{Failure, Window};
use kc_app::monitoring::matter::{NewObstacle, obstruct, settle};
use kc_app::monitoring::withdraw::withdraw;
use kc_app::monitoring::{self, Filter, inspect, survey as surveys, waiting_for};
use kc_app::{audit, project};
use kc_domain::identity::Role;
use kc_domain::monitoring::{Side, VisitKind};
use kc_testkit::{Cast, Engine, THUY_NGUYEN, TestOffice, new_project};

#[test]
fn a_proposal_leads_back_to_its_survey_and_a_survey_is_used_once() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = surveys::record(&centre, survey(&cast, Some(of), "1/6/2026")).unwrap();
        let other = surveys::record(&centre, survey(&cast, None, "2/6/2026")).unwrap();
        let new = || new_project("Máy cắt", THUY_NGUYEN, cast.centre);
        let made = surveys::propose(&centre, id, new()).unwrap();
        let visits = monitoring::of_project(&centre, made).unwrap().visits;
        assert_eq!(
            visits.iter().map(|visit| visit.id).collect::<Vec<_>>(),
            [id]
        );

        let before = project::list(
            &centre,
            &project::Filter::default(),
            project::Order::Newest,
            Window::of_page(1, 50),
        );
        let refused = surveys::propose(&centre, id, new()).unwrap_err();
        assert_eq!(refused.code(), "monitoring.survey-used");
        let after = project::list(
            &centre,
            &project::Filter::default(),
            project::Order::Newest,
            Window::of_page(1, 50),
        );
        assert_eq!(
            before.unwrap().total,
            after.unwrap().total,
            "no project is left behind"
        );
        let kept = withdraw(&centre, id, "Nhầm").unwrap_err();
        assert_eq!(kept.code(), "monitoring.survey-used");
        withdraw(&centre, other, "Ghi nhầm cơ sở").unwrap();
        let late = surveys::propose(&centre, other, new()).unwrap_err();
        assert_eq!(late.code(), "monitoring.withdrawn");
    }
}

#[test]
fn an_inspection_keeps_its_people_and_requests() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let new = inspect::NewInspection {
            requests: vec![request("10/7/2026")],
            ..inspection("15/6/2026")
        };
        let visit = inspect::record(&centre, id, new).unwrap();
        let sight = monitoring::see(&centre, visit).unwrap();
        assert_eq!(sight.visit.people.len(), 2);
        assert_eq!(sight.requests.len(), 1);
        assert_eq!(sight.establishment.as_deref(), Some("Đúc Mỹ Đồng"));
        let open = Filter {
            is_open: true,
            kinds: VisitKind::INSPECTIONS.into(),
            ..Filter::default()
        };
        let listed = monitoring::list(&centre, &open, Window::of_page(1, 50)).unwrap();
        assert_eq!((listed.total, listed.rows[0].open), (1, 1));

        let backward = inspect::NewInspection {
            requests: vec![request("14/6/2026")],
            ..inspection("15/6/2026")
        };
        let refused = inspect::record(&centre, id, backward).unwrap_err();
        assert_eq!(refused.code(), "monitoring.due-before-raised");
        let early = inspect::record(&centre, id, inspection("2/7/2026")).unwrap_err();
        assert_eq!(early.code(), "monitoring.in-the-future");
        let all = monitoring::list(&centre, &Filter::default(), Window::of_page(1, 50));
        assert_eq!(
            all.unwrap().total,
            1,
            "a refused visit leaves nothing behind"
        );
        let told = audit::of_record(&centre, visit).unwrap();
        assert!(
            told.iter()
                .any(|entry| entry.detail.contains("Nguyễn Văn An"))
        );
    }
}

#[test]
fn an_open_matter_waits_for_its_side_until_somebody_closes_it() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let new = inspect::NewInspection {
            requests: vec![request("10/7/2026")],
            ..inspection("15/6/2026")
        };
        inspect::record(&centre, id, new).unwrap();
        let obstacle = |due_on: &str| NewObstacle {
            raised_on: day("20/6/2026"),
            raised_by: "Giám đốc".into(),
            what: "Chưa có điện ba pha".into(),
            holder: Side::Commune,
            due_on: day(due_on),
            illustrative: false,
        };
        let owner = cast.person(Role::Firm).at(&office);
        let raised = obstruct(&owner, id, obstacle("25/6/2026")).unwrap();
        obstruct(&centre, id, obstacle("31/12/2026")).unwrap();

        let for_firm = waiting_for(&owner).unwrap();
        assert_eq!(for_firm.len(), 1);
        assert_eq!(for_firm[0].what.vi, "Thực hiện yêu cầu");
        assert_eq!(for_firm[0].title, "Nộp hóa đơn – Hỗ trợ máy đúc");
        assert_eq!(for_firm[0].due, day("10/7/2026"));
        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let for_commune = waiting_for(&commune).unwrap();
        assert_eq!(
            for_commune.len(),
            1,
            "what is due in December waits for December"
        );
        assert_eq!(for_commune[0].since, day("20/6/2026"));
        assert!(waiting_for(&centre).unwrap().is_empty());
        let foreigner = cast.foreigner(Role::CommuneOfficer).at(&office);
        assert!(waiting_for(&foreigner).unwrap().is_empty());

        let own = settle(&owner, raised, day("30/6/2026"), "Đã kéo điện").unwrap_err();
        assert!(matches!(own, Failure::NotFound | Failure::Denied(_)));
        settle(&commune, raised, day("30/6/2026"), "Đã kéo điện").unwrap();
        let again = settle(&commune, raised, day("30/6/2026"), "Lại").unwrap_err();
        assert_eq!(again.code(), "monitoring.already-closed");
        assert!(waiting_for(&commune).unwrap().is_empty());
        let seen = monitoring::of_project(&owner, id).unwrap();
        assert!(seen.visits.is_empty(), "a firm reads no minutes");
        assert_eq!(seen.matters.len(), 3, "but what it must do");
    }
}

#[test]
fn foreign_offices_and_readers_change_nothing_and_learn_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let visit = inspect::record(&centre, id, inspection("15/6/2026")).unwrap();
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(
            monitoring::show(&foreigner, visit),
            Err(Failure::NotFound)
        ));
        assert!(matches!(
            inspect::record(&foreigner, id, inspection("15/6/2026")),
            Err(Failure::NotFound)
        ));
        let abroad = surveys::record(&foreigner, survey(&cast, Some(of), "1/6/2026"));
        assert!(matches!(abroad, Err(Failure::NotFound)));
        let listed = monitoring::list(&foreigner, &Filter::default(), Window::of_page(1, 50));
        assert_eq!(listed.unwrap().total, 0);
        let auditor = cast.person(Role::Auditor).at(&office);
        assert!(monitoring::show(&auditor, visit).is_ok());
        assert!(matches!(
            inspect::record(&auditor, id, inspection("15/6/2026")),
            Err(Failure::Denied(_))
        ));
        assert!(matches!(
            withdraw(&auditor, visit, "Nhầm"),
            Err(Failure::Denied(_))
        ));
        let mute = withdraw(&centre, visit, " ").unwrap_err();
        assert_eq!(mute.code(), "monitoring.no-reason");
    }
}
