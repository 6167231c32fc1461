//! Proving the whole ledger.

use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::id::EntryId;
use kc_store::ledger::{self, AccountDay};

/// What the proof found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Entries in the ledger.
    pub entries: i64,
    /// Accounts walked.
    pub accounts: usize,
    /// Accounts that go below zero: the account, the first such day, the balance.
    pub negative: Vec<(String, NaiveDate, i64)>,
    /// Entries whose reversal does not fit.
    pub unfit: Vec<EntryId>,
}

impl Verdict {
    /// Whether everything holds.
    pub fn holds(&self) -> bool {
        self.negative.is_empty() && self.unfit.is_empty()
    }
}

/// Walks every account day by day; every entry balances by construction and no stage may be
/// negative.
pub fn verify(cx: &Cx<'_>) -> Done<Verdict> {
    cx.read(|reader| {
        let entries = ledger::count_entries(reader)?;
        let days = ledger::account_days(reader)?;
        let mut verdict = Verdict {
            entries,
            unfit: ledger::entries_without_partner(reader)?,
            ..Verdict::default()
        };
        for account in days.chunk_by(|one, next| one.account == next.account) {
            verdict.accounts = verdict.accounts.saturating_add(1);
            verdict.negative.extend(first_negative(account));
        }
        Ok(verdict)
    })
}

fn first_negative(account: &[AccountDay]) -> Option<(String, NaiveDate, i64)> {
    let mut balance = 0_i64;
    account.iter().find_map(|day| {
        balance = balance.saturating_add(day.change);
        (balance < 0).then(|| (day.account.clone(), day.day, balance))
    })
}
