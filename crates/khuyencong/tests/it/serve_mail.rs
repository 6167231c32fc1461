//! The letters a running server sends by itself: they arrive, once, whoever else serves, whether the
//! mail server is there, and whenever the program is told to end.

use crate::office::{
    MONDAY, Office, free_address, serve_at, settle, waiting_letter, waiting_letters,
};
use kc_app::kernel::Location;
use kc_testkit::smtp::MailServer;
use kc_testkit::{Engine, TestOffice};
use std::collections::BTreeSet;
use tempfile::TempDir;

const FROM: &str = "Khuyến công <khuyencong@example.invalid>";

/// Everybody a letter reached, and how many letters there were.
fn reached(server: &MailServer) -> (usize, BTreeSet<String>) {
    let letters = server.received();
    let people = letters.iter().flat_map(|letter| letter.to.clone());
    (letters.len(), people.collect())
}

/// What `khuyencong remind` still finds to send.
fn remind(office: &Office, url: &str) -> String {
    let done = office.run(&["remind", "--smtp-url", url, "--mail-from", FROM]);
    String::from_utf8(done.stdout).unwrap()
}

/// An office on PostgreSQL with a letter waiting for each of some people, and its address.
fn on_postgres(people: usize) -> (TestOffice, String) {
    let office = TestOffice::open(Engine::Postgres, MONDAY);
    settle(&office.app);
    waiting_letters(&office.app, people - 1);
    let Location::Postgres(database) = office.location.clone() else {
        unreachable!("an office on PostgreSQL");
    };
    (office, database)
}

#[test]
fn a_running_server_sends_what_waits_by_itself_and_only_once() {
    let office = Office::new();
    waiting_letter(&office);
    let server = MailServer::open();
    let url = server.url();
    let mut served = office.serve_with(&["--smtp-url", &url, "--mail-from", FROM]);
    server.wait_for(1);
    served.ask_to_end();
    served.ends_well();
    let (letters, people) = reached(&server);
    assert_eq!((letters, people.len()), (1, 1));
    assert!(people.contains("nguoi-0@example.invalid"), "{people:?}");
    assert!(remind(&office, &url).contains("gửi được 0, chưa gửi được 0"));
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_mail_server_that_is_down_loses_no_letter_and_the_pages_stay_open() {
    let office = Office::new();
    waiting_letter(&office);
    let address = free_address();
    let url = format!("smtp://{address}");
    let mut served = office.serve_with(&["--smtp-url", &url, "--mail-from", FROM]);
    served.wait_for_log("\"round.failed\":1");
    served.officer();
    served.ask_to_end();
    served.ends_well();
    let server = MailServer::open_at(address);
    assert!(remind(&office, &url).contains("gửi được 1, chưa gửi được 0"));
    let mut again = office.serve_with(&["--smtp-url", &url, "--mail-from", FROM]);
    again.ask_to_end();
    again.ends_well();
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_server_told_to_end_in_the_midst_of_a_letter_writes_it_down_first() {
    let office = Office::new();
    waiting_letter(&office);
    let server = MailServer::open();
    let url = server.url();
    server.hold();
    let mut served = office.serve_with(&["--smtp-url", &url, "--mail-from", FROM]);
    server.wait_until_held();
    served.ask_to_end();
    server.let_go();
    served.ends_well();
    assert!(remind(&office, &url).contains("gửi được 0, chưa gửi được 0"));
    assert_eq!(server.received().len(), 1);
}

#[test]
fn what_a_server_told_to_end_did_not_begin_waits_for_the_next() {
    const PEOPLE: usize = 4;
    let (_office, database) = on_postgres(PEOPLE);
    let server = MailServer::open();
    server.hold();
    let (folder, url) = (TempDir::new().unwrap(), server.url());
    let words = way(&database, &url);
    let mut first = serve_at(folder.path(), &words);
    server.wait_until_held();
    first.ask_to_end();
    server.let_go();
    first.ends_well();
    let mut second = serve_at(folder.path(), &words);
    server.wait_for(PEOPLE);
    second.ask_to_end();
    second.ends_well();
    let (letters, people) = reached(&server);
    assert_eq!((letters, people.len()), (PEOPLE, PEOPLE));
}

#[test]
fn two_servers_on_one_database_send_no_letter_twice() {
    const PEOPLE: usize = 12;
    let (_office, database) = on_postgres(PEOPLE);
    let server = MailServer::open();
    let url = server.url();
    let words = way(&database, &url);
    let folders = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let mut both = folders
        .each_ref()
        .map(|folder| serve_at(folder.path(), &words));
    server.wait_for(PEOPLE);
    for served in &mut both {
        served.ask_to_end();
        served.ends_well();
    }
    let (letters, people) = reached(&server);
    assert_eq!((letters, people.len()), (PEOPLE, PEOPLE));
}

/// The words that lead a server to a database and to a mail server.
fn way<'a>(database: &'a str, url: &'a str) -> [&'a str; 6] {
    [
        "--database",
        database,
        "--smtp-url",
        url,
        "--mail-from",
        FROM,
    ]
}
