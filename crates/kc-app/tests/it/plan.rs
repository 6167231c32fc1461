//! Annual plans: several years open at once, each on its own.

use kc_app::kernel::{Failure, Window};
use kc_app::plan::amend::amend;
use kc_app::plan::record::{NewPlan, record};
use kc_app::plan::{self, PlanFilter};
use kc_app::search;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_domain::plan::Round;
use kc_testkit::{Cast, Engine, TestOffice, new_plan};

#[test]
fn plans_of_several_years_stand_side_by_side_and_never_mix() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        record(&officer, new_plan(&cast, 2017)).unwrap();
        record(&officer, new_plan(&cast, 2018)).unwrap();
        let again = record(&officer, new_plan(&cast, 2018)).unwrap_err();
        assert_eq!(again.code(), "plan.code-taken");

        let of_2017 = PlanFilter {
            year: Some(2017),
            ..PlanFilter::default()
        };
        let firm = cast.person(Role::Firm).at(&office);
        let page = plan::list(&firm, &of_2017, Window::of_page(1, 50)).unwrap();
        assert_eq!(page.total, 1);
        assert_eq!(page.rows[0].year, 2017);
        assert_eq!(search::find(&firm, "ke hoach 2018").unwrap().len(), 1);

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let hidden = plan::list(&foreigner, &PlanFilter::default(), Window::of_page(1, 50));
        assert_eq!(hidden.unwrap().total, 0);
        let found = plan::show_by_code(&foreigner, "HP-2017");
        assert!(matches!(found, Err(Failure::NotFound)));
    }
}

#[test]
fn a_plan_opens_its_round_before_its_year_and_a_stale_form_changes_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::DepartmentOfficer).at(&office);
        let id = record(&officer, new_plan(&cast, 2023)).unwrap();
        let with_round = || NewPlan {
            round: Round {
                opens_at: Instant::parse("2022-05-17T08:00:00+07:00"),
                closes_at: None,
            },
            ..new_plan(&cast, 2023)
        };
        amend(&officer, id, 1, with_round()).unwrap();
        let stale = amend(&officer, id, 1, new_plan(&cast, 2023));
        assert!(matches!(stale, Err(Failure::Stale)));
        let plan = plan::show(&officer, id).unwrap();
        assert_eq!(plan.days_of_lead(), Some(229));

        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let denied = amend(&commune, id, 2, with_round());
        assert!(matches!(denied, Err(Failure::Denied(_))));
    }
}
