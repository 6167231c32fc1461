//! A deputy sees and does whatever the absent person could, in every word, from the first day of the
//! leave to the last; and whoever manages people can end it.

use super::delegation::{Worker, leave};
use crate::field::{day, inspection, request, running};
use kc_app::identity::delegation::{self, delegate, revoke};
use kc_app::identity::session;
use kc_app::kernel::{Cx, Picture};
use kc_app::monitoring::inspect::{self, NewInspection};
use kc_app::monitoring::matter::settle;
use kc_app::monitoring::{NewRequest, waiting_for};
use kc_app::task::settings;
use kc_app::{audit, demo, kernel::Window, task};
use kc_domain::identity::Role;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::Side;
use kc_testkit::{Cast, Engine, TestOffice};
use std::collections::BTreeSet;

/// The field tasks of a worker at a moment.
fn field_tasks(office: &TestOffice, worker: &Worker, moment: &str) -> usize {
    office.set_clock(moment);
    waiting_for(&worker.at(office)).unwrap().len()
}

#[test]
fn a_deputy_has_the_field_tasks_of_the_absent_from_the_first_day_to_the_last() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01T08:00:00+07:00");
        let cast = Cast::gather(&office);
        let project = running(&office, &cast, None);
        let to_department = NewRequest {
            holder: Side::Department,
            ..request("10/7/2026")
        };
        let new = NewInspection {
            requests: vec![to_department],
            ..inspection("15/6/2026")
        };
        let centre = cast.person(Role::CentreOfficer).at(&office);
        inspect::record(&centre, project, new).unwrap();
        let at = cast.department;
        let worker = |name: &str, role| Worker::new(&office, &cast, name, role, at);
        let officer = worker("chuyen-vien", Role::DepartmentOfficer);
        let deputy = worker("ke-toan", Role::Accountant);
        let beside = worker("ke-toan-khac", Role::Accountant);
        let new = leave(&deputy, at, "2026-07-06", "2026-07-07");
        delegate(&officer.at(&office), &new).unwrap();

        for (moment, expected) in [
            ("2026-07-05T23:59:59+07:00", 0),
            ("2026-07-06T00:00:00+07:00", 1),
            ("2026-07-07T23:59:59+07:00", 1),
            ("2026-07-08T00:00:00+07:00", 0),
        ] {
            assert_eq!(field_tasks(&office, &deputy, moment), expected, "{moment}");
            assert_eq!(field_tasks(&office, &beside, moment), 0, "{moment}");
            assert_eq!(field_tasks(&office, &officer, moment), 1, "{moment}");
        }

        let matter = kc_app::monitoring::of_project(&centre, project)
            .unwrap()
            .matters;
        let close = |cx: &Cx<'_>| settle(cx, matter[0].id, day("6/7/2026"), "Đã rà soát");
        assert!(close(&deputy.at(&office)).is_err(), "the leave is over");
        office.set_clock("2026-07-07T16:00:00+07:00");
        assert!(close(&beside.at(&office)).is_err());
        close(&deputy.at(&office)).unwrap();
        assert_eq!(
            field_tasks(&office, &officer, "2026-07-08T08:00:00+07:00"),
            0
        );
    }
}

/// The desk of a person of the sample office: what, which record, where.
fn desk(office: &TestOffice, cx: &Cx<'_>) -> BTreeSet<(String, String, String)> {
    assert_eq!(cx.today(), office.app.now().day());
    let tasks = task::desk(cx).unwrap().mine.into_iter();
    tasks
        .map(|task| (task.what.vi, task.title, task.path))
        .collect()
}

#[test]
fn every_task_of_the_absent_lies_on_the_desk_of_the_deputy() {
    const PASSWORD: &str = "câu mẫu cho cả văn phòng";
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2016-01-01T08:00:00+07:00");
        demo::build(&office.app, PASSWORD).unwrap();
        office.set_clock("2026-11-23T08:00:00+07:00");
        let cx = |name: &str| {
            let secret = session::sign_in(&office.app, name, PASSWORD, "test").unwrap();
            let held = session::held(&Picture::of(&office.app), &secret)
                .unwrap()
                .unwrap();
            office.app.cx(held.actor, Lang::Vi)
        };
        let at = |name: &str| -> OrganisationId {
            cx(name)
                .actor()
                .and_then(kc_domain::identity::Actor::organisation)
                .unwrap()
        };
        // The draft that the officer of the Sở wrote is issued by neither of the two.
        let two_hands: &[&str] = &["Ban hành quyết định"];
        for (absent, deputy, withheld) in [
            ("canbo.tt", "giamdoc.tt", &[][..]),
            ("giamdoc.tt", "ketoan", &[]),
            ("lanhdao.sct", "chuyenvien.sct", two_hands),
            ("chuyenvien.sct", "lanhdao.sct", &[]),
        ] {
            let of_absent = desk(&office, &cx(absent));
            assert!(!of_absent.is_empty(), "{absent}");
            let before = desk(&office, &cx(deputy));
            let new = delegation::NewDelegation {
                deputy: cx(deputy).user().unwrap(),
                organisation: at(absent),
                valid_from: day("23/11/2026"),
                valid_to: day("23/11/2026"),
                reason: "Nghỉ phép".into(),
            };
            let given = delegate(&cx(absent), &new).unwrap();
            let both = desk(&office, &cx(deputy));
            let missing = of_absent.difference(&both).map(|(what, ..)| what);
            assert!(missing.eq(withheld), "{deputy} for {absent}: {both:?}");
            revoke(&cx(absent), given).unwrap();
            assert_eq!(
                desk(&office, &cx(deputy)),
                before,
                "{deputy} after {absent}"
            );
        }
    }
}

