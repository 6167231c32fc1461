//! The tools of the house, reached as `cargo xtask <task>`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for developers speaks to the terminal"
)]

mod bench;
mod cargo;
mod fault;
mod generate;
mod testing;
mod tidy;

use fault::Fault;
use generate::Mode;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use testing::Part;

const USAGE: &str = "\
cargo xtask <task>

  tidy    check the shape of the house: arrows, words, sizes, SQL, templates, licences
  test    run every test on both engines and the journeys in a browser
          --rules    only the rules of kc-domain: no database, seconds
          --no-e2e   without the browser
  bench   print what the program costs on a nation's data, beside the bare driver
  gen     write what a machine can know: migrations, routes, permissions
          --check    only say what is out of date
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Fault> {
    let (task, flags) = arguments.split_first().ok_or_else(|| Fault::new(USAGE))?;
    match (task.as_str(), flags) {
        ("tidy", []) => tidy::run(&root()),
        ("test", []) => testing::run(&root(), Part::All),
        ("test", [flag]) if flag == "--no-e2e" => testing::run(&root(), Part::WithoutBrowser),
        ("test", [flag]) if flag == "--rules" => testing::run(&root(), Part::Rules),
        ("bench", []) => bench::bench(&root()),
        ("gen", []) => generate::run(&root(), Mode::Write),
        ("gen", [flag]) if flag == "--check" => generate::run(&root(), Mode::Compare),
        _ => Err(Fault::new(USAGE)),
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
