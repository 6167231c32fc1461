//! Lists: filters, order, pages, and the sums of the whole filter.

use kc_app::kernel::{Failure, Window};
use kc_app::plan::record::record;
use kc_app::project::propose::{NewProject, propose, record_reported};
use kc_app::project::step::Given;
use kc_app::project::{self, Filter, Order};
use kc_app::search;
use kc_domain::identity::Role;
use kc_domain::kernel::money::Dong;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{
    Cast, Engine, HAI_PHONG, THUY_NGUYEN, TestOffice, make, new_plan, new_programme, new_project,
};

#[test]
fn the_sums_speak_of_the_whole_filter_and_count_the_unknown_apart() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let plan = record(&officer, new_plan(&cast, 2017)).unwrap();
        let other = record(&officer, new_plan(&cast, 2018)).unwrap();
        for (title, plan, support) in [
            ("Máy đúc", plan, Some(Dong(150_000_000))),
            ("Đèn chiếu", plan, Some(Dong(60_000_000))),
            ("Dệt chiếu cói", plan, None),
            ("Máy của năm sau", other, Some(Dong(1))),
        ] {
            let new = NewProject {
                plan: Some(plan),
                support_asked: support,
                ..new_project(title, THUY_NGUYEN, cast.centre)
            };
            propose(&officer, new).unwrap();
        }
        let filter = Filter {
            plan: Some(plan),
            ..Filter::default()
        };
        let totals = project::total(&officer, &filter, 3).unwrap().unwrap();
        assert_eq!(totals.count, 3);
        assert_eq!(totals.support_known, Dong(210_000_000));
        assert_eq!((totals.support_unknown, totals.cost_unknown), (1, 3));

        let window = Window::of_page(1, 2);
        let page = project::list(&officer, &filter, Order::Title, window).unwrap();
        let titles: Vec<_> = page.rows.iter().map(|row| &*row.project.title).collect();
        assert_eq!(
            (page.total, titles),
            (3, vec!["Dệt chiếu cói", "Đèn chiếu"])
        );
        assert_eq!(page.rows[0].plan.as_deref(), Some("HP-2017"));
        let words = Filter {
            words: "chieu".into(),
            ..filter
        };
        assert_eq!(
            project::total(&officer, &words, 2).unwrap().unwrap().count,
            2
        );
    }
}

#[test]
fn what_was_taken_over_counts_until_it_is_withdrawn_and_is_still_there_to_read() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2020-11-06");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let head = cast.person(Role::CentreHead).at(&office);
        let new = new_project("Đề án chưa liệt kê", HAI_PHONG, cast.centre);
        let id = record_reported(&officer, new).unwrap();
        let found = project::show(&officer, id).unwrap();
        assert_eq!(found.status, Status::Reported);
        let nothing = make(&head, id, 1, Move::Withdraw, &Given::because("  ")).unwrap_err();
        assert_eq!(nothing.code(), "project.no-reason");
        make(&head, id, 1, Move::Withdraw, &Given::because("Ghi nhầm")).unwrap();

        let all = Filter::default();
        assert_eq!(project::total(&officer, &all, 0).unwrap().unwrap().count, 0);
        let withdrawn = Filter {
            status: Some(Status::Withdrawn),
            ..Filter::default()
        };
        assert_eq!(
            project::total(&officer, &withdrawn, 1)
                .unwrap()
                .unwrap()
                .count,
            1
        );
        let kept = project::show(&officer, id).unwrap();
        assert_eq!(kept.reason.as_deref(), Some("Ghi nhầm"));
        assert!(!search::find(&officer, "chua liet ke").unwrap().is_empty());

        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let new = new_project("Máy đúc", THUY_NGUYEN, cast.department);
        assert!(matches!(
            record_reported(&commune, new),
            Err(Failure::Denied(_))
        ));
    }
}

#[test]
fn a_plan_names_the_programme_and_a_group_outside_its_catalogue_is_refused() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let programme = new_programme(&cast);
        let programme = kc_app::programme::record::record(&officer, programme).unwrap();
        let plan = kc_app::plan::record::NewPlan {
            programme: Some(programme),
            ..new_plan(&cast, 2017)
        };
        let plan = record(&officer, plan).unwrap();
        let new = |group: &str| NewProject {
            plan: Some(plan),
            content_group: Some(group.into()),
            ..new_project("Máy đúc", THUY_NGUYEN, cast.centre)
        };
        let id = propose(&officer, new("4")).unwrap();
        let found = project::show(&officer, id).unwrap();
        assert_eq!(found.programme, Some(programme));
        let refused = propose(&officer, new("99")).unwrap_err();
        assert_eq!(refused.code(), "project.unknown-content-group");
        assert_eq!(
            project::total(&officer, &Filter::default(), 1)
                .unwrap()
                .unwrap()
                .count,
            1
        );
    }
}
