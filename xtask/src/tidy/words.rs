//! The words of the business: which folders there are, and which word may use which.

use super::complaint::Complaint;
use super::source::Source;
use super::tree::Tree;
use std::collections::BTreeSet;

/// The words by tier. A word uses words of lower tiers; each has an entry in GLOSSARY.md.
const TIERS: &[&[&str]] = &[
    &[
        "identity",
        "place",
        "establishment",
        "product",
        "cluster",
        "document",
        "calendar",
        "audit",
    ],
    &["norm", "process", "programme", "plan", "ledger"],
    &[
        "project",
        "appraisal",
        "decision",
        "contract",
        "monitoring",
        "amendment",
        "acceptance",
        "payment",
        "followup",
    ],
    &[
        "training",
        "fair",
        "consultancy",
        "publicity",
        "award",
        "collaborator",
    ],
    &[
        "indicator",
        "statement",
        "report",
        "import",
        "export",
        "portal",
        "task",
    ],
];

/// Arrows that the tiers alone would refuse: the left word uses the right one.
const WITHIN_A_TIER: &[(&str, &str)] = &[
    // Who acts is a person of an organisation, and both stand in a place.
    ("identity", "place"),
    ("establishment", "place"),
    ("establishment", "identity"),
    ("establishment", "audit"),
    // A record shows the papers behind it, and a paper shows who changed it.
    ("establishment", "document"),
    ("document", "audit"),
    ("document", "place"),
    // Coming in is a trace by itself.
    ("identity", "audit"),
    // A plan carries out a programme; money is assigned to plans and programmes.
    ("plan", "programme"),
    ("ledger", "programme"),
    ("ledger", "plan"),
    // Money is bound only for a project whose kind of support the rules of law were told.
    ("ledger", "norm"),
    // What may be paid depends on where the project stands in its process.
    ("ledger", "process"),
    // The page of a plan lists the projects in it; no rule of a plan knows them.
    ("plan", "project"),
    // The letter of guidance tells what the processes ask for and which ceilings are in force.
    ("plan", "norm"),
    ("plan", "process"),
    // Field work belongs to a project; its page lists it, and a proposal comes out of a survey.
    ("monitoring", "project"),
    ("project", "monitoring"),
    // An acceptance is a visit that moves its project on and opens the follow-up.
    ("acceptance", "project"),
    ("acceptance", "monitoring"),
    ("acceptance", "followup"),
    ("monitoring", "acceptance"),
    ("project", "acceptance"),
    // What became of a project stands on its page, and waits in the same list as open requests.
    ("followup", "project"),
    ("followup", "monitoring"),
    ("project", "followup"),
    // A council judges the projects of a plan; the page of a project shows what it found.
    ("appraisal", "project"),
    ("project", "appraisal"),
    // A decision is built from a ranking and falls with it; the page of a ranking shows its decisions.
    ("decision", "appraisal"),
    ("appraisal", "decision"),
    // A survey without a project names the plan it counts for.
    ("monitoring", "plan"),
    // The rules are asked about a project, and their part is on its page; no rule knows projects.
    ("norm", "project"),
    // The year of its plan says which priorities count for a project.
    ("norm", "plan"),
    // A contract takes the project's step; the project's page shows it and what may be paid.
    ("contract", "project"),
    ("project", "contract"),
    // Money leaves under a contract, for a project; a project closes when its money is closed.
    ("payment", "contract"),
    ("payment", "project"),
    ("payment", "acceptance"),
    ("project", "payment"),
    // A change is of a project, asks for an appendix, and leaves a refund when it stops.
    ("amendment", "project"),
    ("amendment", "contract"),
    ("amendment", "payment"),
    ("project", "amendment"),
    // A decision is over projects of a plan; the page of a plan and of a project shows their decisions.
    ("decision", "project"),
    // What a decision takes back is freed from its contract first.
    ("decision", "payment"),
    ("plan", "decision"),
    ("project", "decision"),
    // A report stands beside the published statement it is compared with.
    ("report", "statement"),
    ("report", "indicator"),
];

/// The crates whose folders are words.
const CRATES: &[&str] = &["kc-domain", "kc-store", "kc-app", "kc-web"];

