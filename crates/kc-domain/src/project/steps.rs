//! The steps that carry a date or a paper: approval, contract, acceptance.

use super::lifecycle::{Move, next};
use super::refusal::Refusal;
use super::{Project, Status};
use chrono::NaiveDate;

/// Approves: the decision must carry its date.
pub fn approve(
    project: &Project,
    title: &str,
    decided_on: Option<NaiveDate>,
) -> Result<Status, Refusal> {
    let to = next(project.status, Move::Approve)?;
    match decided_on {
        Some(_) => Ok(to),
        None => Err(Refusal::UndatedDecision {
            title: title.to_owned(),
        }),
    }
}

/// Records a contract: not before the decision, not before its own day has come.
pub fn contract(
    project: &Project,
    decided_on: Option<NaiveDate>,
    contracted_on: NaiveDate,
    today: NaiveDate,
) -> Result<Status, Refusal> {
    let to = next(project.status, Move::Contract)?;
    let decided_on = decided_on.ok_or(Refusal::UnknownDecision)?;
    if contracted_on < decided_on {
        return Err(Refusal::ContractBeforeDecision {
            contracted_on,
            decided_on,
        });
    }
    expect_past(contracted_on, today)?;
    Ok(to)
}

/// Records the acceptance: not before the contract, not before its own day has come.
pub fn accept(
    project: &Project,
    accepted_on: NaiveDate,
    today: NaiveDate,
) -> Result<Status, Refusal> {
    let to = next(project.status, Move::Accept)?;
    if let Some(contracted_on) = project.contracted_on
        && accepted_on < contracted_on
    {
        return Err(Refusal::AcceptedBeforeContract {
            accepted_on,
            contracted_on,
        });
    }
    expect_past(accepted_on, today)?;
    Ok(to)
}

fn expect_past(day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::InTheFuture { day });
    }
    Ok(())
}