#[test]
fn whoever_manages_people_ends_a_delegation_and_both_see_who_did() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
        let cast = Cast::gather(&office);
        let at = cast.department;
        let worker = |name: &str, role| Worker::new(&office, &cast, name, role, at);
        let head = worker("lanh-dao", Role::DepartmentHead);
        let deputy = worker("chuyen-vien", Role::DepartmentOfficer);
        let new = leave(&deputy, at, "2026-11-23", "2026-12-31");
        let given = delegate(&head.at(&office), &new).unwrap();
        for role in [Role::Auditor, Role::CentreHead, Role::DepartmentHead] {
            let stranger = cast.person(role).at(&office);
            let refused = revoke(&stranger, given).unwrap_err();
            assert!(["record.not-found", "policy.no-role"].contains(&refused.code()));
        }
        let listed = || delegation::list(&head.at(&office)).unwrap();
        assert_eq!(
            listed()[0].revoked,
            None,
            "what was refused changed nothing"
        );

        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        assert_eq!(
            delegation::list_of(&administrator, head.user)
                .unwrap()
                .len(),
            1
        );
        revoke(&administrator, given).unwrap();
        assert!(revoke(&administrator, given).is_err(), "once");
        let name = administrator.actor().unwrap().name.clone();
        for person in [&head, &deputy] {
            let seen = delegation::list(&person.at(&office)).unwrap();
            let by = seen[0]
                .revoked
                .as_ref()
                .and_then(|revoked| revoked.by.clone());
            assert_eq!(by.as_ref(), Some(&name));
            assert!(person.at(&office).actor().unwrap().stands_in.is_empty());
        }
        let record = head.user.to_string();
        let kept = audit::list(&administrator, Some(&record), Window::of_page(1, 20)).unwrap();
        let mut told = kept.rows.iter().filter(|row| row.name == name);
        assert!(told.any(|row| row.detail == "chuyen-vien thôi làm thay lanh-dao"));
    }
}

#[test]
fn an_address_set_by_the_administrator_is_checked_kept_and_shown_to_the_person() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
        let cast = Cast::gather(&office);
        let at = cast.department;
        let officer = Worker::new(&office, &cast, "Lan", Role::DepartmentOfficer, at);
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let set = |cx: &Cx<'_>, address: &str, daily| {
            settings::set_address_of(cx, officer.user, address, daily)
        };
        for role in [Role::Auditor, Role::DepartmentHead, Role::Firm] {
            let stranger = cast.person(role).at(&office);
            let refused = set(&stranger, "lan@example.invalid", true).unwrap_err();
            assert!(["record.not-found", "policy.no-role"].contains(&refused.code()));
        }
        for wrong in [
            "lân@haiphong.gov.vn",
            "lan@vn",
            "lan",
            "a b@haiphong.gov.vn",
            "",
        ] {
            let refused = set(&administrator, wrong, true).unwrap_err();
            assert_eq!(refused.code(), "input.invalid", "{wrong}");
        }
        let mine = || settings::show(&officer.at(&office)).unwrap();
        assert_eq!(
            (mine().address, mine().changed),
            (None, None),
            "nothing was kept"
        );

        set(&administrator, "lan@haiphong.gov.vn", true).unwrap();
        let seen = mine();
        assert_eq!(seen.address.as_deref(), Some("lan@haiphong.gov.vn"));
        assert_eq!(seen.changed.map(|changed| changed.by), administrator.user());
        let record = officer.user.to_string();
        let kept = audit::list(&administrator, Some(&record), Window::of_page(1, 20)).unwrap();
        let mut told = kept.rows.iter();
        assert!(told.any(|row| {
            row.detail
                .contains("địa chỉ lan@haiphong.gov.vn, đặt cho Lan")
        }));
        settings::set_address(&officer.at(&office), "", false).unwrap();
        let seen = settings::show_of(&administrator, officer.user).unwrap();
        assert_eq!((seen.address, seen.is_daily), (None, false));
        assert_eq!(seen.changed.map(|changed| changed.by), Some(officer.user));
    }
}
