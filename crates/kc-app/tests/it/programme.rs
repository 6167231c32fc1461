//! Programmes: recorded by those who may, seen by those who may, found without accents.

use chrono::NaiveDate;
use kc_app::kernel::{Failure, Window};
use kc_app::programme::record::{NewProgramme, record};
use kc_app::{programme, search};
use kc_domain::identity::Role;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice};

/// The programme of Hải Phòng 2016–2020.
pub fn new(cast: &Cast) -> NewProgramme {
    NewProgramme {
        code: "HP-2016-2020".into(),
        name: "Chương trình Khuyến công thành phố Hải Phòng 2016-2020".into(),
        level: None,
        catalogue: "HP-2016-2020".into(),
        starts_on: NaiveDate::from_ymd_opt(2016, 1, 1).unwrap(),
        ends_on: NaiveDate::from_ymd_opt(2020, 12, 31).unwrap(),
        decision: None,
        predecessor: None,
        note: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation: cast.centre,
        illustrative: false,
    }
}

#[test]
fn a_programme_is_recorded_once_and_hidden_from_other_provinces() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = record(&officer, new(&cast)).unwrap();
        let again = record(&officer, new(&cast)).unwrap_err();
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
            record(&auditor, new(&cast)),
            Err(Failure::Denied(_))
        ));
    }
}
