//! Before a decision: the registration round, late proposals, flagship and group projects, priorities.

use super::Year;
use kc_app::decision::draft::StartWith;
use kc_app::establishment::record::{NewEstablishment, record as record_establishment};
use kc_app::kernel::Failure;
use kc_app::plan::amend::amend as amend_plan;
use kc_app::plan::guide::{guidance, guide};
use kc_app::plan::record::NewPlan;
use kc_app::project::amend::amend;
use kc_app::project::compose::{
    NewActivity, add_activity, composition, keep_supported, remove_supported,
};
use kc_app::project::late::{admit, late, propose_late};
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::Given;
use kc_domain::decision::DecisionKind;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{EstablishmentId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::plan::{Guidance, Round};
use kc_domain::process::Move;
use kc_domain::project::ProjectKind;
use kc_testkit::{Engine, make, new_plan};

/// Sets the round of the year's plan; today is 02/3/2026.
fn round(year: &Year, opens: &str, closes: &str) {
    let cx = year.at(Role::DepartmentOfficer);
    let plan = kc_app::plan::show(&cx, year.plan).unwrap();
    let new = NewPlan {
        code: plan.code,
        round: Round {
            opens_at: Some(Instant::start_of(opens.parse().unwrap())),
            closes_at: Some(Instant::end_of(closes.parse().unwrap())),
        },
        catalogue: "ND45-2012".into(),
        ..new_plan(&year.cast, 2026)
    };
    amend_plan(&cx, year.plan, plan.version, new).unwrap();
}

#[test]
fn outside_the_round_nobody_registers_or_hands_in() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let early = propose(&centre, year.proposal("Kịp", 100, year.plan)).unwrap();
        let waiting = propose(&centre, year.proposal("Trả lại", 100, year.plan)).unwrap();
        make(&centre, waiting, 1, Move::Submit, &Given::default()).unwrap();
        round(&year, "2026-04-01", "2026-05-01");
        let ahead = propose(&centre, year.proposal("Sớm", 100, year.plan)).unwrap_err();
        assert_eq!(ahead.code(), "plan.round-ahead");
        assert!(
            ahead.say(Lang::Vi).contains("mở từ ngày 01/04/2026"),
            "{}",
            ahead.say(Lang::Vi)
        );
        round(&year, "2026-01-01", "2026-02-28");
        let closed = propose(&centre, year.proposal("Muộn", 100, year.plan)).unwrap_err();
        assert_eq!(closed.code(), "plan.round-closed");
        let handed = make(&centre, early, 1, Move::Submit, &Given::default()).unwrap_err();
        assert_eq!(handed.code(), "plan.round-closed");

        let head = year.at(Role::CentreHead);
        make(
            &head,
            waiting,
            2,
            Move::Return,
            &Given::because("Bổ sung báo giá"),
        )
        .unwrap();
        make(&centre, waiting, 3, Move::Submit, &Given::default()).unwrap();

        let free = NewProject {
            plan: None,
            ..year.proposal("Chưa có kế hoạch", 100, year.plan)
        };
        let free = propose(&centre, free).unwrap();
        let moved = amend(
            &centre,
            free,
            1,
            year.proposal("Chuyển vào", 100, year.plan),
        );
        assert_eq!(moved.unwrap_err().code(), "plan.round-closed");
    }
}

#[test]
fn the_head_takes_a_late_proposal_in_with_a_reason_that_stays() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let (centre, head) = (year.at(Role::CentreOfficer), year.at(Role::CentreHead));
        let held = propose(&centre, year.proposal("Chưa trình", 100, year.plan)).unwrap();
        round(&year, "2026-01-01", "2026-02-28");
        let silent = propose_late(&head, year.proposal("Muộn", 100, year.plan), " ");
        assert_eq!(silent.unwrap_err().code(), "plan.no-late-reason");
        let id = propose_late(&head, year.proposal("Muộn", 100, year.plan), "Bão số 3").unwrap();
        let kept = late(&centre, &kc_app::project::show(&centre, id).unwrap())
            .unwrap()
            .unwrap();
        assert_eq!(
            (kept.reason.as_str(), Some(kept.taken_by)),
            ("Bão số 3", head.user())
        );
        make(&centre, id, 1, Move::Submit, &Given::default()).unwrap();

        for role in [Role::CentreOfficer, Role::Firm, Role::ServiceOrganisation] {
            let tried = admit(&year.at(role), held, "Xin muộn");
            assert!(
                matches!(tried, Err(Failure::Denied(_) | Failure::NotFound)),
                "{role:?}"
            );
        }
        admit(&head, held, "Hồ sơ nộp bưu điện đúng hạn").unwrap();
        make(&centre, held, 1, Move::Submit, &Given::default()).unwrap();
    }
}

