//! The program: settings, logging, wiring and commands.

mod commands;

use clap::{Parser, Subcommand};
use commands::statement;
use std::io;
use std::process::ExitCode;

/// Khuyến công: đề án, kinh phí và báo cáo trong một chương trình.
#[derive(Debug, Parser)]
#[command(name = "khuyencong", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Đối chiếu các số liệu đã công bố.
    Statement(statement::StatementArgs),
}

fn main() -> ExitCode {
    let program = Program::parse();
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let status = match &program.command {
        Command::Statement(args) => statement::run(args, &mut out, &mut err),
    };
    match status {
        Ok(status) => ExitCode::from(u8::try_from(status).unwrap_or(u8::MAX)),
        Err(_broken_pipe) => ExitCode::FAILURE,
    }
}
