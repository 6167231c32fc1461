//! What must hold for the steps that carry a day or a paper: approval, contract, acceptance.

use super::Project;
use super::refusal::Refusal;
use crate::ledger::{Approval, Early};
use chrono::NaiveDate;

/// The decision must carry its date.
pub fn expect_decided(title: &str, decided_on: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
    decided_on.ok_or_else(|| Refusal::UndatedDecision {
        title: title.to_owned(),
    })
}

/// A contract is not older than the decision, and its own day has come.
pub fn expect_contracted(
    decided_on: Option<NaiveDate>,
    contracted_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let approval = Approval::decided(decided_on);
    approval
        .expect_by(contracted_on)
        .map_err(|early| match early {
            Early::Undecided => Refusal::UnknownDecision,
            Early::Before(decided_on) => Refusal::ContractBeforeDecision {
                contracted_on,
                decided_on,
            },
        })?;
    expect_past(contracted_on, today)
}

/// An acceptance is not older than the contract, and its own day has come.
pub fn expect_accepted(
    project: &Project,
    accepted_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let contracted_on = project.contracted_on.ok_or(Refusal::NoContract)?;
    if accepted_on < contracted_on {
        return Err(Refusal::AcceptedBeforeContract {
            accepted_on,
            contracted_on,
        });
    }
    expect_past(accepted_on, today)
}

fn expect_past(day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::InTheFuture { day });
    }
    Ok(())
}
