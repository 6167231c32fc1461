//! Migrations go forward only: numbered without gaps, and never edited once they are listed.

use super::complaint::Complaint;
use super::tree::Tree;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Where the migrations lie.
pub(crate) const FOLDER: &str = "crates/kc-store/migrations/";
/// One line per migration: the SHA-256 of its text and its name.
pub(crate) const LOCK: &str = "crates/kc-store/migrations/LOCK";

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut last = 0_usize;
    for (path, _) in tree.texts(FOLDER, ".sql") {
        let name = path.strip_prefix(FOLDER).unwrap_or(path);
        let next = last.saturating_add(1);
        if name.starts_with(&format!("{next:04}_")) {
            last = next;
        } else if last == 0 || !name.starts_with(&format!("{last:04}_")) {
            // One number may have a part for both engines and a part for each.
            let what = format!("the migration is not number {next:04}");
            complaints.push(Complaint::of(path, what, "Number without gaps."));
        }
    }
    complaints.extend(lock_complaints(tree));
    complaints
}

fn lock_complaints(tree: &Tree) -> Vec<Complaint> {
    let listed = listed(tree.text(LOCK).unwrap_or_default());
    let mut complaints = Vec::new();
    for (path, text) in tree.texts(FOLDER, ".sql") {
        let name = path.strip_prefix(FOLDER).unwrap_or(path);
        match listed.get(name) {
            None => {
                let what = "the migration is not listed";
                complaints.push(Complaint::of(path, what, "Run `cargo xtask gen`."));
            }
            Some(hash) if *hash != fingerprint(text) => {
                let what = "a listed migration was edited";
                let remedy = "Put the old text back and write a new migration.";
                complaints.push(Complaint::of(path, what, remedy));
            }
            Some(_) => {}
        }
    }
    for name in listed
        .keys()
        .filter(|name| !tree.has(&format!("{FOLDER}{name}")))
    {
        let what = format!("{name} is listed and gone");
        complaints.push(Complaint::of(
            LOCK,
            what,
            "A listed migration is never deleted.",
        ));
    }
    complaints
}

/// Name and hash of each migration that a lock file lists.
pub(crate) fn listed(lock: &str) -> BTreeMap<&str, &str> {
    lock.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name, hash))
        .collect()
}

/// The SHA-256 of a text in hexadecimal.
pub(crate) fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let nibbles = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles
        .filter_map(|nibble| char::from_digit(u32::from(nibble), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    const FIRST: &str = "crates/kc-store/migrations/0001_start.sql";

    fn said_with_lock(lock: &str, files: &[(&str, &str)]) -> String {
        let mut all = vec![(LOCK, lock)];
        all.extend_from_slice(files);
        said(&check(&Tree::of(&all)))
    }

    fn line_for(text: &str) -> String {
        format!("{}  0001_start.sql\n", fingerprint(text))
    }

    #[test]
    fn a_listed_migration_passes_and_an_edited_one_is_refused() {
        assert_eq!(
            said_with_lock(&line_for("-- a\n"), &[(FIRST, "-- a\n")]),
            ""
        );
        let said = said_with_lock(&line_for("-- a\n"), &[(FIRST, "-- b\n")]);
        assert!(said.contains("a listed migration was edited"), "{said}");
    }

    #[test]
    fn an_unlisted_and_a_deleted_migration_are_refused() {
        assert!(said_with_lock("", &[(FIRST, "-- a\n")]).contains("is not listed"));
        assert!(said_with_lock(&line_for("-- a\n"), &[]).contains("is listed and gone"));
    }

    #[test]
    fn a_gap_in_the_numbers_is_refused() {
        let engines = "crates/kc-store/migrations/0001_start.sqlite.sql";
        let both = said_with_lock("", &[(FIRST, "-- a\n"), (engines, "-- s\n")]);
        assert!(!both.contains("is not number"), "{both}");
        let third = "crates/kc-store/migrations/0003_more.sql";
        let said = said_with_lock(&line_for("-- a\n"), &[(FIRST, "-- a\n"), (third, "-- c\n")]);
        assert!(
            said.contains("0003_more.sql: the migration is not number 0002"),
            "{said}"
        );
    }
}
