//! Cargo itself, and where it puts what it builds.

use crate::fault::Fault;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cargo that runs this task, in the top folder of the repository.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root);
    cargo
}

/// A program that cargo built, wherever this machine keeps its builds.
pub(crate) fn built(profile: &str, name: &str) -> Result<PathBuf, Fault> {
    // This task lies in <target>/debug, too.
    let own = std::env::current_exe().map_err(Fault::while_doing("cannot find the builds"))?;
    let target = own.parent().and_then(Path::parent);
    let target = target.ok_or_else(|| Fault::new("cannot find the builds"))?;
    Ok(target.join(profile).join(name))
}
