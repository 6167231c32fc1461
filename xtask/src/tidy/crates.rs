//! Which crate may use which, and which libraries each may carry.

use super::complaint::Complaint;
use super::manifest;
use super::source::Source;
use super::tree::Tree;

/// What one crate may use.
struct Allowed {
    name: &'static str,
    ours: &'static [&'static str],
    libraries: &'static [&'static str],
}

/// The arrows of ARCHITECTURE.md. A new library here is an ADR or a reason in the commit.
const ALLOWED: &[Allowed] = &[
    Allowed {
        name: "kc-domain",
        ours: &[],
        libraries: &[
            "chrono",
            "csv",
            "icu_collator",
            "icu_locale_core",
            "sha2",
            "unicode-normalization",
            "uuid",
        ],
    },
    Allowed {
        name: "kc-store",
        ours: &["kc-domain"],
        libraries: &["chrono", "postgres", "rusqlite", "sha2", "tracing", "uuid"],
    },
    Allowed {
        name: "kc-files",
        ours: &["kc-domain"],
        libraries: &[
            "calamine",
            "chrono",
            "csv",
            "icalendar",
            "kamadak-exif",
            "rust_xlsxwriter",
            "zip",
        ],
    },
    Allowed {
        name: "kc-mail",
        ours: &[],
        libraries: &["lettre"],
    },
    Allowed {
        name: "kc-pdf",
        ours: &["kc-domain"],
        libraries: &["chrono", "serde_json", "typst", "typst-layout", "typst-pdf"],
    },
    Allowed {
        name: "kc-app",
        ours: &["kc-domain", "kc-store", "kc-files", "kc-pdf"],
        libraries: &[
            "argon2",
            "calamine",
            "csv",
            "chrono",
            "getrandom",
            "serde",
            "serde_json",
            "sha2",
            "toml",
            "uuid",
        ],
    },
    Allowed {
        name: "kc-web",
        ours: &["kc-domain", "kc-app"],
        libraries: &[
            "askama",
            "axum",
            "chrono",
            "form_urlencoded",
            "http-body-util",
            "percent-encoding",
            "serde",
            "serde_json",
            "sha2",
            "tokio",
            "tower",
            "tower-http",
            "tracing",
            "uuid",
        ],
    },
    Allowed {
        name: "khuyencong",
        ours: &["kc-domain", "kc-app", "kc-mail", "kc-web"],
        libraries: &[
            "chrono",
            "clap",
            "mimalloc",
            "serde_json",
            "tokio",
            "tracing",
            "tracing-subscriber",
            "uuid",
        ],
    },
];

/// What tests may use beside the crate they test.
const FOR_TESTS: &[&str] = &[
    "hayro-interpret",
    "icalendar",
    "kc-mail",
    "kc-testkit",
    "kurbo",
    "mailparse",
    "kc-domain",
    "kc-store",
    "proptest",
    "rusqlite",
    "tempfile",
    "serde_json",
    "chrono",
    "uuid",
];

/// What reads or writes a table once somebody holds it.
const DOORS: &[&str] = &["Database", "Reader", "Tx"];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree
        .texts("", "Cargo.toml")
        .filter(|(path, _)| *path != "Cargo.toml")
    {
        complaints.extend(manifest_complaints(path, text));
    }
    for (path, text) in tree.texts("crates/", ".rs") {
        complaints.extend(source_complaints(path, &Source::parse(text)));
    }
    complaints
}

fn manifest_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    if !manifest::takes_the_lints(text) {
        let what = "the manifest does not take the lints of the house";
        complaints.push(Complaint::of(
            path,
            what,
            "Write `[lints]` and `workspace = true`.",
        ));
    }
    let name = path
        .trim_end_matches("/Cargo.toml")
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let allowed = ALLOWED.iter().find(|allowed| allowed.name == name);
    for dependency in manifest::dependencies(text) {
        if !dependency.from_the_list {
            let what = format!("`{}` states a version of its own", dependency.name);
            let remedy = "Move it to [workspace.dependencies], with its reason.";
            complaints.push(Complaint::at(path, dependency.line, what, remedy));
        }
        if allowed.is_some_and(|allowed| !permits(allowed, &dependency)) {
            let what = format!("{name} may not use {}", dependency.name);
            let remedy = "Follow the arrows of ARCHITECTURE.md, or change the table in xtask/src/tidy/crates.rs with an ADR.";
            complaints.push(Complaint::at(path, dependency.line, what, remedy));
        }
    }
    complaints
}

fn permits(allowed: &Allowed, dependency: &manifest::Dependency<'_>) -> bool {
    allowed.ours.contains(&dependency.name)
        || allowed.libraries.contains(&dependency.name)
        || (dependency.dev && FOR_TESTS.contains(&dependency.name))
}

