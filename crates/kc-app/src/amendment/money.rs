//! The money of a change: less is freed from contract and approval, more is approved within its
//! purse, and what a stopped project did not use goes back.

use super::decide::Decision;
use crate::kernel::{Done, Failure};
use crate::ledger::append::{Move, keep};
use crate::ledger::reverse::{self, NewReversal};
use kc_domain::amendment::{Amendment, Fact, What};
use kc_domain::kernel::id::{EntryId, PurseId, derived};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Entry, MoveKind, Source, Stage};
use kc_store::kernel::Tx;
use kc_store::ledger;
use std::collections::BTreeMap;

/// Carries out the amounts of a change: what is taken away first, so that a switch may use it.
pub(super) fn resupport(tx: &mut Tx<'_>, held: &Amendment, decision: &Decision) -> Done<()> {
    let amounts = held.facts.iter().filter_map(|fact| match fact.what {
        What::Support(source) => Some((source, fact.purse, Fact::change(fact)?)),
        _ => None,
    });
    let amounts: Vec<_> = amounts.collect();
    for (source, purse, change) in amounts.iter().filter(|(_, _, change)| change.0 < 0) {
        take(tx, held, decision, (*source, *purse), change.abs())?;
    }
    for (source, purse, change) in amounts.iter().filter(|(_, _, change)| change.0 > 0) {
        let name = format!("approve-{}-{}", source.code(), purse_name(*purse));
        let more = entry(
            held,
            decision,
            MoveKind::Approve,
            (*source, *purse),
            *change,
            &name,
        );
        keep(tx, &more)?;
    }
    Ok(())
}

/// Gives back everything that is approved and neither advanced nor paid.
pub(super) fn release(tx: &mut Tx<'_>, held: &Amendment, decision: &Decision) -> Done<()> {
    let entries = ledger::of_project(&mut tx.reader(), held.project)?;
    let mut unused: BTreeMap<(Source, Option<PurseId>), Dong> = BTreeMap::new();
    for entry in entries
        .iter()
        .filter(|entry| !entry.source.is_of_partners())
    {
        let free = unused.entry((entry.source, entry.purse)).or_default();
        if is_unused(entry.to) {
            *free = free.plus(entry.amount);
        }
        if is_unused(entry.from) {
            *free = free.minus(entry.amount);
        }
    }
    for (holder, free) in unused.into_iter().filter(|(_, free)| free.is_positive()) {
        take(tx, held, decision, holder, free)?;
    }
    Ok(())
}

/// Whether money in a stage is still the State's to take back without anybody paying.
fn is_unused(stage: Stage) -> bool {
    matches!(stage, Stage::Approved | Stage::Contracted)
}

/// Takes an amount out of the approval; what a contract binds of it is freed first.
fn take(
    tx: &mut Tx<'_>,
    held: &Amendment,
    decision: &Decision,
    (source, purse): (Source, Option<PurseId>),
    amount: Dong,
) -> Done<()> {
    let unbound = in_stage(tx, held, source, &[Stage::Approved])?;
    let to_free = amount.minus(unbound);
    if to_free.is_positive() {
        unbind(tx, held, decision, (source, purse), to_free)?;
    }
    let name = format!("reduce-{}-{}", source.code(), purse_name(purse));
    let less = entry(
        held,
        decision,
        MoveKind::Reduce,
        (source, purse),
        amount,
        &name,
    );
    keep(tx, &less)?;
    Ok(())
}

/// Reverses the entries by which contracts bound some money, the last first.
fn unbind(
    tx: &mut Tx<'_>,
    held: &Amendment,
    decision: &Decision,
    (source, purse): (Source, Option<PurseId>),
    amount: Dong,
) -> Done<()> {
    let entries = ledger::of_project(&mut tx.reader(), held.project)?;
    let binds = |entry: &&Entry| {
        entry.kind == MoveKind::Contract && (entry.source, entry.purse) == (source, purse)
    };
    let mut left = amount;
    for original in entries.iter().rev().filter(binds) {
        let gone = ledger::reversed(&mut tx.reader(), original.id)?;
        let part = original.amount.minus(gone).min(left);
        if part.is_positive() {
            let new = NewReversal {
                id: EntryId(derived(held.id.0, &format!("unbind-{}", original.id))),
                of: original.id,
                amount: part,
                effective_on: decision.on,
                reason: held.reason.clone(),
            };
            reverse::keep(tx, original, &new)?;
            left = left.minus(part);
        }
    }
    if left.is_positive() {
        let available = amount.minus(left);
        return Err(Failure::from(
            kc_domain::ledger::refusal::Refusal::OverBalance {
                stage: Stage::Contracted,
                available,
                asked: amount,
            },
        ));
    }
    Ok(())
}

fn in_stage(tx: &mut Tx<'_>, held: &Amendment, source: Source, of: &[Stage]) -> Done<Dong> {
    let stages = ledger::stages_of_project(&mut tx.reader(), held.project)?;
    let own = stages
        .iter()
        .filter(|(from, stage, _)| *from == source && of.contains(stage));
    Ok(own.map(|(_, _, amount)| *amount).sum())
}

fn entry(
    held: &Amendment,
    decision: &Decision,
    kind: MoveKind,
    (source, purse): (Source, Option<PurseId>),
    amount: Dong,
    name: &str,
) -> Move {
    Move {
        id: EntryId(derived(held.id.0, name)),
        kind,
        source,
        purse,
        project: Some(held.project),
        amount,
        effective_on: decision.on,
        document: decision.document,
        reason: Some(held.reason.clone()),
        illustrative: held.illustrative,
    }
}

fn purse_name(purse: Option<PurseId>) -> String {
    purse.map(|id| id.to_string()).unwrap_or_default()
}
