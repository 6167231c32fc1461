//! Sessions and taken forms: how long they are remembered.

use kc_app::identity::{invitation, invite, people, role, session};
use kc_app::kernel::{Picture, SentForm};
use kc_app::programme::record;
use kc_domain::identity::{Actor, Role};
use kc_domain::kernel::text::Lang;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, new_programme};
use std::rc::Rc;
use std::sync::Arc;

const PHRASE: &str = "một câu dễ nhớ và dài";

/// An officer with the roles in force, and the secret of the session.
fn officer(office: &TestOffice, cast: &Cast) -> (Arc<Actor>, String) {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let (id, link) = invite::invite(&administrator, "lan.nguyen", "Nguyễn Thị Lan").unwrap();
    role::give(
        &administrator,
        id,
        crate::people::centre_officer(cast, HAI_PHONG),
    )
    .unwrap();
    let secret = invitation::accept(&office.app, &link, PHRASE, PHRASE, "thử").unwrap();
    let held = session::held(&Picture::of(&office.app), &secret).unwrap();
    (held.expect("an open session").actor, secret)
}

#[test]
fn a_session_ends_after_twelve_hours_and_is_forgotten_when_somebody_signs_in() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22T07:00:00+07:00");
        let cast = Cast::gather(&office);
        let (lan, secret) = officer(&office, &cast);
        let holds = || {
            session::held(&Picture::of(&office.app), &secret)
                .unwrap()
                .is_some()
        };
        let open = || {
            let administrator = cast.person(Role::SystemAdministrator).at(&office);
            people::show(&administrator, lan.user).unwrap().sessions
        };
        office.set_clock("2026-11-22T19:00:00+07:00");
        session::sign_in(&office.app, "lan.nguyen", PHRASE, "thử").unwrap();
        assert!(holds());
        assert_eq!(open(), 2);
        office.set_clock("2026-11-22T19:00:01+07:00");
        assert!(!holds());
        session::sign_in(&office.app, "lan.nguyen", PHRASE, "thử").unwrap();
        assert_eq!(
            open(),
            2,
            "the one that ended is gone, the other two are open"
        );
    }
}

#[test]
fn a_taken_form_is_remembered_for_a_week() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-01T08:00:00+07:00");
        let cast = Cast::gather(&office);
        let (lan, _) = officer(&office, &cast);
        let send = |code: &str| {
            let form = SentForm::new(Some([7; 16]), "/programmes", Vec::new());
            let cx = office.app.cx(Arc::clone(&lan), Lang::Vi);
            let mut new = new_programme(&cast);
            new.code = code.to_owned();
            record::record(&cx.from_form(Some(Rc::new(form))), new)
        };
        send("CT-1").unwrap();
        office.set_clock("2026-11-08T08:00:00+07:00");
        session::sign_in(&office.app, "lan.nguyen", PHRASE, "thử").unwrap();
        let again = send("CT-2").unwrap_err();
        assert_eq!(again.code(), "form.sent");
        office.set_clock("2026-11-08T08:00:01+07:00");
        session::sign_in(&office.app, "lan.nguyen", PHRASE, "thử").unwrap();
        send("CT-3").unwrap();
    }
}
