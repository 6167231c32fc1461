//! `khuyencong remind` against a mail server that is there, absent, or never named.

use crate::office::{Office, free_address, waiting_letter};
use kc_testkit::smtp::MailServer;
use std::process::Output;

const FROM: &str = "Khuyến công <khuyencong@example.invalid>";

fn remind(office: &Office, words: &[&str]) -> (Option<i32>, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = office.run(&[&["remind"], words].concat());
    let said = [stdout, stderr].concat();
    (status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn a_letter_that_waits_is_sent_once_when_the_server_is_back() {
    let office = Office::new();
    waiting_letter(&office);
    let absent = format!("smtp://ten:mat-khau-bi-mat@{}", free_address());
    let (code, said) = remind(&office, &["--smtp-url", &absent, "--mail-from", FROM]);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("chưa gửi được 1"), "{said}");
    assert!(!said.contains("mat-khau-bi-mat"), "{said}");

    let server = MailServer::open();
    let way = ["--smtp-url", &server.url(), "--mail-from", FROM];
    let (code, said) = remind(&office, &way);
    assert_eq!((code, server.received().len()), (Some(0), 1), "{said}");
    assert!(said.contains("gửi được 1, chưa gửi được 0"), "{said}");
    let (code, said) = remind(&office, &way);
    assert_eq!((code, server.received().len()), (Some(0), 1), "{said}");
}

#[test]
fn without_a_way_for_letters_it_says_what_is_missing_and_keeps_everything() {
    let office = Office::new();
    waiting_letter(&office);
    let open = "smtp://ten:mat-khau-bi-mat@mail.example.invalid:25";
    let cases: [(&[&str], &str); 4] = [
        (&[], "--smtp-url"),
        (&["--smtp-url", "smtp://127.0.0.1:25"], "--mail-from"),
        (
            &["--smtp-url", open, "--mail-from", FROM],
            "dùng smtps:// hoặc thêm ?tls=required",
        ),
        (
            &["--smtp-url", "mail.example.invalid", "--mail-from", FROM],
            "smtp://máy:cổng",
        ),
    ];
    for (words, expected) in cases {
        let (code, said) = remind(&office, words);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(expected), "{said}");
        assert!(!said.contains("mat-khau-bi-mat"), "{said}");
    }
    let (code, said) = remind(&office, &["--dry-run"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("sẽ soạn 0 thư"),
        "the letter is written already: {said}"
    );
    let server = MailServer::open();
    let (code, _) = remind(&office, &["--smtp-url", &server.url(), "--mail-from", FROM]);
    assert_eq!((code, server.received().len()), (Some(0), 1));
}