/// Folders beside the words: `kernel` stands below them, `policy` above them; in `search` each word
/// keeps its records to be found; `demo` enters the sample offices through all of them.
const BESIDE_THE_WORDS: &[&str] = &["kernel", "policy", "search", "demo"];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = unknown_folders(tree);
    complaints.extend(missing_entries(tree));
    for name in CRATES {
        for (path, text) in tree.texts(&format!("crates/{name}/src/"), ".rs") {
            if let Some(folder) = folder_of(name, path) {
                complaints.extend(arrows(name, folder, path, &Source::parse(text)));
            }
        }
    }
    complaints
}

/// The folder below `src` that a file lies in; `None` for a file at the top.
fn folder_of<'p>(name: &str, path: &'p str) -> Option<&'p str> {
    let inside = path
        .strip_prefix("crates/")?
        .strip_prefix(name)?
        .strip_prefix("/src/")?;
    inside.split_once('/').map(|(folder, _)| folder)
}

fn tier(word: &str) -> Option<usize> {
    TIERS.iter().position(|words| words.contains(&word))
}

fn folders(tree: &Tree) -> BTreeSet<(&'static str, &str)> {
    let of = |name: &'static str| {
        tree.files()
            .filter_map(move |(path, _)| Some((name, folder_of(name, path)?)))
    };
    CRATES.iter().flat_map(|name| of(name)).collect()
}

fn unknown_folders(tree: &Tree) -> Vec<Complaint> {
    folders(tree)
        .into_iter()
        .filter(|(_, folder)| tier(folder).is_none() && !BESIDE_THE_WORDS.contains(folder))
        .map(|(name, folder)| {
            let remedy = "Name the folder by a word of GLOSSARY.md, or add the word there and in xtask/src/tidy/words.rs.";
            Complaint::of(&format!("crates/{name}/src/{folder}"), "the folder is no word", remedy)
        })
        .collect()
}

fn missing_entries(tree: &Tree) -> Vec<Complaint> {
    let glossary = tree.text("GLOSSARY.md").unwrap_or_default();
    let words: BTreeSet<&str> = folders(tree)
        .into_iter()
        .map(|(_, word)| word)
        .filter(|word| tier(word).is_some())
        .collect();
    words
        .into_iter()
        .filter(|word| !glossary.contains(&format!("| **{word}** |")))
        .map(|word| {
            let what = format!("the word `{word}` has no entry");
            Complaint::of(
                "GLOSSARY.md",
                what,
                "Add a row with the official term and one sentence.",
            )
        })
        .collect()
}

fn arrows(name: &str, folder: &str, path: &str, source: &Source) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (line, used) in used_words(source.product_code()) {
        if !may_use(name, folder, used) {
            let what = format!("`{folder}` uses `{used}`");
            let remedy = "A word uses lower tiers only: turn the arrow round, move the shared noun to kernel, or list the arrow in xtask/src/tidy/words.rs.";
            complaints.push(Complaint::at(path, line, what, remedy));
        }
    }
    complaints
}

fn may_use(name: &str, folder: &str, used: &str) -> bool {
    let Some(used_tier) = tier(used) else {
        // In the rules nobody looks up to the policy; above them a permit is asked for everywhere.
        return used != "policy" || folder == "policy" || name != "kc-domain";
    };
    match tier(folder) {
        Some(own) => used_tier < own || used == folder || WITHIN_A_TIER.contains(&(folder, used)),
        None => folder == "policy" || name != "kc-domain",
    }
}

/// The words, and `policy`, named by paths such as `crate::ledger` or `kc_store::{ledger, plan}`.
fn used_words(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for prefix in [
        "crate::",
        "kc_domain::",
        "kc_store::",
        "kc_app::",
        "kc_web::",
    ] {
        for (at, _) in code.match_indices(prefix) {
            let (before, after) = code.split_at_checked(at).unwrap_or_default();
            let line = before.matches('\n').count().saturating_add(1);
            let after = after.strip_prefix(prefix).unwrap_or_default();
            if after.starts_with("policy::Action;") {
                // A process names the action that each of its moves needs; it asks for nothing.
                continue;
            }
            found.extend(first_names(after).into_iter().map(|word| (line, word)));
        }
    }
    found.retain(|(_, word)| tier(word).is_some() || *word == "policy");
    found.sort_unstable();
    found.dedup();
    found
}

