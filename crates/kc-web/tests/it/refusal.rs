//! Every route as every role and as nobody, at home and abroad: whoever may not is told so or
//! finds nothing, and leaves nothing behind but a line in the audit.

use crate::town::{Town, Visitor};
use kc_domain::policy::may;
use kc_testkit::Engine;
use kc_web::kernel::route::{Access, Method, Route};

fn posts(route: &Route) -> bool {
    route.method == Method::Post
}

fn varies(route: &Route) -> bool {
    route.path.contains('{')
}

/// Routes with a right, each with its right.
fn guarded() -> Vec<(Route, kc_domain::policy::Action)> {
    let rows = kc_web::routes().into_iter();
    rows.filter_map(|route| match route.access {
        Access::Needs(action) => Some((route, action)),
        Access::Open | Access::SignedIn => None,
    })
    .collect()
}

/// Asks, and writes down what was not answered as it should have been.
fn expect(
    town: &Town,
    route: &Route,
    url: &str,
    visitor: (&str, Option<&Visitor>),
    status: u16,
    wrong: &mut Vec<String>,
) {
    let (name, session) = visitor;
    let (answer, leads) = town.ask(posts(route), url, session);
    let to_sign_in = status != 303 || leads.starts_with("/sign-in");
    if answer.as_u16() != status || !to_sign_in {
        let method = route.method;
        wrong.push(format!(
            "{method:?} {} as {name}: {answer} {leads}, expected {status}",
            route.path
        ));
    }
}

#[test]
fn nobody_is_sent_to_sign_in_from_every_page_that_is_not_open() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let before = town.office.picture();
        let mut wrong = Vec::new();
        for route in kc_web::routes() {
            if route.access != Access::Open && !route.path.starts_with("/api/") {
                let url = town.address(route.path);
                expect(&town, &route, &url, ("nobody", None), 303, &mut wrong);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(town.office.picture(), before);
    }
}

#[test]
fn a_role_without_the_right_is_told_so_and_changes_nothing() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let before = town.office.picture();
        let mut wrong = Vec::new();
        for (route, action) in guarded() {
            let url = town.address(route.path);
            for (role, visitor) in &town.home {
                if !may(*role, action) {
                    let who = (role.code(), Some(visitor));
                    expect(&town, &route, &url, who, 403, &mut wrong);
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(town.office.picture(), before);
    }
}

#[test]
fn an_unknown_record_is_not_found() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let before = town.office.picture();
        let mut wrong = Vec::new();
        for (route, action) in guarded().into_iter().filter(|(route, _)| varies(route)) {
            let url = Town::address_of_nothing(route.path);
            for (role, visitor) in &town.home {
                if may(*role, action) {
                    let who = (role.code(), Some(visitor));
                    expect(&town, &route, &url, who, 404, &mut wrong);
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(town.office.picture(), before);
    }
}

#[test]
fn a_foreign_record_looks_like_an_unknown_one() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let before = town.office.picture();
        let mut wrong = Vec::new();
        // The processes of the nation are for everybody to read.
        let of_a_place = |route: &Route| varies(route) && !route.path.starts_with("/processes/");
        for (route, action) in guarded().into_iter().filter(|(route, _)| of_a_place(route)) {
            let url = town.address(route.path);
            for (role, visitor) in &town.abroad {
                if may(*role, action) {
                    let name = format!("{} of Hà Nội", role.code());
                    expect(&town, &route, &url, (&name, Some(visitor)), 404, &mut wrong);
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(town.office.picture(), before);
    }
}

#[test]
fn pages_open_for_those_who_may() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let mut wrong = Vec::new();
        let pages = kc_web::routes().into_iter().filter(|route| !posts(route));
        for route in pages.filter(|route| route.access != Access::Open) {
            let url = town.address(route.path);
            for (role, visitor) in &town.home {
                let admitted = match route.access {
                    Access::Needs(action) => may(*role, action),
                    Access::Open | Access::SignedIn => true,
                };
                let (answer, _) = town.ask(false, &url, Some(visitor));
                // A record may be closed by its state or its area, a report asks for a programme; no
                // page breaks, and none without a record turns away whoever may.
                let turned_away = !varies(&route) && (answer == 403 || answer.is_redirection());
                if admitted && (answer.is_server_error() || turned_away) {
                    wrong.push(format!("{} as {}: {answer}", route.path, role.code()));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
