//! `cargo xtask gen`: what a machine can know is written by a machine.

use crate::cargo::cargo;
use crate::fault::Fault;
use crate::tidy::migrations::{FOLDER, LOCK, fingerprint, listed};
use std::path::Path;
use std::process::Stdio;

/// Whether to write what is new or to say where it differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    Compare,
}

/// Brings every generated file up to date, or names those that are not.
pub(crate) fn run(root: &Path, mode: Mode) -> Result<(), Fault> {
    let files = [
        (LOCK, migration_lock(root)?),
        ("docs/api/routes.txt", printed(root, "routes")?),
        ("docs/api/permissions.txt", printed(root, "permissions")?),
        (
            "docs/processes/national.md",
            printed(root, "national/2014")?,
        ),
        ("docs/processes/local.md", printed(root, "local/2012")?),
    ];
    let mut stale = Vec::new();
    for (path, text) in files {
        let file = root.join(path);
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        if before == text {
            continue;
        }
        match mode {
            Mode::Write => write(&file, &text).map_err(Fault::while_doing(path))?,
            Mode::Compare => stale.push(path),
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(Fault::new(format!(
        "gen: out of date: {}. Run `cargo xtask gen`.",
        stale.join(", ")
    )))
}

fn write(file: &Path, text: &str) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    std::fs::write(file, text)
}

/// What the program itself says of its routes, permissions and processes.
fn printed(root: &Path, what: &str) -> Result<String, Fault> {
    let mut cargo = cargo(root);
    cargo.args([
        "run",
        "--quiet",
        "--package",
        "kc-web",
        "--example",
        "tables",
        "--",
        what,
    ]);
    let output = cargo.stderr(Stdio::inherit()).output();
    let output = output.map_err(Fault::while_doing("cannot run cargo"))?;
    if !output.status.success() {
        return Err(Fault::new(format!(
            "gen: the program cannot print its {what}"
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The listed migrations as they are, and the new ones after them. An edited one keeps its old
/// hash, so that tidy goes on refusing it.
fn migration_lock(root: &Path) -> Result<String, Fault> {
    let before = std::fs::read_to_string(root.join(LOCK)).unwrap_or_default();
    let listed = listed(&before);
    let mut lines = before.clone();
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten()
    {
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let is_new = |name: &&String| {
        Path::new(name).extension().is_some_and(|e| e == "sql")
            && !listed.contains_key(name.as_str())
    };
    for name in names.iter().filter(is_new) {
        let text = std::fs::read_to_string(root.join(FOLDER).join(name));
        let hash = fingerprint(&text.map_err(Fault::while_doing(name))?);
        lines.push_str(&hash);
        lines.push_str("  ");
        lines.push_str(name);
        lines.push('\n');
    }
    Ok(lines)
}
