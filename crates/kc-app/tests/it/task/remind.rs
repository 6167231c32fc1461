//! Letters that remind: sent to a real mail server, once for a person and a day, lost by nobody.

use super::delegation::Worker;
use kc_app::identity::people;
use kc_app::project::propose::propose;
use kc_app::project::step::Given;
use kc_app::task::remind::{Haste, Letter, Round, preview, remind, remind_while};
use kc_app::task::settings;
use kc_domain::identity::Role;
use kc_domain::process::Move;
use kc_mail::{Mail, Post};
use kc_testkit::smtp::{MailServer, Received};
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, make, new_project};
use mailparse::{MailHeaderMap, ParsedMail, parse_mail};

const SITE: &str = "https://khuyencong.example.invalid";
const FROM: &str = "Khuyến công Hải Phòng <khuyencong@example.invalid>";

/// A way that hands letters to a server.
fn by(url: &str) -> impl Fn(&Letter) -> Result<(), String> + use<> {
    let post = Post::new(url, FROM).expect("a way to the server");
    move |letter| {
        let mail = Mail {
            id: &letter.id.to_string(),
            to: &letter.address,
            name: &letter.name,
            subject: &letter.subject,
            text: &letter.text,
            html: &letter.html,
        };
        post.deliver(&mail).map_err(|fault| fault.to_string())
    }
}

fn round(written: usize, sent: usize, failed: usize) -> Round {
    Round {
        written,
        sent,
        failed,
    }
}

/// Monday 23 November 2026: a project submitted that day waits for the head of the centre.
fn office(engine: Engine) -> (TestOffice, Cast, Worker) {
    let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
    let cast = Cast::gather(&office);
    let head = Worker::new(
        &office,
        &cast,
        "Đỗ Quang Minh",
        Role::CentreHead,
        cast.centre,
    );
    settings::set_address(&head.at(&office), "minh.do@example.invalid", true).unwrap();
    let centre = cast.person(Role::CentreOfficer).at(&office);
    let new = new_project("Máy đúc <Mỹ Đồng> & gang", HAI_PHONG, cast.centre);
    let id = propose(&centre, new).unwrap();
    make(&centre, id, 1, Move::Submit, &Given::default()).unwrap();
    (office, cast, head)
}

fn part<'a>(mail: &'a ParsedMail<'a>, kind: &str) -> String {
    let mut parts = mail.parts();
    let found = parts.find(|part| part.ctype.mimetype == kind);
    found.expect("the part").get_body().unwrap()
}

#[test]
fn the_daily_letter_arrives_with_its_tasks_in_both_forms() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let server = MailServer::open();
        let done = remind(&office.app, SITE, Haste::InTime, by(&server.url())).unwrap();
        assert_eq!(done, round(1, 1, 0));
        let received = server.received();
        assert_eq!(received.len(), 1);
        let Received { from, to, data } = &received[0];
        assert_eq!(from, "khuyencong@example.invalid");
        assert_eq!(to, &["minh.do@example.invalid"]);
        let mail = parse_mail(data).unwrap();
        let header = |name: &str| mail.headers.get_first_value(name).unwrap();
        assert_eq!(header("Subject"), "Việc cần làm ngày 23/11/2026: 1 mới đến");
        assert_eq!(header("From"), FROM);
        assert_eq!(header("To"), "Đỗ Quang Minh <minh.do@example.invalid>");
        assert_eq!(header("Auto-Submitted"), "auto-generated");
        let text = part(&mail, "text/plain");
        assert!(text.contains("Kính gửi Đỗ Quang Minh,"), "{text}");
        assert!(text.contains("Gửi Sở thẩm định: Máy đúc <Mỹ Đồng> & gang"));
        assert!(text.contains("https://khuyencong.example.invalid/projects/"));
        let html = part(&mail, "text/html");
        assert!(
            html.contains("Máy đúc &lt;Mỹ Đồng&gt; &amp; gang"),
            "{html}"
        );
    }
}