/// The names right after a path prefix: one, or those at the top of a group in braces.
fn first_names(after: &str) -> Vec<&str> {
    let Some(group) = after.strip_prefix('{') else {
        return vec![name_at(after)];
    };
    let mut names = vec![name_at(group.trim_start())];
    let mut depth = 0_usize;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth = depth.saturating_add(1),
            '}' if depth == 0 => break,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                let next = group.get(at.saturating_add(1)..).unwrap_or_default();
                names.push(name_at(next.trim_start()));
            }
            _ => {}
        }
    }
    names
}

fn name_at(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    const GLOSSARY: (&str, &str) = (
        "GLOSSARY.md",
        "| **place** | …\n| **ledger** | …\n| **project** | …\n| **report** | …\n",
    );

    fn said_of(path: &str, text: &str) -> String {
        said(&check(&Tree::of(&[GLOSSARY, (path, text)])))
    }

    #[test]
    fn a_word_that_looks_up_is_refused_and_one_that_looks_down_is_not() {
        let up = said_of(
            "crates/kc-domain/src/ledger/mod.rs",
            "use crate::project::Project;\n",
        );
        assert!(
            up.contains("ledger/mod.rs:1: `ledger` uses `project`"),
            "{up}"
        );
        let down = said_of(
            "crates/kc-domain/src/project/mod.rs",
            "use crate::ledger::Entry;\n",
        );
        assert_eq!(down, "");
    }

    #[test]
    fn an_arrow_hidden_in_a_group_is_seen() {
        let text = "use kc_domain::{\n    kernel::money::{Dong, Share},\n    report::Row,\n};\n";
        let said = said_of("crates/kc-store/src/ledger/mod.rs", text);
        assert!(said.contains("`ledger` uses `report`"), "{said}");
    }

    #[test]
    fn within_a_tier_only_a_listed_arrow_is_allowed() {
        let listed = said_of(
            "crates/kc-app/src/ledger/post.rs",
            "use kc_store::plan::get;\n",
        );
        assert_eq!(listed, "");
        let text = "use kc_store::ledger::entries;\n";
        let unlisted = said(&arrows(
            "kc-app",
            "plan",
            "plan/show.rs",
            &Source::parse(text),
        ));
        assert!(unlisted.contains("`plan` uses `ledger`"), "{unlisted}");
    }

    #[test]
    fn no_rule_and_no_kernel_looks_up_to_the_policy_or_the_words() {
        let rule = said_of(
            "crates/kc-domain/src/project/rules.rs",
            "fn f(p: crate::policy::Permit) {}\n",
        );
        assert!(rule.contains("`project` uses `policy`"), "{rule}");
        let noun = "use crate::policy::Action;\n";
        assert_eq!(
            said_of("crates/kc-domain/src/project/lifecycle.rs", noun),
            ""
        );
        let kernel = said_of(
            "crates/kc-domain/src/kernel/ids.rs",
            "use crate::project::Project;\n",
        );
        assert!(kernel.contains("`kernel` uses `project`"), "{kernel}");
        let policy = said_of(
            "crates/kc-domain/src/policy/table.rs",
            "use crate::project::Project;\n",
        );
        assert_eq!(policy, "");
    }

    #[test]
    fn a_folder_that_is_no_word_is_refused() {
        let said = said_of("crates/kc-app/src/helpers/mod.rs", "");
        assert!(
            said.contains("crates/kc-app/src/helpers: the folder is no word"),
            "{said}"
        );
    }

    #[test]
    fn a_word_without_a_glossary_entry_is_refused() {
        let said = said_of("crates/kc-app/src/training/mod.rs", "");
        assert!(said.contains("the word `training` has no entry"), "{said}");
    }

    #[test]
    fn unit_tests_and_comments_are_no_arrows() {
        let text =
            "// see crate::report\nfn a() {}\n#[cfg(test)]\nmod tests { use crate::report::X; }\n";
        assert_eq!(said_of("crates/kc-domain/src/ledger/mod.rs", text), "");
    }
}