/// Two arrows that a manifest cannot show.
fn source_complaints(path: &str, source: &Source) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (index, line) in source.product_code().lines().enumerate() {
        let number = index.saturating_add(1);
        if knows_no_word(path) && reaches_past_the_kernel(line) {
            let what = "formats know no word of the business, only `kc_domain::kernel`";
            let remedy = "Let kc-app say what stands where; formats only write it.";
            complaints.push(Complaint::at(path, number, what, remedy));
        }
        if path.starts_with("crates/kc-app/src/") && hands_on_the_store(line) {
            let what = "kc-app hands the store on, so that a page could skip permission and audit";
            complaints.push(Complaint::at(
                path,
                number,
                what,
                "Offer a use case instead.",
            ));
        }
    }
    complaints
}

/// Plain nouns of the store may be passed on; what reaches a table may not.
fn hands_on_the_store(line: &str) -> bool {
    let Some(path) = line.trim_start().strip_prefix("pub use kc_store::") else {
        return false;
    };
    let names = path.rsplit("::").next().unwrap_or_default();
    names
        .trim_matches(['{', '}', ';'])
        .split(',')
        .map(str::trim)
        .any(|name| {
            let is_a_noun = name.starts_with(|c: char| c.is_ascii_uppercase());
            !is_a_noun || DOORS.contains(&name)
        })
}

fn knows_no_word(path: &str) -> bool {
    path.starts_with("crates/kc-files/src/") || path.starts_with("crates/kc-pdf/src/")
}

fn reaches_past_the_kernel(line: &str) -> bool {
    line.split("kc_domain")
        .skip(1)
        .any(|after| !after.starts_with("::kernel"))
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    const LINTS: &str = "[lints]\nworkspace = true\n";

    #[test]
    fn a_page_that_reaches_for_the_store_is_refused() {
        let manifest =
            format!("{LINTS}[dependencies]\nkc-app.workspace = true\nkc-store.workspace = true\n");
        let tree = Tree::of(&[("crates/kc-web/Cargo.toml", &manifest)]);
        let said = said(&check(&tree));
        assert!(
            said.contains("Cargo.toml:5: kc-web may not use kc-store"),
            "{said}"
        );
        assert!(!said.contains("kc-app"), "{said}");
    }

    #[test]
    fn a_rule_that_carries_a_web_library_is_refused() {
        let manifest = format!("{LINTS}[dependencies]\naxum.workspace = true\n");
        let tree = Tree::of(&[("crates/kc-domain/Cargo.toml", &manifest)]);
        assert!(said(&check(&tree)).contains("kc-domain may not use axum"));
    }

    #[test]
    fn a_test_library_is_no_library_of_the_product() {
        let dev = format!("{LINTS}[dev-dependencies]\nproptest.workspace = true\n");
        assert_eq!(
            check(&Tree::of(&[("crates/kc-domain/Cargo.toml", &dev)])),
            []
        );
        let product = dev.replace("dev-", "");
        let tree = Tree::of(&[("crates/kc-domain/Cargo.toml", &product)]);
        assert!(said(&check(&tree)).contains("may not use proptest"));
    }

    #[test]
    fn a_version_outside_the_list_and_missing_lints_are_refused() {
        let tree = Tree::of(&[("xtask/Cargo.toml", "[dependencies]\nserde_json = \"1\"\n")]);
        let said = said(&check(&tree));
        assert!(said.contains("states a version of its own"), "{said}");
        assert!(said.contains("does not take the lints"), "{said}");
    }

    #[test]
    fn formats_know_the_kernel_and_no_word() {
        let tree = Tree::of(&[
            (
                "crates/kc-files/src/a.rs",
                "use kc_domain::kernel::money::Dong;\n",
            ),
            (
                "crates/kc-files/src/b.rs",
                "use kc_domain::ledger::Entry;\n",
            ),
        ]);
        let said = said(&check(&tree));
        assert!(said.contains("b.rs:1: formats know no word"), "{said}");
        assert!(!said.contains("a.rs"), "{said}");
    }

    #[test]
    fn the_use_cases_hand_on_nouns_of_the_store_and_no_door() {
        let said_of = |line: &str| said(&check(&Tree::of(&[("crates/kc-app/src/lib.rs", line)])));
        assert_eq!(said_of("pub use kc_store::kernel::{Access, Page};\n"), "");
        for door in ["kernel::{Access, Tx}", "plan::list", "plan", "kernel::*"] {
            let said = said_of(&format!("pub use kc_store::{door};\n"));
            assert!(said.contains("hands the store on"), "{door}");
        }
    }
}
