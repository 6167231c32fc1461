//! The chain holds, and what is tried without right is kept.

use kc_app::audit;
use kc_app::kernel::Window;
use kc_domain::audit::Outcome;
use kc_domain::identity::Role;
use kc_domain::kernel::text::Lang;
use kc_testkit::{Cast, Engine, TestOffice};

#[test]
fn every_write_is_a_link_and_the_chain_verifies() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let cx = cast.person(Role::Auditor).at(&office);
        let page = audit::list(&cx, None, Window::of_page(1, 50)).unwrap();
        assert_eq!(page.total, 4, "the foreign centre's record is out of scope");
        assert!(
            page.rows
                .iter()
                .all(|record| record.outcome == Outcome::Done)
        );
        let verdict = audit::verify::verify(&office.app.console(Lang::Vi)).unwrap();
        assert_eq!((verdict.checked, verdict.broken), (20, None));
    }
}