fn firm(year: &Year, name: &str, trade: &str) -> EstablishmentId {
    let cx = year.at(Role::CentreOfficer);
    let area = kc_domain::place::area::AreaPath::parse("VN/31/11506").unwrap();
    let new = NewEstablishment {
        trade: Some(trade.into()),
        ..NewEstablishment::named(name, "phường Lê Ích Mộc", area, year.cast.centre)
    };
    record_establishment(&cx, new, true).unwrap()
}

fn proposed(year: &Year, kind: ProjectKind, ends_on: &str) -> ProjectId {
    let new = NewProject {
        kind,
        establishment: Some(firm(year, "Đúc Phương Mỹ", "đúc kim loại")),
        starts_on: "2026-04-01".parse().ok(),
        ends_on: ends_on.parse().ok(),
        ..year.proposal("Nhiều cơ sở", 300, year.plan)
    };
    propose(&year.at(Role::CentreOfficer), new).unwrap()
}

fn activity(name: &str) -> NewActivity {
    NewActivity {
        name: name.into(),
        starts_on: None,
        ends_on: None,
        cost: None,
    }
}

#[test]
fn a_flagship_project_is_handed_in_only_with_its_activities_beneficiaries_and_years() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let id = proposed(&year, ProjectKind::Flagship, "2026-11-30");
        let refused = |code: &str| {
            let error = make(&centre, id, 1, Move::Submit, &Given::default()).unwrap_err();
            assert_eq!(error.code(), code);
            assert!(
                error.code() == "project.few-beneficiaries"
                    || error.say(Lang::Vi).contains("17/2018")
            );
        };
        refused("project.few-beneficiaries");
        let second = firm(&year, "Đúc Kênh Giang", "đúc kim loại");
        keep_supported(&centre, id, second, None).unwrap();
        refused("project.few-activities");
        add_activity(&centre, id, activity("Máy móc")).unwrap();
        add_activity(&centre, id, activity("Nhãn hiệu")).unwrap();
        refused("project.wrong-years");
        assert!(composition(&centre, id).unwrap().unfit.is_some());
        let longer = NewProject {
            kind: ProjectKind::Flagship,
            establishment: Some(second),
            starts_on: "2026-04-01".parse().ok(),
            ends_on: "2027-11-30".parse().ok(),
            ..year.proposal("Nhiều cơ sở", 300, year.plan)
        };
        amend(&centre, id, 1, longer).unwrap();
        let third = firm(&year, "Cơ khí Phả Lễ", "đúc kim loại");
        keep_supported(&centre, id, third, None).unwrap();
        make(&centre, id, 2, Move::Submit, &Given::default()).unwrap();
    }
}

#[test]
fn a_group_is_of_one_trade_and_an_approval_falls_when_a_beneficiary_leaves() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let id = proposed(&year, ProjectKind::Group, "2026-11-30");
        let other = firm(&year, "Mộc Cầu Đất", "mộc");
        keep_supported(&centre, id, other, None).unwrap();
        assert_eq!(
            make(&centre, id, 1, Move::Submit, &Given::default())
                .unwrap_err()
                .code(),
            "project.unlike-trades"
        );
        remove_supported(&centre, id, other).unwrap();
        let (like, more) = (
            firm(&year, "Đúc A", "Đúc kim loại"),
            firm(&year, "Đúc B", "đúc kim loại"),
        );
        keep_supported(&centre, id, like, None).unwrap();
        keep_supported(&centre, id, more, None).unwrap();
        year.cast.bring(&year.office, id, "L5");
        let draft = year.draft(DecisionKind::Approve, StartWith::Submitted);
        remove_supported(&centre, id, more).unwrap();
        let fallen = year.issue(draft, "1/QĐ-UBND", "2026-02-12").unwrap_err();
        assert_eq!(fallen.code(), "decision.stale");
        assert!(fallen.say(Lang::Vi).contains("cơ sở thụ hưởng"));
    }
}

#[test]
fn priorities_of_the_year_are_kept_in_their_order() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let cx = year.at(Role::DepartmentOfficer);
        let new = |lines: &[&str]| Guidance {
            priorities: lines.iter().map(|line| (*line).to_owned()).collect(),
            ..Guidance::default()
        };
        guide(&cx, year.plan, new(&["Sạch hơn", "", " Cơ sở nữ "])).unwrap();
        guide(&cx, year.plan, new(&["Đề án điểm", "Cơ sở nữ"])).unwrap();
        let firm = year.at(Role::Firm);
        assert_eq!(
            guidance(&firm, year.plan).unwrap().priorities,
            ["Đề án điểm", "Cơ sở nữ"]
        );
        let denied = guide(&firm, year.plan, new(&["Tôi"]));
        assert!(matches!(denied, Err(Failure::Denied(_))));
        let foreigner = year.cast.foreigner(Role::CentreHead).at(&year.office);
        assert!(matches!(
            guidance(&foreigner, year.plan),
            Err(Failure::NotFound)
        ));
    }
}