#[test]
fn one_letter_a_day_however_often_it_is_asked_for() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let server = MailServer::open();
        let ask = || remind(&office.app, SITE, Haste::Now, by(&server.url())).unwrap();
        assert_eq!(preview(&office.app, SITE).unwrap().len(), 1);
        assert_eq!(ask(), round(1, 1, 0));
        assert_eq!(ask(), round(0, 0, 0));
        assert!(preview(&office.app, SITE).unwrap().is_empty());
        office.set_clock("2026-11-23T17:00:00+07:00");
        assert_eq!(ask(), round(0, 0, 0));
        assert_eq!(server.received().len(), 1);
        // A holiday; then the first working day after it, on which the task is still new.
        office.set_clock("2026-11-24T08:00:00+07:00");
        assert_eq!(ask(), round(0, 0, 0));
        office.set_clock("2026-11-25T08:00:00+07:00");
        assert_eq!(ask(), round(1, 1, 0));
        // Nothing new and nothing due: no letter.
        office.set_clock("2026-11-26T08:00:00+07:00");
        assert_eq!(ask(), round(0, 0, 0));
        assert_eq!(server.received().len(), 2);
    }
}

#[test]
fn a_server_that_refuses_or_is_absent_loses_nothing() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let server = MailServer::open();
        server.refuse(true);
        let at = server.address();
        let ask = |haste| remind(&office.app, SITE, haste, by(&format!("smtp://{at}"))).unwrap();
        assert_eq!(ask(Haste::InTime), round(1, 0, 1));
        assert!(server.received().is_empty());
        assert_eq!(ask(Haste::InTime), round(0, 0, 0), "it waits ten minutes");
        office.set_clock("2026-11-23T08:10:00+07:00");
        assert_eq!(ask(Haste::InTime), round(0, 0, 1));
        drop(server);
        assert_eq!(ask(Haste::Now), round(0, 0, 1), "nobody listens");
        let server = MailServer::open_at(at);
        assert_eq!(ask(Haste::Now), round(0, 1, 0));
        assert_eq!(server.received().len(), 1);
        assert_eq!(ask(Haste::Now), round(0, 0, 0));
    }
}

#[test]
fn a_letter_that_never_left_is_replaced_by_the_next() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let server = MailServer::open();
        server.refuse(true);
        let ask = || remind(&office.app, SITE, Haste::Now, by(&server.url())).unwrap();
        assert_eq!(ask(), round(1, 0, 1));
        server.refuse(false);
        office.set_clock("2026-11-25T08:00:00+07:00");
        assert_eq!(ask(), round(1, 1, 0));
        let data = server.received().remove(0).data;
        let subject = parse_mail(&data)
            .unwrap()
            .headers
            .get_first_value("Subject");
        assert!(subject.unwrap().contains("25/11/2026"));
    }
}

#[test]
fn a_letter_is_given_up_after_days_of_failure() {
    let (office, ..) = office(Engine::Sqlite);
    let refused = |_: &Letter| Err("máy chủ thư không nhận".to_owned());
    let ask = |_| remind(&office.app, SITE, Haste::Now, refused).unwrap();
    let failed: usize = (0..30).map(ask).map(|round| round.failed).sum();
    assert_eq!(failed, 20);
    let taken = remind(&office.app, SITE, Haste::Now, |_: &Letter| Ok(())).unwrap();
    assert_eq!(taken, round(0, 0, 0));
}

#[test]
fn nobody_is_written_to_who_does_not_want_it_or_is_gone() {
    for engine in Engine::BOTH {
        let (office, cast, head) = office(engine);
        let letters = || preview(&office.app, SITE).unwrap().len();
        assert_eq!(letters(), 1);
        settings::set_address(&head.at(&office), "minh.do@example.invalid", false).unwrap();
        assert_eq!(letters(), 0);
        settings::set_address(&head.at(&office), "minh.do@example.invalid", true).unwrap();
        assert_eq!(letters(), 1);
        let wrong = settings::set_address(&head.at(&office), "a@b.vn\r\nBcc: x@y.vn", true);
        assert_eq!(wrong.unwrap_err().code(), "input.invalid");
        assert!(settings::set_address(&head.at(&office), "", true).is_err());
        assert_eq!(letters(), 1, "the old address stays");
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        people::set_closed(&administrator, head.user, true).unwrap();
        assert_eq!(letters(), 0);
    }
}

