//! A token in place of a session: on the interface only, with the rights of its person only.

use crate::town::Town;
use kc_domain::identity::Role;
use kc_testkit::Engine;

const REPORT: &str = "/api/v1/reports/programme";

#[test]
fn a_token_reads_the_interface_and_no_page() {
    let town = Town::build(Engine::Sqlite);
    let good = town.token(Role::CentreOfficer);
    assert_eq!(town.ask_with_token(REPORT, &good, None), 200);
    assert_eq!(
        town.ask_with_token("/projects", &good, None),
        303,
        "pages want a session"
    );
}

#[test]
fn a_wrong_token_is_nobody_whatever_session_comes_with_it() {
    let town = Town::build(Engine::Sqlite);
    let officer = &town.home[&Role::CentreOfficer];
    assert_eq!(town.ask_with_token(REPORT, "kc_0000", None), 401);
    assert_eq!(town.ask_with_token(REPORT, "kc_0000", Some(officer)), 401);
    assert_eq!(town.ask_with_token(REPORT, "", Some(officer)), 200);
    assert_eq!(town.ask_with_token(REPORT, "", None), 401);
}

#[test]
fn a_token_carries_the_rights_of_its_person_only() {
    let town = Town::build(Engine::Sqlite);
    let firm = town.token(Role::Firm);
    assert_eq!(town.ask_with_token(REPORT, &firm, None), 403);
}
