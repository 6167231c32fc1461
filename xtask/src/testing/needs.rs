//! What the tests need beside Rust: found, installed where that is allowed, or named.

use super::tools::{answer, is_root, on_the_path, run};
use crate::fault::Fault;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The least PostgreSQL the program works with.
const POSTGRES_LEAST: u32 = 15;
/// The least Node the journeys work with.
const NODE_LEAST: u32 = 18;

/// Where the programs lie that the tests start.
pub(crate) struct Tools {
    /// The folder of `initdb` and `postgres`.
    pub(crate) postgres: PathBuf,
    /// Chromium; `None` only where the browser was not asked for.
    pub(crate) browser: Option<PathBuf>,
}

/// One thing the tests need.
struct Need {
    name: &'static str,
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
    is_there: fn() -> bool,
}

const ALWAYS: &[Need] = &[
    Need {
        name: "PostgreSQL 15 or newer (initdb and postgres)",
        packages: &["postgresql"],
        is_there: || postgres().is_some(),
    },
    Need {
        name: "pdftotext, to read papers back",
        packages: &["poppler-utils"],
        is_there: || on_the_path(&["pdftotext"]).is_some(),
    },
    Need {
        name: "LibreOffice, to recompute workbooks",
        packages: &["libreoffice-calc-nogui"],
        is_there: || on_the_path(&["soffice", "libreoffice"]).is_some(),
    },
];

const FOR_THE_BROWSER: &[Need] = &[
    Need {
        name: "Chromium",
        packages: &["chromium"],
        is_there: || browser().is_some(),
    },
    Need {
        name: "Node 18 or newer",
        packages: &["nodejs"],
        is_there: has_node,
    },
    Need {
        name: "npm",
        packages: &["npm"],
        is_there: || on_the_path(&["npm"]).is_some(),
    },
];

/// Finds everything, after installing what is missing where this process may.
pub(crate) fn find_or_install(with_browser: bool) -> Result<Tools, Fault> {
    let browser_needs = if with_browser { FOR_THE_BROWSER } else { &[] };
    let needs = || ALWAYS.iter().chain(browser_needs);
    let missing: Vec<&Need> = needs().filter(|need| !(need.is_there)()).collect();
    if !missing.is_empty() && is_root() && on_the_path(&["apt-get"]).is_some() {
        install(&missing)?;
    }
    let missing: Vec<&Need> = needs().filter(|need| !(need.is_there)()).collect();
    match (postgres(), missing.is_empty()) {
        (Some(postgres), true) => Ok(Tools {
            postgres,
            browser: browser(),
        }),
        _ => Err(Fault::new(sentence(&missing))),
    }
}

fn install(missing: &[&Need]) -> Result<(), Fault> {
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .collect();
    println!(
        "test: installing {} from the system's packages",
        packages.join(", ")
    );
    run(Command::new("apt-get").args(["update", "-q"]))?;
    run(Command::new("apt-get")
        .args(["install", "-q", "-y", "--no-install-recommends"])
        .args(&packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn sentence(missing: &[&Need]) -> String {
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages)
        .copied()
        .collect();
    format!(
        "test: missing on this machine: {}.\nOn Debian: apt-get install --no-install-recommends {}\nNothing was run: half a test says nothing.",
        names.join("; "),
        packages.join(" ")
    )
}

/// The folder of a PostgreSQL that is new enough; the newest one where there are several.
fn postgres() -> Option<PathBuf> {
    let beside_initdb = on_the_path(&["initdb"]).and_then(|file| file.canonicalize().ok());
    let mut folders: Vec<PathBuf> = beside_initdb
        .iter()
        .filter_map(|file| file.parent())
        .map(Path::to_path_buf)
        .collect();
    // Debian keeps each version in a folder of its own, outside the path.
    for entry in std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
    {
        folders.push(entry.path().join("bin"));
    }
    folders.retain(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file());
    let version = |folder: &PathBuf| major(&answer(folder.join("postgres"), &["--version"])?);
    let newest = folders
        .into_iter()
        .filter_map(|folder| Some((version(&folder)?, folder)))
        .max()?;
    (newest.0 >= POSTGRES_LEAST).then_some(newest.1)
}

fn browser() -> Option<PathBuf> {
    on_the_path(&[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ])
}

fn has_node() -> bool {
    let version = answer("node", &["--version"]).and_then(|text| major(&text));
    version.is_some_and(|version| version >= NODE_LEAST)
}

/// The first whole number in a version text, such as 15 in `postgres (PostgreSQL) 15.18`.
fn major(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text
        .get(start..)?
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_print_them() {
        assert_eq!(
            major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"),
            Some(15)
        );
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn what_is_missing_is_named_with_its_package() {
        let missing: Vec<&Need> = ALWAYS.iter().collect();
        let said = sentence(&missing);
        assert!(said.contains("PostgreSQL 15 or newer"), "{said}");
        assert!(
            said.contains("apt-get install --no-install-recommends postgresql"),
            "{said}"
        );
    }
}