#[test]
fn a_letter_in_the_hands_of_one_is_not_sent_by_another() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let server = MailServer::open();
        let direct = by(&server.url());
        let done = remind(&office.app, SITE, Haste::InTime, |letter: &Letter| {
            let beside = remind(&office.app, SITE, Haste::Now, by(&server.url())).unwrap();
            assert_eq!(beside, round(0, 0, 0));
            direct(letter)
        });
        assert_eq!(done.unwrap(), round(1, 1, 0));
        assert_eq!(server.received().len(), 1);
    }
}

#[test]
fn a_letter_never_leaves_in_the_clear_where_the_office_asks_for_a_secret_way() {
    let (office, ..) = office(Engine::Sqlite);
    let server = MailServer::open();
    let url = format!("{}?tls=required", server.url());
    let done = remind(&office.app, SITE, Haste::Now, by(&url)).unwrap();
    assert_eq!(done, round(1, 0, 1));
    assert!(server.received().is_empty());
}

#[test]
fn a_letter_still_waiting_goes_to_the_new_address_and_never_to_a_closed_account() {
    for engine in Engine::BOTH {
        let (office, cast, head) = office(engine);
        let refused = |_: &Letter| Err("máy chủ thư không nhận".to_owned());
        let done = remind(&office.app, SITE, Haste::Now, refused).unwrap();
        assert_eq!(done, round(1, 0, 1));
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let (user, new) = (head.user, "dung.dia.chi@example.invalid");
        settings::set_address_of(&administrator, user, new, true).unwrap();
        people::set_closed(&administrator, user, true).unwrap();
        let server = MailServer::open();
        let ask = || remind(&office.app, SITE, Haste::Now, by(&server.url())).unwrap();
        assert_eq!(ask(), round(0, 0, 0), "the account is closed");
        people::set_closed(&administrator, user, false).unwrap();
        assert_eq!(ask(), round(0, 1, 0));
        assert_eq!(server.received()[0].to, [new]);
    }
}

#[test]
fn a_crash_while_a_letter_is_in_hand_sends_the_same_letter_again_later() {
    for engine in Engine::BOTH {
        let (office, ..) = office(engine);
        let crash = |_: &Letter| -> Result<(), String> { panic!("the power went out") };
        let crashed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            remind(&office.app, SITE, Haste::InTime, crash)
        }));
        assert!(crashed.is_err());
        let server = MailServer::open();
        let ask = |haste| remind(&office.app, SITE, haste, by(&server.url())).unwrap();
        assert_eq!(ask(Haste::Now), round(0, 0, 0), "it is still in hand");
        office.set_clock("2026-11-23T08:05:00+07:00");
        assert_eq!(ask(Haste::InTime), round(0, 1, 0));
        assert_eq!(ask(Haste::Now), round(0, 0, 0));
        assert_eq!(server.received().len(), 1);
    }
}

#[test]
fn a_round_told_to_stop_leaves_the_rest_for_the_next() {
    for engine in Engine::BOTH {
        let (office, cast, _) = office(engine);
        let second = Worker::new(&office, &cast, "Lê Hà", Role::CentreHead, cast.centre);
        settings::set_address(&second.at(&office), "ha.le@example.invalid", true).unwrap();
        let server = MailServer::open();
        let none_yet = || server.received().is_empty();
        let deliver = by(&server.url());
        let done = remind_while(&office.app, SITE, Haste::InTime, deliver, none_yet).unwrap();
        assert_eq!(done, round(2, 1, 0));
        let rest = remind(&office.app, SITE, Haste::InTime, by(&server.url())).unwrap();
        assert_eq!(rest, round(0, 1, 0));
        assert_eq!(server.received().len(), 2);
    }
}
