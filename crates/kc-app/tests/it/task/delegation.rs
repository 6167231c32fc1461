//! Standing in for a colleague: with their roles, for those days, never as both hands.

use kc_app::identity::delegation::{self, NewDelegation, delegate, revoke};
use kc_app::identity::role::{NewRole, end, give};
use kc_app::identity::{invitation, invite, people, session};
use kc_app::kernel::{Cx, Done, Picture, Window};
use kc_app::project::propose::propose;
use kc_app::project::step::Given;
use kc_app::{audit, project, task};
use kc_domain::identity::{Actor, Role};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{AssignmentId, DelegationId, OrganisationId, ProjectId, UserId};
use kc_domain::kernel::text::{Lang, fold};
use kc_domain::place::area::AreaPath;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, make, new_project};
use std::sync::Arc;

pub const PHRASE: &str = "một câu dễ nhớ và dài";

/// Somebody who signs in, with a role in the database.
pub struct Worker {
    pub user: UserId,
    given: AssignmentId,
    sign_in: String,
}

impl Worker {
    /// Somebody new, under a full name.
    pub fn new(
        office: &TestOffice,
        cast: &Cast,
        name: &str,
        role: Role,
        at: OrganisationId,
    ) -> Self {
        let administrator = cast.person(Role::SystemAdministrator).at(office);
        let sign_in = fold(name).replace(' ', ".");
        let (user, secret) = invite::invite(&administrator, &sign_in, name).unwrap();
        let new = NewRole {
            role,
            organisation: at,
            area: AreaPath::parse(HAI_PHONG).unwrap(),
            valid_from: parse_date("2020-01-01").unwrap(),
            valid_to: None,
        };
        let given = give(&administrator, user, new).unwrap();
        invitation::accept(&office.app, &secret, PHRASE, PHRASE, "test").unwrap();
        Self {
            user,
            given,
            sign_in,
        }
    }

    /// The person as a session knows them at this moment.
    fn actor(&self, office: &TestOffice) -> Arc<Actor> {
        let session = session::sign_in(&office.app, &self.sign_in, PHRASE, "test").unwrap();
        let held = session::held(&Picture::of(&office.app), &session).unwrap();
        held.expect("an open session").actor
    }

    /// The context in which the person acts at this moment.
    pub fn at<'a>(&self, office: &'a TestOffice) -> Cx<'a> {
        office.app.cx(self.actor(office), Lang::Vi)
    }
}

pub fn leave(deputy: &Worker, at: OrganisationId, from: &str, to: &str) -> NewDelegation {
    NewDelegation {
        deputy: deputy.user,
        organisation: at,
        valid_from: parse_date(from).unwrap(),
        valid_to: parse_date(to).unwrap(),
        reason: "Nghỉ phép năm".into(),
    }
}

/// The head of the centre is away on Monday; an accountant there stands in.
fn absence(office: &TestOffice, cast: &Cast) -> (Worker, Worker, DelegationId) {
    let head = Worker::new(office, cast, "lanh-dao", Role::CentreHead, cast.centre);
    let deputy = Worker::new(office, cast, "ke-toan", Role::Accountant, cast.centre);
    let new = leave(&deputy, cast.centre, "2026-11-23", "2026-11-23");
    let given = delegate(&head.at(office), &new).unwrap();
    (head, deputy, given)
}

fn submitted(office: &TestOffice, cast: &Cast) -> ProjectId {
    let centre = cast.person(Role::CentreOfficer).at(office);
    let id = propose(&centre, new_project("Máy đúc", HAI_PHONG, cast.centre)).unwrap();
    make(&centre, id, 1, Move::Submit, &Given::default()).unwrap();
    id
}

fn return_it(cx: &Cx<'_>, id: ProjectId) -> Done<()> {
    let version = project::show(cx, id)?.version;
    make(
        cx,
        id,
        version,
        Move::Return,
        &Given::because("Thiếu thuyết minh"),
    )
}

#[test]
fn a_deputy_acts_on_the_days_of_the_leave_alone_and_the_audit_says_for_whom() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22T22:00:00+07:00");
        let cast = Cast::gather(&office);
        let (head, deputy, _) = absence(&office, &cast);
        let id = submitted(&office, &cast);
        let early = return_it(&deputy.at(&office), id).unwrap_err();
        assert_eq!(early.code(), "policy.no-role");

        office.set_clock("2026-11-23T08:00:00+07:00");
        let desk = task::desk(&deputy.at(&office)).unwrap();
        assert_eq!(desk.mine.len(), 1, "the tasks of the absent");
        return_it(&deputy.at(&office), id).unwrap();
        let of_head = cast.person(Role::DepartmentHead).at(&office);
        let record = id.to_string();
        let kept = audit::list(&of_head, Some(&record), Window::of_page(1, 1)).unwrap();
        assert_eq!(kept.rows[0].name, "ke-toan thay lanh-dao");
        assert_eq!(kept.rows[0].user, Some(deputy.user));
        assert!(kept.rows[0].detail.contains("(thay lanh-dao)"));

        office.set_clock("2026-11-24T00:00:00+07:00");
        assert!(deputy.actor(&office).stands_in.is_empty());
        let centre = cast.person(Role::CentreOfficer).at(&office);
        make(&centre, id, 3, Move::Submit, &Given::default()).unwrap();
        let late = return_it(&deputy.at(&office), id).unwrap_err();
        assert_eq!(late.code(), "policy.no-role");
        let found = project::show(&centre, id).unwrap();
        assert_eq!(found.status, Status::Submitted);
        assert!(head.actor(&office).stands_in.is_empty());
    }
}

