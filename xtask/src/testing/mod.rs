//! `cargo xtask test`: every test, on both engines and in a browser. Nothing is skipped silently.

mod cluster;
mod journeys;
mod needs;
pub(crate) mod tools;

use crate::cargo::cargo;
use crate::fault::Fault;
use cluster::Cluster;
use std::path::Path;

/// The variable by which the store's tests find PostgreSQL.
const POSTGRES: &str = "KC_TEST_POSTGRES";

/// Which part of the tests runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Rules, both engines, requests, journeys.
    All,
    /// Everything but the browser.
    WithoutBrowser,
    /// `kc-domain` only.
    Rules,
}

/// Runs the part and says at the end what ran.
pub(crate) fn run(root: &Path, part: Part) -> Result<(), Fault> {
    if part == Part::Rules {
        tools::run(cargo(root).args(["test", "--package", "kc-domain"]))?;
        println!("\ntest: the rules hold. Not run: the store, the pages, the browser.");
        return Ok(());
    }
    let tools = needs::find_or_install(part == Part::All)?;
    let cluster = Cluster::start(&tools.postgres)?;
    tools::run(
        cargo(root)
            .args(["test", "--workspace"])
            .env(POSTGRES, cluster.url()),
    )?;
    drop(cluster);
    if part == Part::WithoutBrowser {
        println!("\ntest: all tests passed on SQLite and PostgreSQL. Not run: the browser.");
        return Ok(());
    }
    journeys::run_all(root, &tools)?;
    println!("\ntest: all tests passed on SQLite, on PostgreSQL and in the browser.");
    Ok(())
}
