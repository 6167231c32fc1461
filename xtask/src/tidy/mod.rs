//! `cargo xtask tidy`: the shape of the house, checked by reading its files.
//!
//! Each check has a test that feeds it a violation. Each complaint ends with what to do.

mod complaint;
mod crates;
mod documents;
mod licences;
mod manifest;
pub(crate) mod migrations;
mod roles;
mod sizes;
mod source;
mod sql;
mod templates;
mod text;
mod tree;
mod words;

use crate::fault::Fault;
use complaint::Complaint;
use std::path::Path;
use tree::Tree;

type Check = fn(&Tree) -> Vec<Complaint>;

/// What each check is called and what it does; the order is that of the output.
const CHECKS: &[(&str, Check)] = &[
    ("crate arrows", crates::check),
    ("word arrows and folders", words::check),
    ("own roles", roles::check),
    ("sizes", sizes::check),
    ("first lines and leftovers", text::check),
    ("SQL", sql::check),
    ("migrations", migrations::check),
    ("templates", templates::check),
    ("documents", documents::check),
];

/// Runs every check on the files that git knows or would add.
pub(crate) fn run(root: &Path) -> Result<(), Fault> {
    let tree = Tree::read(root)?;
    let mut complaints: Vec<Complaint> =
        CHECKS.iter().flat_map(|(_, check)| check(&tree)).collect();
    complaints.extend(licences::check(&licences::metadata(root)?)?);
    for complaint in &complaints {
        println!("{complaint}");
    }
    if complaints.is_empty() {
        let names: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
        println!(
            "tidy: {} files, nothing to complain of ({}, licences)",
            tree.len(),
            names.join(", ")
        );
        return Ok(());
    }
    Err(Fault::new(format!("tidy: {} complaints", complaints.len())))
}