/// A way in which an absence ends.
type End = fn(&TestOffice, &Cast, &(Worker, Worker, DelegationId));

#[test]
fn what_was_lent_ends_at_once_when_it_is_taken_back_or_either_loses_the_ground() {
    for engine in Engine::BOTH {
        let ends: [End; 5] = [
            |office, _, (head, _, given)| revoke(&head.at(office), *given).unwrap(),
            |office, _, (_, deputy, given)| revoke(&deputy.at(office), *given).unwrap(),
            |office, cast, (head, ..)| {
                let administrator = cast.person(Role::SystemAdministrator).at(office);
                end(&administrator, head.user, head.given).unwrap();
            },
            |office, cast, (head, ..)| {
                let administrator = cast.person(Role::SystemAdministrator).at(office);
                people::set_closed(&administrator, head.user, true).unwrap();
            },
            |office, cast, (_, deputy, _)| {
                // The deputy moves to the department.
                let administrator = cast.person(Role::SystemAdministrator).at(office);
                let new = NewRole {
                    role: Role::Accountant,
                    organisation: cast.department,
                    area: AreaPath::parse(HAI_PHONG).unwrap(),
                    valid_from: parse_date("2020-01-01").unwrap(),
                    valid_to: None,
                };
                give(&administrator, deputy.user, new).unwrap();
                end(&administrator, deputy.user, deputy.given).unwrap();
            },
        ];
        for (number, ends) in ends.into_iter().enumerate() {
            let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
            let cast = Cast::gather(&office);
            let absence = absence(&office, &cast);
            assert_eq!(absence.1.actor(&office).stands_in.len(), 1);
            ends(&office, &cast, &absence);
            let id = submitted(&office, &cast);
            let deputy = absence.1;
            assert!(deputy.actor(&office).stands_in.is_empty(), "end {number}");
            assert!(return_it(&deputy.at(&office), id).is_err());
        }
    }
}

#[test]
fn nobody_hands_over_to_a_stranger_in_a_chain_or_twice() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
        let cast = Cast::gather(&office);
        let at = cast.department;
        let worker = |name: &str, role, at| Worker::new(&office, &cast, name, role, at);
        let head = worker("lanh-dao", Role::DepartmentHead, at);
        let officer = worker("chuyen-vien", Role::DepartmentOfficer, at);
        let third = worker("thu-ba", Role::DepartmentOfficer, at);
        let auditor = worker("kiem-toan", Role::Auditor, at);
        let administrator = worker("quan-tri", Role::SystemAdministrator, at);
        let elsewhere = worker("trung-tam", Role::CentreHead, cast.centre);
        let week = |deputy: &Worker| leave(deputy, at, "2026-11-25", "2026-12-01");
        let code = |from: &Worker, new: &NewDelegation| {
            delegate(&from.at(&office), new).map_or_else(|failure| failure.code(), |_| "ok")
        };
        for stranger in [&auditor, &administrator, &elsewhere] {
            assert_eq!(code(&head, &week(stranger)), "delegation.no-colleague");
        }
        let foreign = leave(&elsewhere, cast.centre, "2026-11-25", "2026-12-01");
        assert_eq!(code(&head, &foreign), "delegation.no-colleague");
        assert_eq!(code(&auditor, &week(&officer)), "policy.no-role");
        assert_eq!(code(&administrator, &week(&officer)), "policy.no-role");
        assert_eq!(code(&head, &week(&head)), "delegation.own-deputy");
        let mute = NewDelegation {
            reason: "  ".into(),
            ..week(&officer)
        };
        assert_eq!(code(&head, &mute), "delegation.no-reason");

        assert_eq!(code(&head, &week(&officer)), "ok");
        assert_eq!(code(&head, &week(&third)), "delegation.already-handed-over");
        assert_eq!(code(&officer, &week(&third)), "delegation.chain");
        assert_eq!(code(&third, &week(&head)), "delegation.deputy-away");
        let listed = delegation::list(&head.at(&office)).unwrap();
        assert_eq!(listed.len(), 1, "what was refused left nothing behind");
        assert!(delegation::list(&third.at(&office)).unwrap().is_empty());

        let given = listed[0].delegation.id;
        for stranger in [&third, &elsewhere] {
            let refused = revoke(&stranger.at(&office), given).unwrap_err();
            assert_eq!(refused.code(), "record.not-found");
        }
        revoke(&head.at(&office), given).unwrap();
        assert!(revoke(&head.at(&office), given).is_err(), "once");
        assert_eq!(code(&third, &week(&head)), "ok");
    }
}

#[test]
fn colleagues_are_those_who_could_stand_in_at_the_same_place() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-23");
        let cast = Cast::gather(&office);
        let at = cast.department;
        let worker = |name: &str, role, at| Worker::new(&office, &cast, name, role, at);
        let head = worker("lanh-dao", Role::DepartmentHead, at);
        worker("chuyen-vien", Role::DepartmentOfficer, at);
        worker("kiem-toan", Role::Auditor, at);
        worker("trung-tam", Role::CentreHead, cast.centre);
        let found = delegation::colleagues(&head.at(&office)).unwrap();
        let names: Vec<_> = found[0].1.iter().map(|found| &*found.name).collect();
        assert_eq!((found.len(), names), (1, vec!["chuyen-vien"]));
    }
}
