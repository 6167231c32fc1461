//! Personal tokens: they open what the person may read, until revoked, run out or closed.

use kc_app::identity::api_token::{held, issue, list, revoke};
use kc_app::identity::role::end;
use kc_app::identity::{invitation, invite, password, people, session};
use kc_app::kernel::{App, Cx, Picture};
use kc_domain::identity::{Actor, Role};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice};
use std::sync::Arc;

const PHRASE: &str = "một câu dễ nhớ và dài";

/// A person with a password and the role of an officer.
fn officer(office: &TestOffice, cast: &Cast) -> Arc<Actor> {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let (id, link) = invite::invite(&administrator, "lan.nguyen", "Nguyễn Thị Lan").unwrap();
    let role = crate::people::centre_officer(cast, HAI_PHONG);
    kc_app::identity::role::give(&administrator, id, role).unwrap();
    let secret = invitation::accept(&office.app, &link, PHRASE, PHRASE, "thử").unwrap();
    session::held(&Picture::of(&office.app), &secret)
        .unwrap()
        .unwrap()
        .actor
}

fn at<'a>(app: &'a App, actor: &Actor) -> Cx<'a> {
    app.cx(actor.clone(), Lang::Vi)
}

fn opens(office: &TestOffice, token: &str) -> Option<UserId> {
    held(&Picture::of(&office.app), token)
        .unwrap()
        .map(|actor| actor.user)
}

#[test]
fn a_token_opens_until_its_last_day_and_not_once_revoked() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let lan = officer(&office, &cast);
        let cx = at(&office.app, &lan);
        let until = parse_date("2026-12-31").unwrap();
        let kept = issue(&cx, "Bảng tính", until).unwrap();
        let spare = issue(&cx, "Thử", until).unwrap();
        assert_ne!(kept, spare);
        assert_eq!(opens(&office, &kept), Some(lan.user));
        assert_eq!(opens(&office, &kept.to_uppercase()), None);
        assert_eq!(opens(&office, ""), None);
        let names = |cx: &Cx<'_>| {
            let held = list(cx).unwrap().into_iter();
            held.map(|token| token.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&cx).len(), 2);
        let spare_id = list(&cx).unwrap().into_iter();
        let spare_id = spare_id
            .into_iter()
            .find(|token| token.name == "Thử")
            .unwrap()
            .id;
        let stranger = cast.person(Role::CentreHead).at(&office);
        assert_eq!(
            revoke(&stranger, spare_id).unwrap_err().code(),
            "record.not-found"
        );
        revoke(&cx, spare_id).unwrap();
        assert_eq!(
            (opens(&office, &spare), names(&cx)),
            (None, vec!["Bảng tính".to_owned()])
        );

        office.set_clock("2026-12-31");
        assert_eq!(opens(&office, &kept), Some(lan.user));
        office.set_clock("2027-01-01");
        assert_eq!(opens(&office, &kept), None);
    }
}

#[test]
fn the_secret_of_a_token_is_kept_nowhere() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let lan = officer(&office, &cast);
        let until = parse_date("2026-12-31").unwrap();
        let before = office.picture();
        let token = issue(&at(&office.app, &lan), "Bảng tính", until).unwrap();
        let after = office.picture();
        assert_ne!(before, after);
        let digits = token.trim_start_matches("kc_");
        assert!(!after.contains(digits) && !after.to_lowercase().contains(digits));
    }
}

#[test]
fn a_token_carries_no_more_than_the_person_holds_today() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let lan = officer(&office, &cast);
        let until = parse_date("2026-12-31").unwrap();
        let token = issue(&at(&office.app, &lan), "Bảng tính", until).unwrap();
        let bearer = || held(&Picture::of(&office.app), &token).unwrap();
        let reads = || bearer().map(|actor| at(&office.app, &actor).may(Action::ReadReports));
        assert_eq!(reads(), Some(true));
        end(&administrator, lan.user, lan.assignments[0].id).unwrap();
        assert_eq!(reads(), Some(false), "the role has ended");
        people::set_closed(&administrator, lan.user, true).unwrap();
        assert_eq!(reads(), None, "the account is closed");
    }
}

#[test]
fn a_new_password_revokes_every_token_of_the_person_and_of_nobody_else() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let lan = officer(&office, &cast);
        let other = cast.person(Role::CentreHead);
        let until = parse_date("2026-12-31").unwrap();
        let hers = issue(&at(&office.app, &lan), "Bảng tính", until).unwrap();
        let theirs = issue(&other.at(&office), "Bảng tính", until).unwrap();
        let new = "một câu khác hẳn, cũng dài";
        password::change(&at(&office.app, &lan), PHRASE, new, new).unwrap();
        assert_eq!(opens(&office, &hers), None);
        assert_eq!(opens(&office, &theirs), Some(other.actor.user));
    }
}

#[test]
fn a_token_for_ever_is_refused_and_leaves_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let lan = officer(&office, &cast);
        let cx = at(&office.app, &lan);
        let late = issue(&cx, "Mãi mãi", parse_date("2099-12-31").unwrap());
        assert_eq!(late.unwrap_err().code(), "identity.token-life");
        assert_eq!(list(&cx).unwrap(), []);
    }
}
