//! People and organisations: managed by the administrator, within the administrator's area.

use kc_app::identity::organisation::{self, Filter, NewOrganisation};
use kc_app::identity::role::{NewRole, end, give};
use kc_app::identity::{invite, people};
use kc_app::kernel::{Cx, Done, Failure, Window};
use kc_app::search;
use kc_domain::identity::{OrganisationKind, Role};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{AssignmentId, UserId};
use kc_domain::place::area::AreaPath;
use kc_testkit::{Cast, Engine, HA_NOI, HAI_PHONG, TestOffice};

pub(crate) fn centre_officer(cast: &Cast, area: &str) -> NewRole {
    NewRole {
        role: Role::CentreOfficer,
        organisation: cast.centre,
        area: AreaPath::parse(area).unwrap(),
        valid_from: parse_date("2026-01-01").unwrap(),
        valid_to: None,
    }
}

fn newcomer(cx: &Cx<'_>) -> UserId {
    invite::invite(cx, "lan.nguyen", "Nguyễn Thị Lan")
        .unwrap()
        .0
}

fn people_seen(cx: &Cx<'_>, words: &str) -> i64 {
    people::list(cx, words, Window::of_page(1, 50)).map_or(-1, |page| page.total)
}

#[test]
fn a_newcomer_gets_a_role_and_loses_it() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let id = newcomer(&administrator);
        let twice = invite::invite(&administrator, "LAN.NGUYEN", "Người khác").unwrap_err();
        assert_eq!(twice.code(), "identity.sign-in-taken");
        assert_eq!(people_seen(&administrator, "nguyen thi lan"), 1);
        assert_eq!(people_seen(&administrator, "nguyen thi mai"), 0);

        let given = give(&administrator, id, centre_officer(&cast, HAI_PHONG)).unwrap();
        let card = people::show(&administrator, id).unwrap();
        assert!(card.assignments[0].holds_on(office.app.now().day()));
        end(&administrator, id, given).unwrap();
        let card = people::show(&administrator, id).unwrap();
        assert!(!card.assignments[0].holds_on(office.app.now().day()));
    }
}

#[test]
fn only_the_administrator_manages_people() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let id = newcomer(&cast.person(Role::SystemAdministrator).at(&office));
        for role in Role::ALL {
            if role == Role::SystemAdministrator {
                continue;
            }
            let cx = cast.person(role).at(&office);
            let nobody = AssignmentId([9; 16]);
            let tried: [Done<()>; 5] = [
                invite::invite(&cx, &format!("{}.x", role.code()), "Ai đó").map(drop),
                invite::renew(&cx, id).map(drop),
                give(&cx, id, centre_officer(&cast, HAI_PHONG)).map(drop),
                end(&cx, id, nobody),
                people::set_closed(&cx, id, true),
            ];
            assert!(tried.iter().all(Result::is_err), "{role:?}");
        }
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let card = people::show(&administrator, id).unwrap();
        assert!(card.assignments.is_empty() && !card.person.closed);
        assert_eq!(people_seen(&administrator, "ai đó"), 0);
    }
}

#[test]
fn an_administrator_of_one_province_cannot_reach_into_another() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let national = cast.person(Role::SystemAdministrator).at(&office);
        let id = newcomer(&national);
        give(&national, id, centre_officer(&cast, HAI_PHONG)).unwrap();

        let foreign = cast.foreigner(Role::SystemAdministrator).at(&office);
        assert!(matches!(people::show(&foreign, id), Err(Failure::NotFound)));
        assert!(invite::renew(&foreign, id).is_err());
        assert!(people::set_closed(&foreign, id, true).is_err());
        assert!(give(&foreign, id, centre_officer(&cast, HA_NOI)).is_err());
        assert_eq!(people_seen(&foreign, "nguyen thi lan"), 0);

        let theirs = invite::invite(&foreign, "ha.noi", "Trần Văn Hà").unwrap().0;
        let outside = give(&foreign, theirs, centre_officer(&cast, HAI_PHONG)).unwrap_err();
        assert_eq!(outside.code(), "identity.role-outside-area");
    }
}

#[test]
fn nobody_gives_a_role_to_themselves() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let national = cast.person(Role::SystemAdministrator).at(&office);
        let id = newcomer(&national);
        let mut role = centre_officer(&cast, "VN");
        role.role = Role::SystemAdministrator;
        give(&national, id, role).unwrap();
        let mut herself = cast.person(Role::SystemAdministrator);
        herself.actor.user = id;
        let own = give(&herself.at(&office), id, centre_officer(&cast, HAI_PHONG));
        assert_eq!(own.unwrap_err().code(), "identity.own-role");
        let last = people::show(&national, id).unwrap().assignments[0].id;
        let ended = end(&herself.at(&office), id, last).unwrap_err();
        assert_eq!(ended.code(), "identity.last-administrator");
    }
}

#[test]
fn organisations_are_found_by_readers_and_changed_by_the_administrator() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let new = NewOrganisation {
            name: "UBND phường Lê Ích Mộc".into(),
            short_name: None,
            kind: OrganisationKind::LocalCommittee,
            parent: Some(cast.department),
            area: AreaPath::parse("VN/31/11506").unwrap(),
            illustrative: true,
        };
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        let id = organisation::record(&administrator, new.clone()).unwrap();
        for role in Role::ALL {
            let cx = cast.person(role).at(&office);
            let outsiders = [Role::Firm, Role::ServiceOrganisation, Role::CommuneOfficer];
            let reads = organisation::show(&cx, id).is_ok();
            assert_eq!(reads, !outsiders.contains(&role), "{role:?}");
            let writes = organisation::amend(&cx, id, 1, new.clone()).is_ok();
            assert_eq!(writes, role == Role::SystemAdministrator, "{role:?}");
        }
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let hidden = organisation::show(&foreigner, id);
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let all = Filter::default();
        let listed = organisation::list(&foreigner, &all, Window::of_page(1, 50)).unwrap();
        assert_eq!(listed.total, 1, "only the foreign centre");
        let officer = cast.person(Role::CentreOfficer).at(&office);
        assert_eq!(search::find(&officer, "le ich moc").unwrap().len(), 1);
        assert!(search::find(&foreigner, "le ich moc").unwrap().is_empty());
    }
}
