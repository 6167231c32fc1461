//! V20 from records: 46 surveys, 30 inspections, 16 acceptances, 14 firms.

use super::{
    acceptance, day, firm, inspection, installed, machine, people, running, running_in, survey,
};
use kc_app::acceptance::record::record as accept;
use kc_app::indicator::{Visits, overview};
use kc_app::kernel::Window;
use kc_app::monitoring::{self, Counted, Filter, inspect, survey as surveys};
use kc_app::plan::record::{NewPlan, record as record_plan};
use kc_domain::identity::Role;
use kc_domain::kernel::period::Period;
use kc_domain::monitoring::VisitKind;
use kc_domain::programme::frame::Frame;
use kc_testkit::{Cast, Engine, TestOffice, new_plan};

/// 46 surveys, 30 inspections and 16 acceptances: two of classes without a firm, beside the machines
/// of 14 firms.
fn a_year(office: &TestOffice, cast: &Cast) {
    let centre = cast.person(Role::CentreOfficer).at(office);
    for _ in 0..46 {
        surveys::record(&centre, survey(cast, None, "10/1/2026")).unwrap();
    }
    let firms: Vec<_> = (1..=14)
        .map(|number| Some(firm(&centre, cast, &format!("Cơ sở {number}"))))
        .collect();
    let projects: Vec<_> = firms
        .into_iter()
        .chain([None, None])
        .map(|of| running(office, cast, of))
        .collect();
    for (number, project) in projects.iter().cycle().take(30).enumerate() {
        let kind = [VisitKind::Planned, VisitKind::AdHoc][number % 2];
        let new = inspect::NewInspection {
            kind,
            ..inspection("20/4/2026")
        };
        inspect::record(&centre, *project, new).unwrap();
    }
    for project in &projects[..14] {
        let stood = vec![installed(machine(&centre, *project))];
        accept(&centre, *project, acceptance("15/6/2026", stood)).unwrap();
    }
    for project in &projects[14..] {
        let mut new = acceptance("16/6/2026", Vec::new());
        new.people = people();
        accept(&centre, *project, new).unwrap();
    }
}

#[test]
fn v20_the_counts_of_a_year_come_from_its_records() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-12-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = Frame::Plan(record_plan(&centre, new_plan(&cast, 2026)).unwrap());
        a_year(&office, &cast);
        let year = Period::new(day("1/1/2026"), day("31/12/2026"));
        let filter = Filter {
            period: year,
            ..Filter::default()
        };
        let counted = monitoring::count(&centre, &filter).unwrap();
        let wanted = Counted {
            surveys: 46,
            planned: 15,
            ad_hoc: 15,
            acceptances: 16,
            beneficiaries: 14,
        };
        assert_eq!(counted, wanted);
        let listed = monitoring::list(&centre, &filter, Window::of_page(1, 50)).unwrap();
        assert_eq!(listed.total, 92);
        let found = overview(&centre, plan, day("31/12/2026")).unwrap();
        let Some(Visits::Counted(work)) = found.field_work else {
            panic!("counted among the records");
        };
        let shares = work.shares().map(|share| share.unwrap().comma());
        assert_eq!(shares, ["50,00", "32,61", "17,39"]);
        assert_eq!(work.inspections_each().unwrap().comma(), "2,14");
        assert_eq!(work.acceptances_each().unwrap().comma(), "1,14");
        assert_eq!(
            work.sentence().vi,
            "46 cuộc khảo sát, thẩm tra lựa chọn đơn vị thụ hưởng đề án khuyến công, 30 cuộc kiểm \
             tra việc triển khai thực hiện đề án khuyến công, 16 cuộc nghiệm thu đề án khuyến công"
        );
        assert_eq!(
            work.warning().unwrap().vi,
            "16 nghiệm thu > 14 cơ sở; gắn nghiệm thu với cả đề án ngoài hỗ trợ máy móc"
        );
        let in_may = overview(&centre, plan, day("31/5/2026")).unwrap();
        assert_eq!(in_may.field_work.unwrap().work().acceptances, 0);
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let abroad = monitoring::count(&foreigner, &filter).unwrap();
        assert_eq!(abroad, Counted::default());
    }
}

#[test]
fn two_plans_of_one_year_never_count_the_same_visit() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-12-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let first = record_plan(&centre, new_plan(&cast, 2026)).unwrap();
        let alone = |plan| {
            let found = overview(&centre, Frame::Plan(plan), day("31/12/2026")).unwrap();
            found.field_work.map_or(0, |visits| visits.work().visits())
        };
        surveys::record(&centre, survey(&cast, None, "10/1/2026")).unwrap();
        assert_eq!(alone(first), 1, "the only plan of the year takes it");

        let second = NewPlan {
            code: "HP-2026-2".into(),
            ..new_plan(&cast, 2026)
        };
        let second = record_plan(&centre, second).unwrap();
        let named = surveys::NewSurvey {
            plan: Some(second),
            ..survey(&cast, None, "11/1/2026")
        };
        surveys::record(&centre, named).unwrap();
        let project = running(&office, &cast, None);
        inspect::record(&centre, project, inspection("20/4/2026")).unwrap();
        assert_eq!(
            (alone(first), alone(second)),
            (0, 1),
            "of none, of the named"
        );

        let project = running_in(&office, &cast, None, Some(first));
        inspect::record(&centre, project, inspection("21/4/2026")).unwrap();
        assert_eq!((alone(first), alone(second)), (1, 1), "of its project's");
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let named = surveys::NewSurvey {
            plan: Some(second),
            ..survey(&cast, None, "12/1/2026")
        };
        assert!(surveys::record(&foreigner, named).is_err());
    }
}
