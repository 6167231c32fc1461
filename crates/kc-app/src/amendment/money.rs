//! The money of a change: less is taken back, more is approved within its purse.

use super::decide::Decision;
use crate::kernel::Done;
use crate::payment::release::{Ground, Holder, take_back};
use kc_domain::amendment::{Amendment, Fact, What};
use kc_domain::kernel::id::EntryId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::MoveKind;
use kc_store::kernel::Tx;
use kc_store::{amendment, ledger};
use std::collections::BTreeSet;

/// What the entries of a change stand on.
fn ground(held: &Amendment, decision: &Decision) -> Ground {
    Ground {
        base: held.id.0,
        project: held.project,
        on: decision.on,
        document: decision.document,
        reason: held.reason.clone(),
        illustrative: held.illustrative,
    }
}

/// The entries of the project so far.
pub(super) fn entries(tx: &mut Tx<'_>, held: &Amendment) -> Done<BTreeSet<EntryId>> {
    let entries = ledger::of_project(&mut tx.reader(), held.project)?;
    Ok(entries.into_iter().map(|entry| entry.id).collect())
}

/// Keeps which entries of the ledger a change made, itself or by the step it took: all that were
/// not there before. Whoever adds up a plan follows the link.
pub(super) fn link(tx: &mut Tx<'_>, held: &Amendment, before: &BTreeSet<EntryId>) -> Done<()> {
    let after = entries(tx, held)?;
    for made in after.difference(before) {
        amendment::link_entry(tx, held.id, *made)?;
    }
    Ok(())
}

/// Carries out the amounts of a change: what is taken away first, so that a switch may use it.
pub(super) fn resupport(tx: &mut Tx<'_>, held: &Amendment, decision: &Decision) -> Done<()> {
    let ground = ground(held, decision);
    let amounts = held.facts.iter().filter_map(|fact| match fact.what {
        What::Support(source) => Some(((source, fact.purse), Fact::change(fact)?)),
        _ => None,
    });
    let amounts: Vec<(Holder, Dong)> = amounts.collect();
    for (holder, change) in amounts.iter().filter(|(_, change)| change.0 < 0) {
        take_back(tx, &ground, *holder, change.abs())?;
    }
    for (holder, change) in amounts.iter().filter(|(_, change)| change.0 > 0) {
        ground.enter(tx, MoveKind::Approve, *holder, *change)?;
    }
    Ok(())
}
