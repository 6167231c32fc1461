//! A form on its way when the server is killed: whole or not at all, and once when it is sent again.

use crate::office::{Office, Served};
use kc_app::document;
use kc_app::kernel::{Access, Window};
use kc_domain::kernel::text::Lang;
use kc_testkit::wire::{Answer, Visitor};
use std::io;
use std::process::Output;
use std::sync::mpsc;

/// Forms of each kind that are under way.
const FORMS: usize = 60;
/// Forms that were taken when the server is killed.
const KILLED_AFTER: usize = 25;

/// Sends one form of a kind, by its number.
type Send = fn(&mut Visitor, &str, usize) -> io::Result<Answer>;

#[test]
fn papers_sent_again_after_a_kill_are_recorded_once() {
    let office = Office::new();
    let taken = kill_amid(&office, "/documents", Served::officer, send_paper);
    let answers = send_all_again(&office, "/documents", Served::officer, send_paper);

    expect_refused(&taken, &answers);
    expect_whole(&office);
    let app = office.open(Access::Exclusive);
    let (filter, order) = (document::Filter::default(), document::Order::default());
    let window = Window::of_page(1, 1);
    let papers = document::list(&app.console(Lang::Vi), &filter, order, window).unwrap();
    assert_eq!(usize::try_from(papers.total), Ok(FORMS), "each paper once");
}

#[test]
fn moves_of_money_sent_again_after_a_kill_are_entered_once() {
    let office = Office::new();
    let purse = open_purse(&office);
    let taken = kill_amid(&office, &purse, Served::department_officer, send_move);
    let answers = send_all_again(&office, &purse, Served::department_officer, send_move);

    expect_refused(&taken, &answers);
    expect_whole(&office);
    let verdict = office.run(&["ledger", "verify"]);
    let said = String::from_utf8_lossy(&verdict.stdout);
    assert!(said.starts_with(&format!("{FORMS} bút toán")), "{said}");
}

/// What was taken is refused with the sentence when it is sent again.
fn expect_refused(taken: &[usize], answers: &[Answer]) {
    for number in taken {
        let answer = &answers[*number];
        assert_eq!(answer.status, 422, "form {number} was taken before");
        let page = String::from_utf8_lossy(&answer.body);
        assert!(page.contains("đã được ghi từ lần gửi trước"), "{page}");
    }
}

/// Sends forms until the server is killed in their midst; the numbers of those it acknowledged.
fn kill_amid(office: &Office, path: &str, who: fn(&Served) -> Visitor, send: Send) -> Vec<usize> {
    let mut served = office.serve();
    let (acknowledge, acknowledged) = mpsc::channel();
    let mut taken: Vec<usize> = std::thread::scope(|scope| {
        for first in 0..2 {
            let (mut visitor, acknowledge) = (who(&served), acknowledge.clone());
            let numbers = (first..FORMS).step_by(2);
            let mut send = move |number| send(&mut visitor, path, number);
            scope.spawn(move || send_until_gone(numbers, &mut send, &acknowledge));
        }
        drop(acknowledge);
        let before = acknowledged.iter().take(KILLED_AFTER).collect();
        served.kill();
        before
    });
    taken.extend(acknowledged.iter());
    assert!((KILLED_AFTER..FORMS).contains(&taken.len()), "{taken:?}");
    taken
}

/// Sends form after form. An error is the server going away: the rest is sent to the next one.
fn send_until_gone(
    numbers: impl Iterator<Item = usize>,
    send: &mut impl FnMut(usize) -> io::Result<Answer>,
    acknowledge: &mpsc::Sender<usize>,
) {
    for number in numbers {
        let Ok(answer) = send(number) else { return };
        assert_eq!(answer.status, 303, "form {number}");
        acknowledge.send(number).unwrap();
    }
}

/// Every form again, each with the identity it had.
fn send_all_again(
    office: &Office,
    path: &str,
    who: fn(&Served) -> Visitor,
    send: Send,
) -> Vec<Answer> {
    let again = office.serve();
    let mut visitor = who(&again);
    let numbers = 0..FORMS;
    numbers
        .map(|number| send(&mut visitor, path, number).unwrap())
        .collect()
}

fn identity(number: usize) -> String {
    format!("01a20000-0000-7000-8000-{number:012}")
}

fn send_paper(visitor: &mut Visitor, path: &str, number: usize) -> io::Result<Answer> {
    let summary = format!("Công văn số {number}");
    let typed = [
        ("kind", "letter"),
        ("issuer", "Trung tâm"),
        ("summary", &*summary),
        ("once", &*identity(number)),
    ];
    visitor.submit("/documents/new", path, &typed)
}

fn send_move(visitor: &mut Visitor, purse: &str, number: usize) -> io::Result<Answer> {
    let typed = [
        ("kind", "assign"),
        ("amount", "1 triệu"),
        ("effective_on", "2/1/2026"),
        ("once", &*identity(number)),
    ];
    visitor.submit(purse, &format!("{purse}/moves"), &typed)
}

/// Opens a purse; answers the address of its page.
fn open_purse(office: &Office) -> String {
    let served = office.serve();
    let typed = [
        ("code", "HP-2026"),
        ("name", "Ngân sách thành phố 2026"),
        ("source", "local"),
        ("level", "local"),
        ("budget_year", "2026"),
    ];
    let mut visitor = served.department_officer();
    let answer = visitor
        .submit("/ledger/purses/new", "/ledger/purses", &typed)
        .unwrap();
    answer.location.unwrap()
}

fn expect_whole(office: &Office) {
    for words in [["audit", "verify"], ["ledger", "verify"]] {
        let Output { status, stderr, .. } = office.run(&words);
        assert!(
            status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&stderr)
        );
    }
}
