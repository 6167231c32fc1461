//! Reversing an entry: the mistake stays, the correction stands beside it.

use super::append::{describe, enter, holder};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, token};
use chrono::NaiveDate;
use kc_domain::kernel::id::{EntryId, ProjectId, derived};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Entry, MoveKind, NewMove, decide_reversal};
use kc_domain::policy::Action;
use kc_store::kernel::Tx;
use kc_store::ledger;

/// A reversal as it is asked for.
#[derive(Debug, Clone)]
pub struct NewReversal {
    /// The entry to reverse.
    pub of: EntryId,
    /// How much of it.
    pub amount: Dong,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Reverses an entry, wholly or in part; both are kept.
pub fn reverse(cx: &Cx<'_>, new: &NewReversal) -> Done<EntryId> {
    let original = show(cx, new.of)?.entry;
    let about = About::new("ledger", holder(&original));
    let permit = cx.permit(Action::ReverseEntry, subject(&original), &about)?;
    let id = EntryId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| keep(tx, id, &original, new))
}

/// Reverses all that is left of every entry of a project, the last first, each on its own day:
/// for a project taken out because it should never have been there.
pub(crate) fn reverse_project(tx: &mut Tx<'_>, project: ProjectId, reason: &str) -> Done<()> {
    let entries = ledger::of_project(&mut tx.reader(), project)?;
    for original in entries
        .iter()
        .rev()
        .filter(|entry| entry.kind != MoveKind::Reversal)
    {
        let left = original
            .amount
            .minus(ledger::reversed(&mut tx.reader(), original.id)?);
        if left.is_positive() {
            let new = NewReversal {
                of: original.id,
                amount: left,
                effective_on: original.effective_on,
                reason: reason.to_owned(),
            };
            let id = EntryId(derived(original.id.0, "withdrawal"));
            keep(tx, id, original, &new)?;
        }
    }
    Ok(())
}

/// Reverses an entry inside the transaction of another use case, which answers for the permit.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    id: EntryId,
    original: &Entry,
    new: &NewReversal,
) -> Done<EntryId> {
    let reader = &mut tx.reader();
    let left = original
        .amount
        .minus(ledger::reversed(reader, original.id)?);
    let history = ledger::history(
        reader,
        original.to,
        original.source,
        original.purse,
        original.project,
    )?;
    let asked = NewMove {
        kind: MoveKind::Reversal,
        source: original.source,
        amount: new.amount,
        effective_on: new.effective_on,
        has_reason: !new.reason.trim().is_empty(),
    };
    let (from, to) = decide_reversal((original.from, original.to), left, &asked, &history)?;
    let entry = Entry {
        id,
        kind: MoveKind::Reversal,
        from,
        to,
        amount: new.amount,
        effective_on: new.effective_on,
        recorded_at: tx.at(),
        document: None,
        reverses: Some(original.id),
        reason: Some(new.reason.clone()),
        recorded_by: tx.permit().user(),
        ..original.clone()
    };
    let detail = format!("{}. Lý do: {}", describe(&entry), new.reason);
    enter(tx, &entry, detail)
}
