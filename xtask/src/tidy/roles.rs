//! Whose roles count: what somebody holds is asked of the person, so that a deputy is asked too.

use super::complaint::Complaint;
use super::source::Source;
use super::tree::Tree;

/// The field with the person's own roles only.
const OWN_ROLES: &str = ".assignments";

/// The folders that keep roles and decide by them.
const KEEPERS: &[&str] = &["identity", "policy"];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let texts = tree.texts("crates/", ".rs");
    let product = texts.filter(|(path, _)| is_product(path));
    product
        .flat_map(|(path, text)| own_roles(path, text))
        .collect()
}

/// Whether a file is code of the product, outside the folders that keep roles.
fn is_product(path: &str) -> bool {
    let inside = path.split_once("/src/").map(|(_, inside)| inside);
    let is_kept = |inside: &str| {
        let folder = inside.split_once('/').map(|(folder, _)| folder);
        folder.is_some_and(|folder| KEEPERS.contains(&folder))
    };
    inside.is_some_and(|inside| !is_kept(inside)) && !path.starts_with("crates/kc-testkit/")
}

fn own_roles(path: &str, text: &str) -> Vec<Complaint> {
    let source = Source::parse(text);
    let lines = (1_usize..).zip(source.product_code().lines());
    let found = lines.filter(|(_, line)| line.contains(OWN_ROLES));
    found
        .map(|(number, _)| {
            let what = "reads somebody's own roles and forgets whom they stand in for";
            let remedy = "Ask `Actor::held()` or `has()`; to show the own roles, `own()`.";
            Complaint::at(path, number, what, remedy)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    const READS: &str = "fn f(actor: &Actor) {\n    actor.assignments.first();\n}\n";

    fn said_of(path: &str, text: &str) -> String {
        said(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn roles_read_past_the_person_are_refused_wherever_they_are_not_kept() {
        for path in [
            "crates/kc-app/src/payment/handover.rs",
            "crates/kc-web/src/kernel/frame.rs",
            "crates/kc-domain/src/ledger/rules.rs",
            "crates/khuyencong/src/main.rs",
        ] {
            let said = said_of(path, READS);
            assert!(said.contains(":2: reads somebody's own roles"), "{said}");
        }
    }

    #[test]
    fn the_keepers_of_roles_and_tests_and_words_about_them_are_left_alone() {
        for path in [
            "crates/kc-domain/src/policy/hand.rs",
            "crates/kc-store/src/identity/person.rs",
            "crates/kc-testkit/src/cast.rs",
            "crates/kc-app/tests/it/people.rs",
        ] {
            assert_eq!(said_of(path, READS), "", "{path}");
        }
        let told = "// see actor.assignments\nfn a() {}\n#[cfg(test)]\nmod tests { fn b(a: A) { a.assignments; } }\n";
        assert_eq!(said_of("crates/kc-app/src/plan/mod.rs", told), "");
    }
}
