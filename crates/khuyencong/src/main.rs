//! The program: settings, logging, wiring and commands.

mod clock;
mod commands;

use clap::{Parser, Subcommand};
use std::io;
use std::process::ExitCode;

/// Phần mềm quản lý hoạt động khuyến công
#[derive(Debug, Parser)]
#[command(name = "khuyencong", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Place(commands::place::PlaceArgs),
    Statement(commands::statement::StatementArgs),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Place(args) => {
            commands::place::run(&args, clock::today(), &mut io::stdout().lock())
        }
        Command::Statement(args) => {
            let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
            commands::statement::run(&args, &mut out, &mut err)
        }
    };
    // Nobody is left to read an error when the reader of the output is gone.
    outcome.map_or(ExitCode::FAILURE, ExitCode::from)
}
