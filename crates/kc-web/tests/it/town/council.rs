//! A council of the town: one member, closed minutes, a kept ranking.

use kc_app::appraisal::council::{call, establish};
use kc_app::appraisal::rank::{Choice, keep};
use kc_app::appraisal::sitting::{note, open};
use kc_app::appraisal::{declare, file, minutes};
use kc_app::identity::role::{NewRole, give};
use kc_app::ledger::purse;
use kc_app::project::propose::{NewProject, propose};
use kc_domain::appraisal::Post;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::PlanId;
use kc_domain::ledger::Purse;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Cast, HAI_PHONG, TestOffice, new_council, new_project, new_purse, new_sitting};

/// The council, its closed sitting and its kept ranking, by the names of their parts in the paths.
pub fn records(office: &TestOffice, cast: &Cast, plan: PlanId) -> [(&'static str, String); 3] {
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let council = establish(&department, new_council(plan)).unwrap();
    let chair = cast.person(Role::CouncilMember);
    let role = NewRole {
        role: Role::CouncilMember,
        organisation: cast.centre,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        valid_from: parse_date("2020-01-01").unwrap(),
        valid_to: None,
    };
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    give(&administrator, chair.actor.user, role).unwrap();
    call(&department, council, chair.actor.user, Post::Chair).unwrap();
    declare::declare(&chair.at(office), council, chair.actor.user, Vec::new()).unwrap();
    let sitting = open(&department, council, new_sitting("2026-11-20")).unwrap();
    let centre = cast.person(Role::CentreOfficer).at(office);
    let project = NewProject {
        plan: Some(plan),
        ..new_project("Máy đúc", HAI_PHONG, cast.centre)
    };
    let project = propose(&centre, project).unwrap();
    file::add(&department, sitting, &[project]).unwrap();
    note(&department, sitting, &[chair.actor.user], None).unwrap();
    minutes::close(&department, sitting).unwrap();
    let purse = Purse {
        plan: Some(plan),
        ..new_purse("HP-KH", 2019, cast.centre)
    };
    let choice = Choice {
        purses: vec![purse::open(&department, purse).unwrap()],
        ..Choice::default()
    };
    let ranking = keep(&department, council, &choice, None).unwrap();
    [
        ("council", council.to_string()),
        ("sitting", sitting.to_string()),
        ("ranking", ranking.to_string()),
    ]
}
