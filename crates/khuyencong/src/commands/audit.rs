//! `khuyencong audit verify`: proves that nobody changed the audit.

use crate::data::DataArgs;
use crate::exit;
use clap::{Args, Subcommand};
use kc_app::audit::verify::{Verdict, verify};
use kc_app::kernel::Access;
use kc_domain::audit::Broken;
use kc_domain::kernel::text::Lang;

/// Kiểm tra chuỗi nhật ký
#[derive(Debug, Args)]
pub struct AuditArgs {
    #[command(subcommand)]
    command: AuditCommand,
}

/// What can be done with the audit.
#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Đi hết chuỗi nhật ký, nêu bản ghi đầu tiên không khớp.
    Verify {
        #[command(flatten)]
        data: DataArgs,
        /// In kết quả dạng JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Walks the chain; works offline and beside a running server.
pub fn run(args: &AuditArgs) -> u8 {
    let AuditCommand::Verify { data, json } = &args.command;
    let verdict = data
        .open(Access::ReadOnly)
        .and_then(|app| verify(&app.console(Lang::Vi)));
    match verdict {
        Ok(verdict) => report(&verdict, *json),
        Err(failure) => exit::fail(&failure),
    }
}

fn report(verdict: &Verdict, json: bool) -> u8 {
    let head = kc_app::kernel::token::hex(&verdict.head);
    let broken = verdict.broken.as_ref().map(sentence);
    if json {
        let first = verdict.broken.as_ref().map(sequence);
        exit::say(serde_json::json!({
            "checked": verdict.checked, "head": head, "ok": broken.is_none(),
            "first_broken": first, "message": broken,
        }));
    } else {
        exit::say(format!(
            "{} bản ghi khớp, mã băm cuối {head}",
            verdict.checked
        ));
        if let Some(sentence) = &broken {
            exit::complain(sentence);
        }
    }
    if broken.is_some() {
        exit::NEEDS_ACTION
    } else {
        exit::OK
    }
}

fn sequence(broken: &Broken) -> i64 {
    match broken {
        Broken::Gap { expected } => *expected,
        Broken::Unlinked { sequence } | Broken::Changed { sequence } => *sequence,
    }
}

fn sentence(broken: &Broken) -> String {
    match broken {
        Broken::Gap { expected } => format!("bản ghi {expected} thiếu hoặc bị cắt khỏi chuỗi"),
        Broken::Unlinked { sequence } => format!("bản ghi {sequence} không nối với bản ghi trước"),
        Broken::Changed { sequence } => format!("bản ghi {sequence} đã bị sửa sau khi ghi"),
    }
}
