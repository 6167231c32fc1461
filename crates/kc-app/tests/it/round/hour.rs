//! To the millisecond, the finest the clock of the office tells: the moments of opening and closing
//! belong to the round, the ones before and after do not.

use super::Opened;
use kc_app::kernel::Failure;
use kc_app::plan::amend::amend as amend_plan;
use kc_app::plan::record::NewPlan;
use kc_app::project::late::admit;
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::Given;
use kc_app::project::{self, amend, show};
use kc_app::task;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Round;
use kc_domain::process::Move;
use kc_testkit::{Engine, make, new_plan};

/// Moments around both ends, with the refusal they meet.
const MOMENTS: [(&str, Option<&str>); 8] = [
    ("2026-03-01T07:59:59+07:00", Some("plan.round-ahead")),
    ("2026-03-01T07:59:59.999+07:00", Some("plan.round-ahead")),
    ("2026-03-01T08:00:00+07:00", None),
    ("2026-06-30T16:59:59.999+07:00", None),
    ("2026-06-30T17:00:00+07:00", None),
    ("2026-06-30T17:00:00.001+07:00", Some("plan.round-closed")),
    ("2026-06-30T17:00:01+07:00", Some("plan.round-closed")),
    ("2026-07-01T08:00:00+07:00", Some("plan.round-closed")),
];

#[test]
fn what_comes_at_the_very_moment_of_closing_came_in_time() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        for (moment, refused) in MOMENTS {
            opened.office.set_clock(moment);
            let centre = opened.at(Role::CentreOfficer);
            let done = propose(&centre, opened.proposal(moment));
            assert_eq!(done.as_ref().err().map(Failure::code), refused, "{moment}");
        }
        opened.office.set_clock("2026-07-01");
        let filter = project::Filter {
            plan: Some(opened.plan),
            ..project::Filter::default()
        };
        let centre = opened.at(Role::CentreOfficer);
        let kept = project::list(
            &centre,
            &filter,
            project::Order::Newest,
            kc_app::kernel::Window::of_page(1, 50),
        );
        assert_eq!(kept.unwrap().total, 3, "a refused proposal leaves no row");
    }
}

#[test]
fn handing_in_and_moving_into_the_plan_end_at_the_same_moment() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        opened.office.set_clock("2026-06-30T16:00:00+07:00");
        let centre = opened.at(Role::CentreOfficer);
        let first = propose(&centre, opened.proposal("Kịp")).unwrap();
        let second = propose(&centre, opened.proposal("Không kịp")).unwrap();
        let free = NewProject {
            plan: None,
            ..opened.proposal("Chưa vào kế hoạch")
        };
        let free = propose(&centre, free).unwrap();

        opened.office.set_clock("2026-06-30T17:00:00+07:00");
        make(&centre, first, 1, Move::Submit, &Given::default()).unwrap();
        opened.office.set_clock("2026-06-30T17:00:00.001+07:00");
        let late = make(&centre, second, 1, Move::Submit, &Given::default()).unwrap_err();
        assert_eq!(late.code(), "plan.round-closed");
        let said = late.say(Lang::Vi);
        assert!(said.contains("đã đóng lúc 17:00 ngày 30/06/2026"), "{said}");
        let moved = amend::amend(&centre, free, 1, opened.proposal("Chuyển vào"));
        assert_eq!(moved.unwrap_err().code(), "plan.round-closed");

        admit(&opened.at(Role::CentreHead), second, "Mất điện cả xã").unwrap();
        make(&centre, second, 1, Move::Submit, &Given::default()).unwrap();
        assert_eq!(show(&centre, free).unwrap().plan, None);
    }
}

#[test]
fn work_of_another_year_is_no_proposal_of_this_plan() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        opened.office.set_clock("2026-04-01");
        let centre = opened.at(Role::CentreOfficer);
        let work = |starts: &str, ends: &str| NewProject {
            starts_on: starts.parse().ok(),
            ends_on: ends.parse().ok(),
            ..opened.proposal("Máy sấy")
        };
        let wrong = propose(&centre, work("2026-03-01", "2026-11-30")).unwrap_err();
        assert_eq!(wrong.code(), "plan.work-outside-period");
        let said = wrong.say(Lang::Vi);
        assert!(said.contains("HP-2027 (01/01/2027 – 31/12/2027)"), "{said}");
        let id = propose(&centre, work("2027-03-01", "2028-11-30")).unwrap();
        let moved = amend::amend(&centre, id, 1, work("2028-01-01", "2028-11-30"));
        assert_eq!(moved.unwrap_err().code(), "plan.work-outside-period");
        assert_eq!(show(&centre, id).unwrap().version, 1);
    }
}

#[test]
fn an_extended_round_takes_proposals_again_and_the_audit_says_from_when_to_when() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        opened.office.set_clock("2026-06-30T17:30:00+07:00");
        let sct = opened.at(Role::DepartmentOfficer);
        let round = |closes: &str| Round {
            opens_at: Instant::parse("2026-03-01T08:00:00+07:00"),
            closes_at: Instant::parse(closes),
        };
        let new = |closes| NewPlan {
            round: round(closes),
            ..new_plan(&opened.cast, 2027)
        };
        let backward = amend_plan(&sct, opened.plan, 1, new("2026-03-01T08:00:00+07:00"));
        assert_eq!(backward.unwrap_err().code(), "plan.backward-round");
        amend_plan(&sct, opened.plan, 1, new("2026-06-30T18:00:00+07:00")).unwrap();
        let centre = opened.at(Role::CentreOfficer);
        propose(&centre, opened.proposal("Nhờ gia hạn")).unwrap();
        let history = kc_app::audit::of_record(&sct, opened.plan).unwrap();
        let told = history.iter().any(|entry| {
            entry.detail.contains("đóng lúc 17:00 ngày 30/06/2026")
                && entry.detail.contains("đóng lúc 18:00 ngày 30/06/2026")
        });
        assert!(told);
    }
}

#[test]
fn the_desk_says_the_hour_and_nothing_is_left_on_it_a_moment_later() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        opened.office.set_clock("2026-06-30T17:00:00+07:00");
        let centre = opened.at(Role::CentreOfficer);
        let desk = task::desk(&centre).unwrap();
        let said = desk.mine[0].say_due(centre.today(), Lang::Vi);
        assert_eq!(said, "Hạn hôm nay (17:00, 30/06/2026)");
        opened.office.set_clock("2026-06-30T17:00:00.001+07:00");
        assert!(task::desk(&centre).unwrap().mine.is_empty());
    }
}
