//! `khuyencong ledger verify`: proves that every entry balances and no stage is negative.

use crate::data::DataArgs;
use crate::exit;
use clap::{Args, Subcommand};
use kc_app::kernel::Access;
use kc_app::ledger::verify::{Verdict, verify};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;

/// Kiểm tra sổ kinh phí
#[derive(Debug, Args)]
pub(crate) struct LedgerArgs {
    #[command(subcommand)]
    command: LedgerCommand,
}

#[derive(Debug, Subcommand)]
enum LedgerCommand {
    /// Chứng minh mọi bút toán cân và không khoản nào âm, kể cả trong quá khứ
    Verify {
        #[command(flatten)]
        data: DataArgs,
        /// In kết quả dạng JSON
        #[arg(long)]
        json: bool,
    },
}

/// Proves the ledger; works offline and beside a running server.
pub(crate) fn run(args: &LedgerArgs) -> u8 {
    let LedgerCommand::Verify { data, json } = &args.command;
    let verdict = data
        .open(Access::ReadOnly)
        .and_then(|app| verify(&app.console(Lang::Vi)));
    match verdict {
        Ok(verdict) => report(&verdict, *json),
        Err(failure) => exit::fail(&failure),
    }
}

fn report(verdict: &Verdict, json: bool) -> u8 {
    if json {
        let negative = verdict.negative.iter().map(|(account, day, balance)| {
            serde_json::json!({ "account": account, "day": day.to_string(), "balance": balance })
        });
        exit::say(serde_json::json!({
            "ok": verdict.holds(), "entries": verdict.entries, "accounts": verdict.accounts,
            "negative": negative.collect::<Vec<_>>(), "unfit": verdict.unfit.iter().map(ToString::to_string).collect::<Vec<_>>(),
        }));
    } else {
        let (entries, accounts) = (verdict.entries, verdict.accounts);
        exit::say(format!(
            "{entries} bút toán, {accounts} tài khoản đã kiểm tra"
        ));
        for (account, day, balance) in &verdict.negative {
            let day = show_date(*day);
            exit::complain(format!(
                "tài khoản {account} âm {} vào ngày {day}",
                Dong(*balance)
            ));
        }
        for id in &verdict.unfit {
            exit::complain(format!("bút toán đảo {id} không khớp bút toán gốc"));
        }
    }
    if verdict.holds() {
        exit::OK
    } else {
        exit::NEEDS_ACTION
    }
}
