//! What waits for a person and what the person waits for.

use kc_app::kernel::Cx;
use kc_app::plan::record::NewPlan;
use kc_app::project::dossier::{Received, receive};
use kc_app::project::propose::propose;
use kc_app::project::step::Given;
use kc_app::task::{self, Why};
use kc_domain::identity::Role;
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Round;
use kc_domain::process::Move;
use kc_domain::task::Urgency;
use kc_testkit::{Cast, Engine, HAI_PHONG, THUY_NGUYEN, TestOffice, make, new_plan, new_project};

fn mine(cx: &Cx<'_>) -> Vec<(String, String)> {
    let desk = task::desk(cx).unwrap();
    let pair = |task: &task::Task| (task.what.vi.clone(), task.title.clone());
    desk.mine.iter().map(pair).collect()
}

fn awaited(cx: &Cx<'_>) -> Vec<(String, String)> {
    let desk = task::desk(cx).unwrap();
    let pair = |task: &task::Task| (task.what.vi.clone(), task.holder.vi.clone());
    desk.awaited.iter().map(pair).collect()
}

fn pair(what: &str, title: &str) -> (String, String) {
    (what.to_owned(), title.to_owned())
}

#[test]
fn a_proposal_waits_for_the_next_hand_and_its_author_sees_with_whom() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-02");
        let cast = Cast::gather(&office);
        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = propose(
            &commune,
            new_project("Máy đúc", THUY_NGUYEN, cast.department),
        )
        .unwrap();
        assert_eq!(mine(&commune), [pair("Trình đề án", "Máy đúc")]);
        assert!(mine(&department).is_empty());

        office.set_clock("2026-11-04");
        make(&commune, id, 1, Move::Submit, &Given::default()).unwrap();
        assert!(mine(&commune).is_empty());
        let held = awaited(&commune);
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].0, "Gửi Sở thẩm định");
        let holder = "Cán bộ, Lãnh đạo Trung tâm Khuyến công";
        assert_eq!(held[0].1, holder);
        assert_eq!(mine(&centre), [pair("Gửi Sở thẩm định", "Máy đúc")]);
        assert!(mine(&department).is_empty());
        let waiting = task::desk(&centre).unwrap();
        assert_eq!(waiting.mine[0].since.map(show_date).unwrap(), "04/11/2026");

        make(
            &centre,
            id,
            2,
            Move::Return,
            &Given::because("Thiếu thuyết minh"),
        )
        .unwrap();
        let returned = [pair("Hoàn thiện đề án bị trả lại", "Máy đúc")];
        assert_eq!(mine(&commune), returned);
        assert_eq!(awaited(&commune), []);
    }
}

#[test]
fn nobody_finds_tasks_of_another_province_or_without_the_role() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-02");
        let cast = Cast::gather(&office);
        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let new = new_project("Máy đúc", THUY_NGUYEN, cast.department);
        let id = propose(&commune, new).unwrap();
        make(&commune, id, 1, Move::Submit, &Given::default()).unwrap();
        let collectors = [Role::CentreOfficer, Role::CentreHead];
        for role in Role::ALL {
            let cx = cast.person(role).at(&office);
            let found = !mine(&cx).is_empty();
            assert_eq!(found, collectors.contains(&role), "{role:?}");
            let foreign = cast.foreigner(role).at(&office);
            let desk = task::desk(&foreign).unwrap();
            assert!(desk.mine.is_empty() && desk.awaited.is_empty(), "{role:?}");
        }
    }
}

