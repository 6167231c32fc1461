//! The steps of a project: one after the other, never one over the other.

use kc_app::kernel::Failure;
use kc_app::project;
use kc_app::project::amend::amend;
use kc_app::project::equipment::{NewEquipment, add};
use kc_app::project::propose::propose;
use kc_app::project::step::Given;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{Cast, Engine, THUY_NGUYEN, TestOffice, make, new_project};

#[test]
fn a_submitted_proposal_is_changed_only_after_it_was_returned_with_a_reason() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let new = || new_project("Máy đúc", THUY_NGUYEN, cast.department);
        let id = propose(&commune, new()).unwrap();
        make(&commune, id, 1, Move::Submit, &Given::default()).unwrap();
        let late = amend(&commune, id, 2, new());
        assert!(matches!(late, Err(Failure::Denied(_))));
        let mute = make(&centre, id, 2, Move::Return, &Given::because("")).unwrap_err();
        assert_eq!(mute.code(), "project.no-reason");
        make(
            &centre,
            id,
            2,
            Move::Return,
            &Given::because("Thiếu thuyết minh công nghệ"),
        )
        .unwrap();
        amend(&commune, id, 3, new()).unwrap();
        make(&commune, id, 4, Move::Submit, &Given::default()).unwrap();
        let found = project::show(&commune, id).unwrap();
        assert_eq!((found.status, found.version), (Status::Submitted, 5));
        assert_eq!(found.reason, None);
    }
}

#[test]
fn a_step_on_a_page_that_is_no_longer_true_changes_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let new = || new_project("Máy đúc", THUY_NGUYEN, cast.centre);
        let id = propose(&centre, new()).unwrap();
        amend(&centre, id, 1, new()).unwrap();
        assert!(matches!(
            make(&centre, id, 1, Move::Submit, &Given::default()),
            Err(Failure::Stale)
        ));
        let found = project::show(&centre, id).unwrap();
        assert_eq!((found.status, found.version), (Status::Registered, 2));
        let day = parse_date("1/3/2017").unwrap();
        let refused = make(&centre, id, 2, Move::Contract, &Given::on(day)).unwrap_err();
        assert_eq!(refused.code(), "project.no-decision");
    }
}

#[test]
fn machines_belong_to_their_project_and_count_from_one() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = propose(&centre, new_project("Máy đúc", THUY_NGUYEN, cast.centre)).unwrap();
        let other = propose(&centre, new_project("Máy cắt", THUY_NGUYEN, cast.centre)).unwrap();
        let machine = |quantity| NewEquipment {
            name: "Thiết bị quang phổ phân tích thành phần kim loại".into(),
            model: None,
            origin: None,
            year_made: None,
            quantity,
            price: None,
        };
        add(&centre, id, machine(1)).unwrap();
        assert!(matches!(
            add(&centre, id, machine(0)),
            Err(Failure::Invalid(_))
        ));
        assert_eq!(project::see(&centre, id).unwrap().equipment.len(), 1);
        assert!(project::see(&centre, other).unwrap().equipment.is_empty());
        let auditor = cast.person(Role::Auditor).at(&office);
        assert!(matches!(
            add(&auditor, id, machine(1)),
            Err(Failure::Denied(_))
        ));
    }
}
