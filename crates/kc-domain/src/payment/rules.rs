//! Whether an advance, payment, clearing or settlement may be, given contract and acceptance.

use super::bound::{AdvanceRate, Ceiling, advance_bound, payment_bound};
use super::refusal::Refusal;
use super::voucher::{Voucher, covered};
use crate::kernel::money::Dong;
use crate::ledger::MoveKind;
use chrono::NaiveDate;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which move.
    pub kind: MoveKind,
    /// How much.
    pub amount: Dong,
    /// The day it is true from.
    pub on: NaiveDate,
    /// The vouchers that come with it.
    pub vouchers: &'a [Voucher],
}

/// What must be known of the project's contract, acceptance and rules.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Whether it was taken over from published results: its steps are not known.
    pub is_reported: bool,
    /// Whether it was stopped.
    pub is_stopped: bool,
    /// The value of the contract from the source asked.
    pub contracted: Option<Dong>,
    /// The value of the contract over all sources.
    pub contracted_in_all: Dong,
    /// The day of the contract.
    pub signed_on: Option<NaiveDate>,
    /// The rate of its kind that holds on the day.
    pub rate: Option<AdvanceRate>,
    /// The share the contract agrees on, in hundredths.
    pub agreed: Option<i64>,
    /// Whether an advance from this source was made or waits for the second hand.
    pub has_advance: bool,
    /// The day the work was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// The ceiling of the support, with its rule.
    pub ceiling: Option<Ceiling>,
    /// What was advanced over all sources and is neither cleared nor recovered.
    pub advanced: Dong,
    /// What was paid over all sources.
    pub paid: Dong,
}

/// Decides on a move that leaves the treasury or closes what left it. What the ledger holds it
/// decides by itself.
pub fn decide(asked: &Asked<'_>, facts: &Facts) -> Result<(), Refusal> {
    if asked.kind == MoveKind::Settle && !facts.is_reported {
        let covered = covered(asked.vouchers);
        if covered < asked.amount {
            return Err(Refusal::NotCovered {
                asked: asked.amount,
                covered,
            });
        }
    }
    if facts.is_reported {
        return Ok(());
    }
    match asked.kind {
        MoveKind::Advance => advance(asked, facts),
        MoveKind::Pay => {
            expect_accepted(asked, facts)?;
            pay(asked, facts, facts.advanced.plus(facts.paid))
        }
        MoveKind::ClearAdvance => {
            expect_accepted(asked, facts)?;
            pay(asked, facts, facts.paid)
        }
        MoveKind::Settle => expect_accepted(asked, facts),
        _ => Ok(()),
    }
}

/// One advance, under contract, before the work is accepted, within the rate of its kind.
fn advance(asked: &Asked<'_>, facts: &Facts) -> Result<(), Refusal> {
    if facts.is_stopped {
        return Err(Refusal::Stopped);
    }
    let support = expect_contract(asked, facts)?;
    if facts.has_advance {
        return Err(Refusal::SecondAdvance);
    }
    let rate = facts.rate.as_ref();
    let rate = rate.ok_or(Refusal::NoRate { on: asked.on })?;
    let bound = advance_bound(support, rate, facts.agreed);
    let bound = bound.ok_or_else(|| Refusal::NoShare {
        rule: rate.rule.clone(),
    })?;
    if asked.amount > bound.most {
        return Err(Refusal::OverAdvance {
            asked: asked.amount,
            bound,
        });
    }
    Ok(())
}

/// Payment and cleared advance together keep to the lowest bound; `spent` already counts.
fn pay(asked: &Asked<'_>, facts: &Facts, spent: Dong) -> Result<(), Refusal> {
    expect_contract(asked, facts)?;
    let bound = payment_bound(facts.contracted_in_all, facts.ceiling.as_ref(), spent);
    if asked.amount > bound.most {
        return Err(Refusal::OverPayment {
            asked: asked.amount,
            bound,
        });
    }
    Ok(())
}

fn expect_contract(asked: &Asked<'_>, facts: &Facts) -> Result<Dong, Refusal> {
    let (Some(value), Some(signed_on)) = (facts.contracted, facts.signed_on) else {
        return Err(Refusal::NoContract { kind: asked.kind });
    };
    if asked.on < signed_on {
        return Err(Refusal::BeforeContract {
            on: asked.on,
            signed_on,
        });
    }
    Ok(value)
}

fn expect_accepted(asked: &Asked<'_>, facts: &Facts) -> Result<(), Refusal> {
    match facts.accepted_on {
        None => Err(Refusal::NotAccepted { kind: asked.kind }),
        Some(accepted_on) if asked.on < accepted_on => Err(Refusal::BeforeAcceptance {
            on: asked.on,
            accepted_on,
        }),
        Some(_) => Ok(()),
    }
}
