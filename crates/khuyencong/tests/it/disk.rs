//! A disk without room: the write fails whole, and what was kept before is kept.

use crate::office::{Office, Served, record_programme};
use kc_app::kernel::Access;
use kc_app::programme::show_by_code;
use kc_domain::kernel::text::Lang;
use std::process::Command;

/// Blocks of 1,024 bytes that a file may have: room for the schema and some programmes.
const FILE_BLOCKS_MAX: u32 = 1_500;

/// Programmes tried; with notes of this size they do not fit.
const TRIES: usize = 400;

#[test]
fn without_room_a_write_fails_whole_and_nothing_kept_is_lost() {
    let office = Office::new();
    let served = Served::start(without_room(), office.data());
    let mut officer = served.officer();
    let note = "Ghi chú dài. ".repeat(600);

    let mut kept = Vec::new();
    let mut refused = Vec::new();
    for number in 0..TRIES {
        let code = format!("KC-{number}");
        let answer = record_programme(&mut officer, &code, &note).unwrap();
        let list = if answer.status == 303 {
            &mut kept
        } else {
            &mut refused
        };
        list.push((code, answer));
    }

    assert!(
        !kept.is_empty() && !refused.is_empty(),
        "{} kept, {} refused",
        kept.len(),
        refused.len()
    );
    assert!(refused.iter().all(|(_, answer)| answer.status >= 500));
    assert_eq!(
        officer.get("/programmes").unwrap().status,
        200,
        "reading goes on"
    );
    drop(served);
    let app = office.open(Access::Exclusive);
    let console = app.console(Lang::Vi);
    assert!(
        kept.iter()
            .all(|(code, _)| show_by_code(&console, code).is_ok()),
        "all kept"
    );
    assert!(
        refused
            .iter()
            .all(|(code, _)| show_by_code(&console, code).is_err()),
        "none in half"
    );
    assert!(office.run(&["audit", "verify"]).status.success());
}

/// The program under a limit that the system sets on the size of each file: it needs no rights,
/// and the engine sees a write that the disk does not take.
fn without_room() -> Command {
    let mut shell = Command::new("bash");
    let program = env!("CARGO_BIN_EXE_khuyencong");
    let limited = format!("trap '' XFSZ; ulimit -f {FILE_BLOCKS_MAX}; exec \"$0\" \"$@\"");
    shell.arg("-c").arg(limited).arg(program);
    shell
}
