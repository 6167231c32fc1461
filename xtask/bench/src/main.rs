//! `cargo xtask bench`: what the product costs on a nation's data, beside the bare driver.
//!
//! Nothing here passes or fails: it prints numbers for people to compare. All of them come from
//! one run on one machine, so the ratios hold even where the machine is slow.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the numbers are the product"
)]

mod bare;
mod failure;
mod load;
mod nation;
mod process;
mod server;
mod table;
mod visits;
mod walked;
mod whole_way;

use failure::Failure;
use std::path::Path;
use std::process::ExitCode;

/// Reads: the officer of the national agency, who sees the nation.
const READER: &str = "cuc";
/// Writes: an officer of a centre.
const WRITER: &str = "canbo.tt";

fn main() -> ExitCode {
    let program = std::env::args().nth(1).unwrap_or_default();
    match run(Path::new(&program)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(program: &Path) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    server::build_demo(program, &data)?;
    let nation = nation::grow(data.join("khuyencong.sqlite3"))?;
    println!("{nation}");
    let server = server::Server::start(program, &data)?;
    println!(
        "start: {} ms, {} MB",
        server.started_in.as_millis(),
        process::memory_mb(server.pid())
    );
    table::head();
    let reader = server.visitor(READER)?;
    let mut writer = server.visitor(WRITER)?;
    visits::all(&server, &nation, &reader, &mut writer, table::row)?;
    println!("memory at the end: {} MB", process::memory_mb(server.pid()));
    drop(server);
    let proved = server::prove_ledger(program, &data)?;
    println!("ledger verify: {} ms", proved.as_millis());
    Ok(())
}
