//! `khuyencong remind`: writes today's reminders and sends what waits; for the timer of the system.

use crate::data::DataArgs;
use crate::exit;
use crate::mail::MailArgs;
use clap::Args;
use kc_app::kernel::{Access, Done};
use kc_app::task::remind::{Haste, preview, remind};

/// Gửi thư nhắc việc của hôm nay và các thư còn chờ
#[derive(Debug, Args)]
pub(crate) struct RemindArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    mail: MailArgs,
    /// Chỉ in các thư sẽ gửi, không ghi và không gửi
    #[arg(long)]
    dry_run: bool,
}

/// Sends, or shows what would be sent.
pub(crate) fn run(args: &RemindArgs) -> u8 {
    let done = if args.dry_run { show(args) } else { send(args) };
    done.unwrap_or_else(|failure| exit::fail(&failure))
}

fn show(args: &RemindArgs) -> Done<u8> {
    let app = args.data.open(Access::ReadOnly)?;
    let letters = preview(&app, args.mail.site())?;
    for letter in &letters {
        let (name, address) = (&letter.name, &letter.address);
        let (subject, text) = (&letter.subject, &letter.text);
        exit::say(format!(
            "Tới: {name} <{address}>\nTiêu đề: {subject}\n\n{text}"
        ));
    }
    exit::say(format!("Hôm nay sẽ soạn {} thư.", letters.len()));
    Ok(exit::OK)
}

fn send(args: &RemindArgs) -> Done<u8> {
    let way = match args.mail.way() {
        Ok(Some(way)) => way,
        Ok(None) => {
            exit::complain("chưa có máy chủ thư: thêm --smtp-url, hoặc xem trước bằng --dry-run");
            return Ok(exit::USAGE);
        }
        Err(fault) => {
            exit::complain(fault);
            return Ok(exit::USAGE);
        }
    };
    let app = args.data.open(Access::Exclusive)?;
    let deliver = |letter: &_| {
        let done = way.deliver(letter);
        if let Err(fault) = &done {
            exit::complain(fault);
        }
        done
    };
    let round = remind(&app, &way.site, Haste::Now, deliver)?;
    exit::say(format!(
        "Đã soạn {} thư, gửi được {}, chưa gửi được {}.",
        round.written, round.sent, round.failed
    ));
    Ok(if round.failed == 0 {
        exit::OK
    } else {
        exit::NEEDS_ACTION
    })
}