#[test]
fn the_department_sees_what_was_returned_and_with_whom_it_lies() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-02");
        let cast = Cast::gather(&office);
        let commune = cast.person(Role::CommuneOfficer).at(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let new = |title| new_project(title, THUY_NGUYEN, cast.department);
        let returned = propose(&commune, new("Máy đúc")).unwrap();
        propose(&commune, new("Máy cắt")).unwrap();
        make(&commune, returned, 1, Move::Submit, &Given::default()).unwrap();
        make(
            &department,
            returned,
            2,
            Move::Return,
            &Given::because("Thiếu báo giá"),
        )
        .unwrap();
        office.set_clock("2026-11-20");
        let late = task::list_late(&department).unwrap();
        assert_eq!(late.len(), 1);
        assert_eq!(
            (late[0].why, &*late[0].task.title),
            (Why::Returned, "Máy đúc")
        );
        assert_eq!(late[0].reason.as_deref(), Some("Thiếu báo giá"));
        assert_eq!(late[0].task.holder.vi, "Sở Công Thương Hải Phòng");
        assert_eq!(late[0].task.since.map(show_date).unwrap(), "02/11/2026");
        for role in [Role::CommuneOfficer, Role::CentreHead, Role::Auditor] {
            assert!(task::list_late(&cast.person(role).at(&office)).is_err());
        }
        let foreign = cast.foreigner(Role::DepartmentOfficer).at(&office);
        assert!(task::list_late(&foreign).unwrap().is_empty());
    }
}

#[test]
fn a_state_with_a_deadline_is_late_after_it_with_whoever_holds_it() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-06-10");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let mut new = new_project("Máy đúc", HAI_PHONG, cast.centre);
        new.level = Some(Level::National);
        let id = propose(&centre, new).unwrap();
        let request = Received {
            paper: "request".into(),
            copies: 1,
            holder: "Trung tâm".into(),
            received_on: centre.today(),
            document: None,
        };
        receive(&centre, id, &request).unwrap();
        make(&centre, id, 1, Move::Submit, &Given::default()).unwrap();
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let urgency = || {
            let today = office.app.now().day();
            task::desk(&department).unwrap().mine[0].urgency(today)
        };
        // 20 June 2026 is a Saturday: the deadline ends with Monday 22 June.
        assert_eq!(urgency(), Urgency::Later(8));
        office.set_clock("2026-06-18");
        assert_eq!(urgency(), Urgency::Soon(2));
        office.set_clock("2026-06-22");
        assert_eq!(urgency(), Urgency::Today);
        assert!(task::list_late(&department).unwrap().is_empty());
        office.set_clock("2026-06-24");
        assert_eq!(urgency(), Urgency::Overdue(2));
        let late = task::list_late(&department).unwrap();
        assert_eq!((late.len(), late[0].why), (1, Why::Late));
        assert_eq!(late[0].state.vi, "Đăng ký với Sở");
        assert_eq!(late[0].task.due.map(show_date).unwrap(), "20/06/2026");
        let holder = "Chuyên viên, Lãnh đạo Sở Công Thương";
        assert_eq!(late[0].task.holder.vi, holder);
    }
}

#[test]
fn an_open_round_is_due_on_its_last_day() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-23");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        kc_app::plan::record::record(&department, plan_2027(&cast)).unwrap();
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let desk = task::desk(&centre).unwrap();
        assert_eq!(desk.mine.len(), 1);
        let today = office.app.now().day();
        // 24 November is a holiday: two working days are left.
        assert_eq!(desk.mine[0].urgency(today), Urgency::Soon(2));
        assert!(mine(&department).is_empty());
        office.set_clock("2026-11-27");
        assert!(mine(&centre).is_empty(), "the round is over");
        assert_eq!(
            desk.mine[0].what.say(Lang::Vi),
            "Đăng ký đề án trong đợt đang mở"
        );
    }
}

/// The plan of 2027, whose round closes on 26 November 2026.
pub fn plan_2027(cast: &Cast) -> NewPlan {
    NewPlan {
        name: "Kế hoạch khuyến công 2027".into(),
        round: Round {
            opens_at: Instant::parse("2026-11-01T08:00:00+07:00"),
            closes_at: Instant::parse("2026-11-26"),
        },
        organisation: cast.department,
        illustrative: true,
        ..new_plan(cast, 2027)
    }
}
