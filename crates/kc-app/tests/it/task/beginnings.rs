//! The first steps of a new office, shown to whoever may take them until they are taken.

use kc_app::identity::initialise::initialise;
use kc_app::identity::{invitation, session};
use kc_app::kernel::Cx;
use kc_app::task::beginnings;
use kc_domain::identity::Role;
use kc_domain::kernel::text::Lang;
use kc_testkit::{Cast, Engine, TestOffice};

fn paths(cx: &Cx<'_>) -> Vec<String> {
    let steps = beginnings(cx).unwrap();
    steps.into_iter().map(|step| step.path).collect()
}

#[test]
fn the_first_administrator_is_told_what_comes_first_and_no_longer_once_it_is_done() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let link = initialise(&office.app, "Trung tâm Khuyến công").unwrap();
        let secret = "mật khẩu đủ dài để thử";
        let open = invitation::accept(&office.app, &link, secret, secret, "thử").unwrap();
        let held = session::held(&kc_app::kernel::Picture::of(&office.app), &open)
            .unwrap()
            .unwrap();
        let first = office.app.cx(held.actor, Lang::Vi);
        assert_eq!(paths(&first), ["/organisations/new", "/people/new"]);

        let cast = Cast::gather(&office);
        assert!(paths(&first).is_empty());
        let centre = cast.person(Role::CentreOfficer).at(&office);
        assert_eq!(paths(&centre), ["/programmes/new", "/plans/new"]);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let all = ["/programmes/new", "/plans/new", "/ledger/purses/new"];
        assert_eq!(paths(&department), all);
        for role in [
            Role::Auditor,
            Role::Accountant,
            Role::Firm,
            Role::CommuneOfficer,
        ] {
            assert!(paths(&cast.person(role).at(&office)).is_empty(), "{role:?}");
        }
    }
}
