//! First lines, leftovers of work in progress, and paths that exist on one machine only.

use super::complaint::Complaint;
use super::tree::Tree;

/// Words of unfinished work. Written in two halves, so that this file does not name them.
const LEFTOVERS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("db", "g!("),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("#[ig", "nore"),
];

/// Top folders of somebody's machine; a path the program makes comes from the system's settings.
const MACHINE_FOLDERS: &[&str] = &["work", "root", "tmp", "farm"];

/// Endings of the files we write ourselves.
const OURS: &[&str] = &[
    ".rs", ".sql", ".html", ".css", ".js", ".mjs", ".md", ".toml", ".json", ".csv", ".yml", "/run",
];

/// How a file says what it is for, by its ending.
const FIRST_LINES: &[(&str, &str, &str)] = &[
    (
        ".rs",
        "//! ",
        "Open the file with `//!` and one sentence saying what it is for.",
    ),
    (
        ".sql",
        "-- ",
        "Open the file with `--` and one sentence saying what it is for.",
    ),
];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, file) in tree.files().filter(|(path, _)| is_ours(path)) {
        let Some(text) = file.text.as_deref() else {
            complaints.push(Complaint::of(
                path,
                "the text is not UTF-8",
                "Save it as UTF-8.",
            ));
            continue;
        };
        complaints.extend(first_line(path, text));
        for (index, line) in text.lines().enumerate() {
            complaints.extend(in_line(path, index.saturating_add(1), line));
        }
    }
    complaints
}

fn is_ours(path: &str) -> bool {
    let bought = path.contains("/vendor/") || path.ends_with("package-lock.json");
    OURS.iter().any(|ending| path.ends_with(ending)) && !bought
}

fn first_line(path: &str, text: &str) -> Option<Complaint> {
    let (_, opening, remedy) = FIRST_LINES
        .iter()
        .find(|(ending, _, _)| path.ends_with(ending))?;
    let missing = !text.starts_with(opening);
    missing.then(|| {
        Complaint::at(
            path,
            1,
            "the first line does not say what the file is for",
            remedy,
        )
    })
}

fn in_line(path: &str, number: usize, line: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for leftover in LEFTOVERS.iter().filter(|leftover| has_word(line, leftover)) {
        let what = format!("`{leftover}` is work left over");
        complaints.push(Complaint::at(
            path,
            number,
            what,
            "Finish it, or open an issue.",
        ));
    }
    if MACHINE_FOLDERS
        .iter()
        .any(|folder| names_path(line, folder))
    {
        let what = "a path of one machine";
        let remedy = "Take paths from arguments, settings or the repository's root.";
        complaints.push(Complaint::at(path, number, what, remedy));
    }
    complaints
}

/// Whether the word stands by itself, not inside a longer one.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line
            .get(at.saturating_add(word.len())..)
            .and_then(|text| text.chars().next());
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !(inside(before) || word.ends_with(char::is_alphanumeric) && inside(after))
    })
}

/// Whether the line holds `/folder/` at the start of a path.
fn names_path(line: &str, folder: &str) -> bool {
    line.match_indices(&format!("/{folder}/")).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '}' | '_' | '-' | '*' | '/'))
    })
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    fn said_of(path: &str, text: &str) -> String {
        said(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_refused() {
        assert!(said_of("xtask/src/a.rs", "fn a() {}\n").contains("a.rs:1: the first line"));
        assert!(said_of("crates/kc-store/src/plan/list.sql", "SELECT 1\n").contains("first line"));
        assert_eq!(said_of("xtask/src/a.rs", "//! Says it.\n"), "");
    }

    #[test]
    fn every_leftover_is_refused() {
        for leftover in LEFTOVERS {
            let text = format!("//! A file.\n// {leftover}\n");
            assert!(
                said_of("xtask/src/a.rs", &text).contains("a.rs:2:"),
                "{leftover}"
            );
        }
        assert_eq!(
            said_of("crates/kc-web/templates/a.html", "<p>FIXMENOT</p>\n"),
            ""
        );
    }

    #[test]
    fn a_path_of_one_machine_is_refused_and_an_address_is_not() {
        for folder in MACHINE_FOLDERS {
            let text = format!("See `/{folder}/x`.\n");
            assert!(
                said_of("docs/a.md", &text).contains("a path of one machine"),
                "{folder}"
            );
            let inside = format!("See crates/{folder}/x and https://example.vn/{folder}/x.\n");
            assert_eq!(said_of("docs/a.md", &inside), "");
        }
    }
}
