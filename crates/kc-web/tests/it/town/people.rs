//! Who works in the town: a session for each role, somebody to look after, somebody standing in.

use super::Visitor;
use kc_app::identity::delegation::{NewDelegation, delegate};
use kc_app::identity::role::{NewRole, give};
use kc_app::identity::{invitation, invite, session};
use kc_app::kernel::Cx;
use kc_domain::identity::{Assignment, Role};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::UserId;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Cast, HAI_PHONG, TestOffice};

/// A session of a person of the cast in a role.
pub fn settle_at_home(office: &TestOffice, cast: &Cast, role: Role) -> Visitor {
    let cx = founder(office, cast);
    let actor = cast.person(role).actor;
    let secret = invite::renew(&cx, actor.user).unwrap();
    settle(&cx, office, (actor.user, &secret), &actor.assignments[0])
}

/// A session of somebody who holds a role in Hà Nội.
pub fn settle_abroad(office: &TestOffice, cast: &Cast, role: Role) -> Visitor {
    let cx = founder(office, cast);
    let name = format!("ha-noi.{}", role.code());
    let (user, secret) = invite::invite(&cx, &name, "Người Hà Nội").unwrap();
    let actor = cast.foreigner(role).actor;
    settle(&cx, office, (user, &secret), &actor.assignments[0])
}

/// Whoever looks after the people; somebody else than the administrator of the cast, who is
/// settled too.
fn founder<'a>(office: &'a TestOffice, cast: &Cast) -> Cx<'a> {
    let mut founder = cast.person(Role::SystemAdministrator);
    founder.actor.user = UserId([0xEE; 16]);
    founder.at(office)
}

/// Gives a person the role in the database, and a session by the one-time link.
fn settle(
    cx: &Cx<'_>,
    office: &TestOffice,
    (user, secret): (UserId, &str),
    held: &Assignment,
) -> Visitor {
    let new = NewRole {
        role: held.role,
        organisation: held.organisation,
        area: held.area.clone(),
        valid_from: parse_date("2020-01-01").unwrap(),
        valid_to: None,
    };
    give(cx, user, new).unwrap();
    let phrase = "một câu dễ nhớ và dài";
    let session = invitation::accept(&office.app, secret, phrase, phrase, "test").unwrap();
    let held = session::held(&kc_app::kernel::Picture::of(&office.app), &session)
        .unwrap()
        .unwrap();
    Visitor {
        cookie: format!("kc_session={session}"),
        csrf: held.csrf,
    }
}

/// An officer of Hải Phòng whom the administrator looks after.
pub fn somebody(office: &TestOffice, cast: &Cast) -> (UserId, String) {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let (id, _) = invite::invite(&administrator, "lan.nguyen", "Nguyễn Thị Lan").unwrap();
    let new = NewRole {
        role: Role::CentreOfficer,
        organisation: cast.centre,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        valid_from: parse_date("2020-01-01").unwrap(),
        valid_to: None,
    };
    let role = give(&administrator, id, new).unwrap();
    (id, role.to_string())
}

/// The head of the centre is away, and an officer stands in.
pub fn delegation(office: &TestOffice, cast: &Cast, deputy: UserId) -> String {
    let head = cast.person(Role::CentreHead).at(office);
    let new = NewDelegation {
        deputy,
        organisation: cast.centre,
        valid_from: parse_date("2026-11-23").unwrap(),
        valid_to: parse_date("2026-11-27").unwrap(),
        reason: "Nghỉ phép".into(),
    };
    delegate(&head, &new).unwrap().to_string()
}
