//! The documents: all there, their links and paths lead somewhere, decisions are numbered.

use super::complaint::Complaint;
use super::tree::Tree;

/// What a newcomer looks for.
const REQUIRED: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "STYLE.md",
    "GLOSSARY.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    ".ci/run",
];

/// Where decisions on architecture lie.
const DECISIONS: &str = "docs/adr/";

/// The folders, beside the crates, whose paths documents name.
const ROOTS: &[&str] = &["crates", "xtask", "docs", "reference", "demo", "khuyencong"];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let missing = REQUIRED.iter().filter(|path| !tree.has(path));
    let mut complaints: Vec<Complaint> = missing
        .map(|path| Complaint::of(path, "the file is missing", "Write it."))
        .collect();
    complaints.extend(misnumbered(tree));
    for (path, text) in tree
        .texts("", ".md")
        .filter(|(path, _)| !path.contains("node_modules/"))
    {
        for (index, line) in text.lines().enumerate() {
            for target in links(line).filter(|target| !leads_somewhere(tree, path, target)) {
                let what = format!("the link to {target} leads nowhere");
                let number = index.saturating_add(1);
                complaints.push(Complaint::at(path, number, what, "Mend the link."));
            }
            for named in paths(line).filter(|named| !stands(tree, named)) {
                let what = format!("there is no {named}");
                let number = index.saturating_add(1);
                complaints.push(Complaint::at(path, number, what, "Name what is there."));
            }
        }
    }
    complaints
}

fn misnumbered(tree: &Tree) -> Vec<Complaint> {
    let mut next = 1_usize;
    let mut complaints = Vec::new();
    for (path, _) in tree.texts(DECISIONS, ".md") {
        if !path.starts_with(&format!("{DECISIONS}{next:04}-")) {
            let what = format!("the decision is not number {next:04}");
            complaints.push(Complaint::of(path, what, "Number decisions without gaps."));
        }
        next = next.saturating_add(1);
    }
    complaints
}

/// The targets of `[text](target)` that lie in the repository.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|after| after.split(')').next())
        .map(|target| target.split('#').next().unwrap_or_default())
        .filter(|target| !target.is_empty() && !target.contains(':'))
}

/// What stands between backticks and names a file or folder of a crate or of another top folder.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    let is_path = |text: &&str| {
        let place = text.split_once('/').map_or("", |(first, _)| first);
        let is_ours = place.starts_with("kc-") || ROOTS.contains(&place);
        is_ours && !text.contains(['<', ' ', '*'])
    };
    quoted.filter(is_path)
}

fn stands(tree: &Tree, named: &str) -> bool {
    let named = named.trim_end_matches('/');
    [named.to_owned(), format!("crates/{named}")]
        .iter()
        .any(|path| tree.has(path) || tree.has_folder(path))
}

fn leads_somewhere(tree: &Tree, from: &str, target: &str) -> bool {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.trim_end_matches('/').split('/') {
        match step {
            "." => {}
            ".." => {
                folders.pop();
            }
            name => folders.push(name),
        }
    }
    let path = folders.join("/");
    tree.has(&path) || tree.has_folder(&path)
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    #[test]
    fn a_missing_document_is_named() {
        let said = said(&check(&Tree::of(&[("README.md", "")])));
        assert!(said.contains("LICENSE: the file is missing"), "{said}");
        assert!(!said.contains("README.md: the file is missing"), "{said}");
    }

    #[test]
    fn a_link_into_nothing_is_refused_and_one_to_a_folder_is_not() {
        let text =
            "[a](adr/0001-x.md) [b](../docs/adr) [c](gone.md#part) [d](https://x.vn) [e](#top)\n";
        let tree = Tree::of(&[("docs/a.md", text), ("docs/adr/0001-x.md", "")]);
        let said = said(&check(&tree));
        assert!(
            said.contains("docs/a.md:1: the link to gone.md leads nowhere"),
            "{said}"
        );
        assert_eq!(said.matches("leads nowhere").count(), 1, "{said}");
    }

    #[test]
    fn a_path_that_is_gone_is_refused_and_a_pattern_or_command_is_not() {
        let text =
            "`kc-app/src/gone.rs` `kc-app/src/` `xtask/src/main.rs` `kc-store/src/<word>/` `a/b`\n";
        let tree = Tree::of(&[
            ("ARCHITECTURE.md", text),
            ("crates/kc-app/src/lib.rs", ""),
            ("xtask/src/main.rs", ""),
        ]);
        let said = said(&check(&tree));
        assert!(
            said.contains("ARCHITECTURE.md:1: there is no kc-app/src/gone.rs"),
            "{said}"
        );
        assert_eq!(said.matches("there is no").count(), 1, "{said}");
    }

    #[test]
    fn a_gap_in_the_decisions_is_refused() {
        let tree = Tree::of(&[("docs/adr/0001-a.md", ""), ("docs/adr/0003-b.md", "")]);
        assert!(said(&check(&tree)).contains("0003-b.md: the decision is not number 0002"));
    }
}
