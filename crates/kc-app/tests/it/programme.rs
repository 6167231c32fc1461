//! Programmes: recorded by those who may, seen by those who may, found without accents.

use kc_app::kernel::{Failure, Window};
use kc_app::programme::record::record;
use kc_app::{programme, search};
use kc_domain::identity::Role;
use kc_testkit::{Cast, Engine, TestOffice, new_programme};

#[test]
fn a_programme_is_recorded_once_and_hidden_from_other_provinces() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = record(&officer, new_programme(&cast)).unwrap();
        let again = record(&officer, new_programme(&cast)).unwrap_err();
        assert_eq!(again.code(), "programme.code-taken");

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(
            programme::show(&foreigner, id),
            Err(Failure::NotFound)
        ));
        assert_eq!(
            programme::list(&foreigner, "", Window::of_page(1, 50))
                .unwrap()
                .total,
            0
        );
        assert!(search::find(&foreigner, "hai phong").unwrap().is_empty());

        let auditor = cast.person(Role::Auditor).at(&office);
        assert_eq!(
            programme::list(&auditor, "hai phong", Window::of_page(1, 50))
                .unwrap()
                .total,
            1
        );
        assert_eq!(search::find(&auditor, "chuong trinh HẢI").unwrap().len(), 1);
        assert!(matches!(
            record(&auditor, new_programme(&cast)),
            Err(Failure::Denied(_))
        ));
    }
}
