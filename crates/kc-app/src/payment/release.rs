//! Taking approved money back: freed from its contract, then from its approval.

use crate::kernel::Done;
use crate::ledger::append::{Move, keep};
use crate::ledger::reverse::{self, NewReversal};
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, EntryId, ProjectId, PurseId, derived};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::refusal::Refusal;
use kc_domain::ledger::{Entry, MoveKind, Source, Stage};
use kc_store::kernel::Tx;
use kc_store::ledger;
use std::collections::BTreeMap;

/// What money is moved for, and on what it stands.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    /// The record the identities of the entries are derived from, so that they are made once.
    pub base: [u8; 16],
    /// The project.
    pub project: ProjectId,
    /// The day it is true from.
    pub on: NaiveDate,
    /// The paper of the decision.
    pub document: Option<DocumentId>,
    /// Why.
    pub reason: String,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Whose money, from which purse.
pub(crate) type Holder = (Source, Option<PurseId>);

impl Ground {
    /// Enters some money.
    pub(crate) fn enter(
        &self,
        tx: &mut Tx<'_>,
        kind: MoveKind,
        (source, purse): Holder,
        amount: Dong,
    ) -> Done<EntryId> {
        let purse_name = purse.map(|id| id.to_string()).unwrap_or_default();
        let name = format!("{}-{}-{purse_name}", kind.code(), source.code());
        let new = Move {
            kind,
            source,
            purse,
            project: Some(self.project),
            amount,
            effective_on: self.on,
            document: self.document,
            reason: Some(self.reason.clone()),
            illustrative: self.illustrative,
        };
        keep(tx, EntryId(derived(self.base, &name)), &new)
    }
}

/// Gives back everything that is approved and neither advanced nor paid.
pub(crate) fn release(tx: &mut Tx<'_>, ground: &Ground) -> Done<()> {
    let entries = ledger::of_project(&mut tx.reader(), ground.project)?;
    let mut unused: BTreeMap<Holder, Dong> = BTreeMap::new();
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
        take_back(tx, ground, holder, free)?;
    }
    Ok(())
}

/// Whether money in a stage is still the State's to take back without anybody paying.
fn is_unused(stage: Stage) -> bool {
    matches!(stage, Stage::Approved | Stage::Contracted)
}

/// Takes an amount out of the approval; what a contract binds of it is freed first.
pub(crate) fn take_back(
    tx: &mut Tx<'_>,
    ground: &Ground,
    holder: Holder,
    amount: Dong,
) -> Done<()> {
    let stages = ledger::stages_of_project(&mut tx.reader(), ground.project)?;
    let approved = stages
        .iter()
        .filter(|(source, stage, _)| (*source, *stage) == (holder.0, Stage::Approved));
    let unbound: Dong = approved.map(|(_, _, amount)| *amount).sum();
    let to_free = amount.minus(unbound);
    if to_free.is_positive() {
        unbind(tx, ground, holder, to_free)?;
    }
    ground.enter(tx, MoveKind::Reduce, holder, amount)?;
    Ok(())
}

/// Reverses the entries by which contracts bound some money, the last first.
fn unbind(tx: &mut Tx<'_>, ground: &Ground, holder: Holder, amount: Dong) -> Done<()> {
    let entries = ledger::of_project(&mut tx.reader(), ground.project)?;
    let binds =
        |entry: &&Entry| entry.kind == MoveKind::Contract && (entry.source, entry.purse) == holder;
    let mut left = amount;
    for original in entries.iter().rev().filter(binds) {
        let gone = ledger::reversed(&mut tx.reader(), original.id)?;
        let part = original.amount.minus(gone).min(left);
        if part.is_positive() {
            let new = NewReversal {
                of: original.id,
                amount: part,
                effective_on: ground.on,
                reason: ground.reason.clone(),
            };
            let id = EntryId(derived(ground.base, &format!("unbind-{}", original.id)));
            reverse::keep(tx, id, original, &new)?;
            left = left.minus(part);
        }
    }
    if left.is_positive() {
        return Err(Refusal::OverBalance {
            stage: Stage::Contracted,
            available: amount.minus(left),
            asked: amount,
        }
        .into());
    }
    Ok(())
}
