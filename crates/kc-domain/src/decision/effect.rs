//! What follows in the ledger from one line of a decision.

use super::{DecisionKind, Item};
use crate::kernel::id::PurseId;
use crate::kernel::money::Dong;
use crate::ledger::MoveKind;

/// One entry that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// The kind of move.
    pub kind: MoveKind,
    /// The purse.
    pub purse: PurseId,
    /// Whether it is the project's move, not the purse's own.
    pub is_projects: bool,
    /// How much.
    pub amount: Dong,
}

/// The entries of one line, in the order they must be made.
pub fn effects(kind: DecisionKind, item: &Item) -> Vec<Effect> {
    let change = item.change();
    let of = |kind, purse, is_projects| Effect {
        kind,
        purse,
        is_projects,
        amount: change.abs(),
    };
    match (kind, item.to_purse) {
        _ if change == Dong::ZERO => Vec::new(),
        // The step of the project gives back what is not used, by its process.
        (DecisionKind::Stop, _) => Vec::new(),
        (DecisionKind::CarryOver, Some(to)) => vec![
            of(MoveKind::Reduce, item.purse, true),
            of(MoveKind::CarryOut, item.purse, false),
            of(MoveKind::CarryIn, to, false),
            of(MoveKind::Approve, to, true),
        ],
        _ if change.is_positive() => vec![of(MoveKind::Approve, item.purse, true)],
        _ => vec![of(MoveKind::Reduce, item.purse, true)],
    }
}
