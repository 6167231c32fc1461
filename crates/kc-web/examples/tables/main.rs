//! Prints the routes, the permission matrix or a process, for `cargo xtask gen`.
#![expect(clippy::print_stdout, reason = "printing is all this does")]

use kc_domain::identity::Role;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{TABLE, may};
use kc_web::kernel::route::{Access, Method};

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("routes") => routes(),
        Some("permissions") | None => permissions(),
        Some(reference) => process(reference),
    }
}

/// Method, path and access of every route, in order of the path.
fn routes() {
    let mut routes = kc_web::routes();
    routes.sort_by_key(|route| (route.path, route.method));
    for route in routes {
        let method = match route.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        let access = match route.access {
            Access::Open => "open",
            Access::SignedIn => "signed-in",
            Access::Needs(action) => action.code(),
        };
        println!("{method:<5} {:<55} {access}", route.path);
    }
}

/// A process with its diagram.
fn process(reference: &str) {
    let found = kc_app::process::shipped()
        .iter()
        .find(|process| process.reference() == reference);
    if let Some(process) = found {
        print!("{}", kc_app::process::diagram::markdown(process, Lang::Vi));
    }
}

/// One row an action, one column a role.
fn permissions() {
    for (column, role) in Role::ALL.iter().enumerate() {
        println!(
            "{:>2}  {:<24} {}",
            column + 1,
            role.code(),
            role.name(Lang::Vi)
        );
    }
    let numbers: Vec<String> = (1..=Role::ALL.len())
        .map(|column| format!("{column:>2}"))
        .collect();
    println!("\n{:<24} {}", "", numbers.join(" "));
    for (action, _) in TABLE {
        let marks = Role::ALL.map(|role| if may(role, *action) { " x" } else { " ·" });
        println!(
            "{:<24} {}  {}",
            action.code(),
            marks.join(" "),
            action.name(Lang::Vi)
        );
    }
}
