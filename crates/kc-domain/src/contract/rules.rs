//! What holds when a contract is signed, changed by an appendix, and ended.

use super::refusal::Refusal;
use super::{Appendix, Contract, ContractKind, Liquidation, Part, of_source};
use crate::ledger::{Approval, Early, Source};
use crate::norm::Share;
use chrono::NaiveDate;

/// What must be known of the project.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The day of the decision that approves it.
    pub decided_on: Option<NaiveDate>,
    /// What the ledger holds as approved, by source and purse.
    pub approved: &'a [Part],
    /// The contract that binds the money, once it is signed.
    pub execution: Option<&'a Contract>,
    /// The day the work was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// Whether the project was stopped.
    pub is_stopped: bool,
    /// The calendar day.
    pub today: NaiveDate,
}

/// Signs a contract: after the decision, for exactly what it approved.
///
/// Thông tư 36/2013/TT-BCT, sửa đổi bởi Thông tư 17/2018/TT-BCT: an approved project only, its
/// value by source as approved.
pub fn sign(new: &Contract, facts: &Facts<'_>) -> Result<(), Refusal> {
    let (approval, signed_on) = (Approval::decided(facts.decided_on), new.signed_on);
    approval.expect_by(signed_on).map_err(|early| match early {
        Early::Undecided => Refusal::NoDecision,
        Early::Before(decided_on) => Refusal::BeforeDecision {
            signed_on,
            decided_on,
        },
    })?;
    expect_past(new.signed_on, facts.today)?;
    if let (Some(from), Some(to)) = (new.starts_on, new.ends_on)
        && to < from
    {
        return Err(Refusal::BackwardPeriod);
    }
    if new
        .advance_percent
        .is_some_and(|percent| !(0..=100).contains(&percent))
    {
        return Err(Refusal::NoPercent);
    }
    match (new.kind, facts.execution) {
        (ContractKind::Execution, _) => expect_approved(&new.parts, facts.approved),
        (ContractKind::Support, None) => Err(Refusal::NoExecution),
        (ContractKind::Support, Some(execution)) => within(new, execution),
    }
}

/// Refuses an advance agreed, in percent of the support, above the share of the rule in force.
///
/// Thông tư 17/2018/TT-BCT: at most 30 % or 70 % by the group of the kind.
pub fn expect_within_rate(agreed: i64, most: Share, rule: &str) -> Result<(), Refusal> {
    match Share::percent(agreed) {
        Some(asked) if asked > most => Err(Refusal::OverRate {
            asked: agreed,
            most,
            rule: rule.to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Adds an appendix: it changes the value to what is approved now, or the time.
pub fn append(contract: &Contract, new: &Appendix, facts: &Facts<'_>) -> Result<(), Refusal> {
    if contract.liquidation.is_some() {
        return Err(Refusal::Ended);
    }
    let last = contract.appendices.last();
    let not_before = last.map_or(contract.signed_on, |appendix| appendix.signed_on);
    if new.signed_on < not_before {
        return Err(Refusal::BeforeContract {
            on: new.signed_on,
            not_before,
        });
    }
    expect_past(new.signed_on, facts.today)?;
    if new
        .ends_on
        .is_some_and(|day| day < contract.starts_on.unwrap_or(contract.signed_on))
    {
        return Err(Refusal::BackwardPeriod);
    }
    match contract.kind {
        ContractKind::Execution if !new.parts.is_empty() => {
            expect_approved(&new.parts, facts.approved)
        }
        _ => Ok(()),
    }
}

/// Ends a contract: the work is accepted, or the project stopped.
pub fn liquidate(contract: &Contract, end: &Liquidation, facts: &Facts<'_>) -> Result<(), Refusal> {
    if contract.liquidation.is_some() {
        return Err(Refusal::Ended);
    }
    let not_before = match facts.accepted_on {
        Some(accepted_on) => accepted_on,
        None if facts.is_stopped => contract.signed_on,
        None => return Err(Refusal::NotAccepted),
    };
    if end.on < not_before {
        return Err(Refusal::BeforeContract {
            on: end.on,
            not_before,
        });
    }
    expect_past(end.on, facts.today)
}

/// Each source carries what was approved from it, no more and no less.
fn expect_approved(parts: &[Part], approved: &[Part]) -> Result<(), Refusal> {
    let budget = Source::ALL.into_iter().filter(|s| !s.is_of_partners());
    for source in budget {
        let (asked, held) = (of_source(parts, source), of_source(approved, source));
        if asked != held {
            return Err(Refusal::NotAsApproved {
                source,
                asked,
                approved: held,
            });
        }
    }
    if parts.is_empty() {
        return Err(Refusal::NothingApproved);
    }
    Ok(())
}

/// The beneficiary is promised no more than whoever carries the project out received.
fn within(new: &Contract, execution: &Contract) -> Result<(), Refusal> {
    if new.signed_on < execution.signed_on {
        return Err(Refusal::BeforeContract {
            on: new.signed_on,
            not_before: execution.signed_on,
        });
    }
    let (asked, most) = (new.value_now(), execution.value_now());
    if asked > most {
        return Err(Refusal::OverExecution { asked, most });
    }
    Ok(())
}

fn expect_past(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::InTheFuture { on });
    }
    Ok(())
}
