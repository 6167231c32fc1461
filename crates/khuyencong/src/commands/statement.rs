//! `khuyencong statement`: published figures checked against each other.

use clap::{Args, Subcommand};
use kc_app::statement::{self, Checked};
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::statement::Finding;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Every check agrees.
const FINE: u8 = 0;
/// The file cannot be read.
const UNREADABLE: u8 = 2;
/// Some check differs, or lacks a figure.
const NEEDS_ACTION: u8 = 3;

/// Đối chiếu các số liệu đã công bố
#[derive(Debug, Args)]
pub(crate) struct StatementArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Đọc một tệp số liệu và cho biết số nào khớp, số nào lệch
    Check {
        /// Tệp số liệu (JSON); `-` để đọc từ đầu vào chuẩn
        file: PathBuf,
        /// Trả lời bằng JSON
        #[arg(long)]
        json: bool,
    },
}

/// Runs the command. Answers the exit status: 0 agrees, 3 needs action, 2 unreadable.
///
/// # Errors
/// When the answer cannot be written.
pub(crate) fn run(
    args: &StatementArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let Action::Check { file, json } = &args.action;
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = reason(&error);
            writeln!(err, "Không đọc được tệp {}: {why}.", file.display())?;
            return Ok(UNREADABLE);
        }
    };
    match statement::check(&bytes) {
        Err(refusal) => {
            writeln!(err, "{}", refusal.say(Lang::Vi))?;
            Ok(UNREADABLE)
        }
        Ok(checked) => {
            if *json {
                let answer = statement::to_json(&checked.statement.title, &checked.findings);
                writeln!(out, "{answer:#}")?;
            } else {
                print(&checked, out)?;
            }
            Ok(if checked.is_fine() {
                FINE
            } else {
                NEEDS_ACTION
            })
        }
    }
}

/// Reads one byte more than allowed, so that a file too large is told from one that just fits.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(statement::FILE_BYTES_MAX)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn print(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", checked.statement.title)?;
    if let Some(warning) = checked.statement.date_warning() {
        writeln!(out, "Lưu ý: {}.", warning.text().vi)?;
    }
    for finding in &checked.findings {
        writeln!(out)?;
        writeln!(out, "{}: {}", finding.name, finding.verdict.text().vi)?;
        writeln!(out, "  {}", numbers(finding))?;
        writeln!(out, "  {}", finding.message.vi)?;
    }
    let fine = checked
        .findings
        .iter()
        .filter(|finding| finding.verdict.is_fine())
        .count();
    writeln!(out)?;
    writeln!(out, "{fine}/{} phép kiểm khớp.", checked.findings.len())
}

fn numbers(finding: &Finding) -> String {
    let shown = &finding.shown;
    format!(
        "công bố {} · tính lại {} · chênh {} · sai số {}",
        shown.stated.vi, shown.computed.vi, shown.difference.vi, shown.tolerance.vi,
    )
}

/// Why a file cannot be read, in words of the office.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp này; kiểm tra lại đường dẫn".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "không có quyền đọc; xin quyền hoặc chép tệp ra".to_owned()
        }
        io::ErrorKind::IsADirectory => "đây là thư mục; chỉ rõ một tệp".to_owned(),
        _ => error.to_string(),
    }
}
