//! The program: settings, logging, wiring and commands.

mod commands;
mod data;
mod exit;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Khuyến công: chương trình, kế hoạch, đề án, kinh phí và báo cáo của một văn phòng.
#[derive(Parser)]
#[command(name = "khuyencong", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What the program can be asked to do.
#[derive(Subcommand)]
enum Command {
    /// Lần chạy đầu: tạo thư mục dữ liệu, in liên kết một lần cho quản trị đầu tiên.
    Init(commands::init::InitArgs),
    /// Chạy máy chủ trên máy này.
    Serve(commands::serve::ServeArgs),
    /// Kiểm tra chuỗi nhật ký.
    Audit(commands::audit::AuditArgs),
}

fn main() -> ExitCode {
    let code = match Cli::parse().command {
        Command::Init(args) => commands::init::run(&args),
        Command::Serve(args) => commands::serve::run(&args),
        Command::Audit(args) => commands::audit::run(&args),
    };
    ExitCode::from(code)
}
