//! `cargo xtask bench`: builds the program and the bench in release and runs one against the other.

use crate::cargo::{built, cargo};
use crate::fault::Fault;
use crate::testing::tools::run;
use std::path::Path;

/// Prints what the product costs beside the bare driver; nothing passes or fails.
pub(crate) fn bench(root: &Path) -> Result<(), Fault> {
    let packages = ["--package", "khuyencong", "--package", "kc-bench"];
    run(cargo(root).args(["build", "--release"]).args(packages))?;
    run(std::process::Command::new(built("release", "kc-bench")?)
        .arg(built("release", "khuyencong")?))
}
