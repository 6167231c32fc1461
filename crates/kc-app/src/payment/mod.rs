//! Advance, payment, settlement, refund: the ledger's two hands under the rules of contract,
//! acceptance and vouchers; and the lists handed to the treasury.

mod book;
pub mod closing;
mod facts;
pub mod handover;
pub mod paper;
mod rate;
mod refund;
pub(crate) mod release;

pub use crate::ledger::payment::{list_waiting, reject};
pub use facts::{Room, room};
pub use refund::refunds_due;

use crate::kernel::{Cx, Done, Failure, token};
use crate::ledger::append::Move;
use crate::ledger::payment as hands;
use kc_domain::kernel::id::EntryId;
use kc_domain::payment::refusal::Refusal;
use kc_domain::payment::{Asked, Voucher, decide};
use kc_domain::policy::{Action, Subject};
use kc_store::kernel::Tx;
use kc_store::ledger::Prepared;
use kc_store::payment;
use std::collections::BTreeMap;

/// Most vouchers of one move.
pub const VOUCHERS_MAX: usize = 200;

/// Prepares an advance, payment, settlement or refund with its vouchers.
pub fn prepare(cx: &Cx<'_>, new: &Move, vouchers: &[Voucher]) -> Done<EntryId> {
    if vouchers.len() > VOUCHERS_MAX {
        return Err(Failure::invalid(
            "vouchers",
            format!("Nhiều nhất {VOUCHERS_MAX} chứng từ cho một lần. Chia làm nhiều lần."),
            format!("At most {VOUCHERS_MAX} vouchers at once. Split them."),
        ));
    }
    let new = &with_purse(cx, new)?;
    let id = EntryId(token::new_id(cx.now())?);
    hands::prepare(
        cx,
        id,
        new,
        |tx| {
            check_first(tx, new)?;
            check(tx, id, new, vouchers)
        },
        |tx| Ok(payment::insert_vouchers(tx, id, vouchers)?),
    )
}

/// The same with its purse, where only one paid for the project from this source.
fn with_purse(cx: &Cx<'_>, new: &Move) -> Done<Move> {
    let project = new.project.ok_or(Failure::NotFound)?;
    let approved = cx.read(|reader| Ok(kc_store::ledger::approved_of(reader, project)?))?;
    let mut purses = approved
        .into_iter()
        .filter(|(source, _, _)| *source == new.source);
    let only = match (purses.next(), purses.next()) {
        (Some((_, purse, _)), None) => purse,
        _ => None,
    };
    Ok(Move {
        purse: new.purse.or(only),
        ..new.clone()
    })
}

/// Approves a prepared move; whoever prepared it may not.
pub fn approve(cx: &Cx<'_>, id: EntryId) -> Done<()> {
    hands::approve(cx, id, |tx, asked| {
        let vouchers = payment::vouchers_of(&mut tx.reader(), id)?;
        check(tx, id, asked, &vouchers)
    })
}

/// The vouchers of moves this person was shown, by move.
pub fn list_vouchers(cx: &Cx<'_>, of: &[Prepared]) -> Done<BTreeMap<EntryId, Vec<Voucher>>> {
    let ids = of.iter().map(|prepared| prepared.id);
    cx.read(|reader| Ok(payment::vouchers_of_each(reader, ids)?))
}

/// The vouchers of a move that waits.
pub fn vouchers(cx: &Cx<'_>, id: EntryId) -> Done<Vec<Voucher>> {
    let (found, vouchers) = cx.read(|reader| {
        let found = kc_store::ledger::find_prepared(reader, id)?.ok_or(Failure::NotFound)?;
        Ok((found, payment::vouchers_of(reader, id)?))
    })?;
    let subject = Subject::new(found.area, Some(found.organisation));
    cx.may_read(Action::ReadLedger, &subject)?;
    Ok(vouchers)
}

/// What is asked only of a new move: an advance does not wait twice, a voucher proves once.
fn check_first(tx: &mut Tx<'_>, new: &Move) -> Done<()> {
    let project = new.project.ok_or(Failure::NotFound)?;
    let reader = &mut tx.reader();
    let is_advance = new.kind == kc_domain::ledger::MoveKind::Advance;
    if is_advance && payment::waits(reader, project, new.kind, new.source)? {
        return Err(Refusal::SecondAdvance.into());
    }
    Ok(())
}

fn check(tx: &mut Tx<'_>, id: EntryId, new: &Move, vouchers: &[Voucher]) -> Done<()> {
    let project = new.project.ok_or(Failure::NotFound)?;
    let facts = facts::look_up(&mut tx.reader(), new)?;
    let asked = Asked {
        kind: new.kind,
        amount: new.amount,
        on: new.effective_on,
        vouchers,
    };
    decide(&asked, &facts)?;
    for voucher in vouchers {
        if payment::is_used(&mut tx.reader(), project, id, voucher)? {
            let number = voucher.number.clone();
            return Err(Refusal::VoucherTwice { number }.into());
        }
    }
    Ok(())
}
