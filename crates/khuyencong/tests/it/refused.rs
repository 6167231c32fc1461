//! What the program refuses to open, each with one sentence and nothing changed.

use crate::office::{Office, free_address};
use rusqlite::Connection;
use std::process::Output;

/// The exit code of what is refused to keep the data safe.
const REFUSED: i32 = 4;

fn try_to_serve(office: &Office) -> Output {
    office.run(&["serve", "--listen", &free_address().to_string()])
}

fn complaint(output: &Output) -> String {
    assert!(output.stdout.is_empty(), "it says nothing as if it served");
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_second_process_on_the_same_folder_is_refused() {
    let office = Office::new();
    let served = office.serve();

    let second = try_to_serve(&office);

    assert_eq!(second.status.code(), Some(REFUSED));
    let said = complaint(&second);
    assert!(said.contains("đang được"), "{said}");
    assert_eq!(
        served.officer().get("/programmes").unwrap().status,
        200,
        "the first serves on"
    );
}

#[test]
fn the_audit_can_be_verified_beside_a_running_server() {
    let office = Office::new();
    let served = office.serve();

    let verdict = office.run(&["audit", "verify"]);

    assert_eq!(
        verdict.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&verdict.stderr)
    );
    drop(served);
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    let office = Office::new();
    let newer = "INSERT INTO schema_migration (number, name, hash, applied_at)
                 VALUES (9999, '9999_future', zeroblob(32), 0)";
    Connection::open(office.file())
        .unwrap()
        .execute(newer, [])
        .unwrap();

    let refused = try_to_serve(&office);

    assert_eq!(refused.status.code(), Some(REFUSED));
    let said = complaint(&refused);
    assert!(said.contains("mới hơn"), "{said}");
    let count = "SELECT count(*) FROM schema_migration WHERE number = 9999";
    let kept: i64 = Connection::open(office.file())
        .unwrap()
        .query_row(count, [], |r| r.get(0))
        .unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let office = Office::new();
    let text = "Đây là danh sách đề án, không phải cơ sở dữ liệu.\n".repeat(100);
    std::fs::write(office.file(), &text).unwrap();

    let refused = try_to_serve(&office);

    assert!(refused.status.code().is_some_and(|code| code != 0));
    assert!(!complaint(&refused).contains("panicked"));
    assert_eq!(std::fs::read_to_string(office.file()).unwrap(), text);
}
