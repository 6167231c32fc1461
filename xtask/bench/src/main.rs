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
mod measure;
mod nation;
mod process;
mod server;
mod table;
mod visits;
mod walked;
mod web;
mod whole_way;

use failure::Failure;
use std::path::Path;
use std::process::ExitCode;

/// Reads: the officer of the national agency, who sees the nation.
const READER: &str = "cuc";
/// Writes: an officer of a centre.
const WRITER: &str = "canbo.tt";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [server::WEB, file, address] => serve_bare(file, address),
        [program] => run(Path::new(program)),
        _ => Err(Failure::new("kc-bench PROGRAM")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn serve_bare(file: &str, address: &str) -> Result<(), Failure> {
    let address = address.parse().or(Err(Failure::new("no such address")))?;
    web::serve(Path::new(file), address)
}

fn run(program: &Path) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    server::build_demo(program, &data)?;
    let nation = nation::grow(data.join("khuyencong.sqlite3"))?;
    println!("{nation}");
    let product = server::Server::product(program, &data)?;
    println!(
        "start: {} ms, {} MB",
        product.started_in.as_millis(),
        process::memory_mb(product.pid())
    );
    let web = server::Server::bare_web(&nation.file)?;
    let contest = measure::Contest {
        product,
        web,
        nation,
    };
    table::head();
    contest.hold(table::row)?;
    let megabytes = process::memory_mb(contest.product.pid());
    println!("memory at the end: {megabytes} MB");
    drop(contest);
    let proved = server::prove_ledger(program, &data)?;
    println!("ledger verify: {} ms", proved.as_millis());
    Ok(())
}
