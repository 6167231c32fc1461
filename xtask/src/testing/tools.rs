//! Programs beside cargo: finding them and running them.

use crate::fault::Fault;
use std::path::PathBuf;
use std::process::Command;

/// Runs a program to its end, its output going to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(Fault::while_doing(&name))?;
    if status.success() {
        return Ok(());
    }
    let arguments: Vec<_> = command
        .get_args()
        .map(|a| a.to_string_lossy().into_owned())
        .collect();
    Err(Fault::new(format!(
        "{name} {} failed ({status})",
        arguments.join(" ")
    )))
}

/// What a program prints, trimmed; nothing where it is absent or fails.
pub(crate) fn answer(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that lies on the path.
pub(crate) fn on_the_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let here = |name: &&str| {
        folders
            .iter()
            .map(|f| f.join(name))
            .find(|file| file.is_file())
    };
    names.iter().find_map(here)
}

/// Whether this process may install packages.
pub(crate) fn is_root() -> bool {
    answer("id", &["-u"]).is_some_and(|id| id == "0")
}
