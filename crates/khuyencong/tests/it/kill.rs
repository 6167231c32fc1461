//! What was acknowledged survives the end of the process.

use crate::office::{Office, record_programme};
use kc_app::kernel::Access;
use kc_app::programme::show_by_code;
use kc_domain::kernel::text::Lang;
use kc_testkit::wire::Visitor;
use std::sync::mpsc;

/// Writes the officers try in all.
const WRITES: usize = 200;
/// Officers who write at the same time.
const OFFICERS: usize = 4;
/// Acknowledged writes after which the server is killed, in the middle of the others.
const KILLED_AFTER: usize = 100;

#[test]
fn kill_in_the_middle_of_200_writes_loses_no_acknowledged_one() {
    let office = Office::new();
    let mut served = office.serve();
    let (acknowledge, acknowledged) = mpsc::channel();

    let mut codes: Vec<String> = std::thread::scope(|scope| {
        for officer in 0..OFFICERS {
            let (visitor, acknowledge) = (served.officer(), acknowledge.clone());
            scope.spawn(move || write(visitor, officer, &acknowledge));
        }
        drop(acknowledge);
        let before: Vec<String> = acknowledged.iter().take(KILLED_AFTER).collect();
        served.kill();
        before
    });
    codes.extend(acknowledged.iter());

    assert!(
        (KILLED_AFTER..WRITES).contains(&codes.len()),
        "{} acknowledged",
        codes.len()
    );
    let verdict = office.run(&["audit", "verify"]);
    assert!(
        verdict.status.success(),
        "{}",
        String::from_utf8_lossy(&verdict.stderr)
    );
    let app = office.open(Access::Exclusive);
    for code in &codes {
        assert!(
            show_by_code(&app.console(Lang::Vi), code).is_ok(),
            "{code} is lost"
        );
    }
}

#[test]
fn the_server_starts_again_after_it_was_killed() {
    let office = Office::new();
    let mut served = office.serve();
    assert_eq!(
        record_programme(&mut served.officer(), "KC-1", "")
            .unwrap()
            .status,
        303
    );
    served.kill();

    let again = office.serve();

    let page = again.officer().get("/programmes").unwrap();
    assert!(String::from_utf8_lossy(&page.body).contains("KC-1"));
}

/// Records programmes one after another, and tells of each that was acknowledged.
fn write(mut visitor: Visitor, officer: usize, acknowledge: &mpsc::Sender<String>) {
    for number in 0..WRITES / OFFICERS {
        let code = format!("KC-{officer}-{number}");
        // An error is the server going away: the rest is never sent.
        let Ok(answer) = record_programme(&mut visitor, &code, "") else {
            return;
        };
        assert_eq!(answer.status, 303, "{code}");
        acknowledge.send(code).unwrap();
    }
}
