//! V19, the permission part: everybody registers in the own area, and nowhere else.

use kc_app::kernel::{Failure, Window};
use kc_app::project::amend::amend;
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::Given;
use kc_app::{audit, project};
use kc_domain::audit::Outcome;
use kc_domain::identity::Role;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{Cast, Engine, HA_NOI, THUY_NGUYEN, TestOffice, VINH_BAO, make, new_project};

#[test]
fn v19_a_district_officer_registers_and_submits_in_the_own_district_only() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let thuy_nguyen = cast.person(Role::CommuneOfficer).at(&office);
        let own = new_project("Máy đúc kim loại", THUY_NGUYEN, cast.department);
        let own = propose(&thuy_nguyen, own).unwrap();
        make(&thuy_nguyen, own, 1, Move::Submit, &Given::default()).unwrap();
        let status = project::show(&thuy_nguyen, own).unwrap().status;
        assert_eq!(status, Status::Submitted);

        let abroad = new_project("Dệt chiếu", VINH_BAO, cast.department);
        assert!(matches!(
            propose(&thuy_nguyen, abroad),
            Err(Failure::Denied(_))
        ));
        let elsewhere = new_project("Dệt chiếu", HA_NOI, cast.department);
        assert!(matches!(
            propose(&thuy_nguyen, elsewhere),
            Err(Failure::NotFound)
        ));
    }
}

#[test]
fn v19_editing_the_neighbours_proposal_is_refused_and_logged() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let thuy_nguyen = cast.person(Role::CommuneOfficer).at(&office);
        let vinh_bao = cast.neighbour(Role::CommuneOfficer).at(&office);
        let neighbours = new_project("Dệt chiếu", VINH_BAO, cast.department);
        let id = propose(&vinh_bao, neighbours).unwrap();

        assert_eq!(project::show(&thuy_nguyen, id).unwrap().title, "Dệt chiếu");
        let change = new_project("Máy đúc", VINH_BAO, cast.department);
        let refused = amend(&thuy_nguyen, id, 1, change);
        assert!(matches!(refused, Err(Failure::Denied(_))));
        let refused = make(&thuy_nguyen, id, 1, Move::Submit, &Given::default());
        assert!(matches!(refused, Err(Failure::Denied(_))));

        let kept = project::show(&vinh_bao, id).unwrap();
        assert_eq!((&*kept.title, kept.version), ("Dệt chiếu", 1));
        let auditor = cast.person(Role::Auditor).at(&office);
        let log = audit::list(&auditor, Some(&id.to_string()), Window::of_page(1, 9)).unwrap();
        let refusals = log.rows.iter().filter(|row| row.outcome != Outcome::Done);
        assert_eq!((log.total, refusals.count()), (3, 2));
    }
}

#[test]
fn v19_a_service_organisation_submits_its_own_and_sees_no_other() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let service = cast.person(Role::ServiceOrganisation).at(&office);
        let new = NewProject {
            party: Some(cast.service),
            ..new_project("Tư vấn sản xuất sạch hơn", THUY_NGUYEN, cast.service)
        };
        let own = propose(&service, new).unwrap();
        make(&service, own, 1, Move::Submit, &Given::default()).unwrap();

        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let other = new_project("Máy đúc", THUY_NGUYEN, cast.department);
        let other = propose(&commune, other).unwrap();
        assert!(matches!(
            project::show(&service, other),
            Err(Failure::NotFound)
        ));
        assert!(matches!(
            make(&service, other, 1, Move::Submit, &Given::default()),
            Err(Failure::NotFound)
        ));
    }
}

#[test]
fn each_proposal_takes_the_next_code_of_its_year() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        for (title, code) in [("Máy đúc", "DA-2017-00001"), ("Máy cắt", "DA-2017-00002")] {
            let new = new_project(title, THUY_NGUYEN, cast.centre);
            let id = propose(&officer, new).unwrap();
            assert_eq!(project::show(&officer, id).unwrap().code, code);
        }
    }
}
