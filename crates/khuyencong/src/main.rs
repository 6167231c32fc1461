//! The program: settings, logging, wiring and commands.

mod commands;
mod data;
mod exit;
mod mail;

use clap::{Parser, Subcommand};
use kc_app::kernel::Clock;
use std::io;
use std::process::ExitCode;

/// Phần mềm quản lý hoạt động khuyến công: chương trình, kế hoạch, đề án, kinh phí, báo cáo
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Debug, Parser)]
#[command(name = "khuyencong", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(commands::demo::DemoArgs),
    Init(commands::init::InitArgs),
    Serve(commands::serve::ServeArgs),
    Audit(commands::audit::AuditArgs),
    Ledger(commands::ledger::LedgerArgs),
    Migrate(commands::migrate::MigrateArgs),
    Norm(commands::norm::NormArgs),
    Place(commands::place::PlaceArgs),
    Process(commands::process::ProcessArgs),
    Remind(commands::remind::RemindArgs),
    Report(commands::report::ReportArgs),
    Statement(commands::statement::StatementArgs),
}

fn main() -> ExitCode {
    let (out, err) = (io::stdout(), io::stderr());
    let outcome = match Cli::parse().command {
        Command::Demo(args) => Ok(commands::demo::run(&args)),
        Command::Init(args) => Ok(commands::init::run(&args)),
        Command::Serve(args) => Ok(commands::serve::run(&args)),
        Command::Audit(args) => Ok(commands::audit::run(&args)),
        Command::Migrate(args) => Ok(commands::migrate::run(&args)),
        Command::Ledger(args) => Ok(commands::ledger::run(&args)),
        Command::Norm(args) => Ok(commands::norm::run(&args, Clock::System.now().day())),
        Command::Place(args) => {
            commands::place::run(&args, Clock::System.now().day(), &mut out.lock())
        }
        Command::Process(args) => commands::process::run(&args, &mut out.lock(), &mut err.lock()),
        Command::Remind(args) => Ok(commands::remind::run(&args)),
        Command::Report(args) => Ok(commands::report::run(&args)),
        Command::Statement(args) => {
            commands::statement::run(&args, &mut out.lock(), &mut err.lock())
        }
    };
    // Nobody is left to read an error when the reader of the output is gone.
    outcome.map_or(ExitCode::FAILURE, ExitCode::from)
}
