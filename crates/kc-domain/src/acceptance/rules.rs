//! When the work may be taken as done.
//!
//! Support is paid for accepted work whose counterpart is proven, so a pass without proof would open
//! the purse for nothing: it is refused, not warned about. Who still waits for vouchers records
//! "đạt có điều kiện" with a request and a deadline, and passes later.

use super::Acceptance;
use super::refusal::Refusal;
use crate::kernel::money::Dong;
use crate::monitoring::{Side, Verdict, Visit};
use crate::project::{Equipment, Project, expect_accepted};
use chrono::NaiveDate;

/// What an acceptance is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The project as it stands.
    pub project: &'a Project,
    /// The machines of the approved list.
    pub equipment: &'a [Equipment],
    /// Counterpart money promised in the ledger, đồng.
    pub counterpart_promised: Dong,
    /// Support the ledger holds approved for the project, đồng; nought where it holds nothing.
    pub support_approved: Dong,
    /// How many requests with a deadline come with it.
    pub requests: usize,
}

/// Checks an acceptance; answers whether the project moves on. The day must not come before the
/// contract and must have come, whatever the verdict.
pub fn decide(
    visit: &Visit,
    acceptance: &Acceptance,
    facts: Facts<'_>,
    today: NaiveDate,
) -> Result<bool, Refusal> {
    expect_accepted(facts.project, visit.held_on, today).map_err(Refusal::OfProject)?;
    check_people(visit, facts.project)?;
    check_money(acceptance, facts)?;
    match visit.verdict {
        Some(Verdict::Passed) => check_pass(acceptance, facts).map(|()| true),
        Some(Verdict::Conditional) if facts.requests == 0 => Err(Refusal::NoRequest),
        Some(Verdict::Failed) if visit.conclusion.is_none() => Err(Refusal::NoConclusion),
        Some(Verdict::Conditional | Verdict::Failed) | None => Ok(false),
    }
}

/// Somebody of the State and somebody of the beneficiary must have been there; a task has none.
fn check_people(visit: &Visit, project: &Project) -> Result<(), Refusal> {
    let came = |side: Side| visit.people.iter().any(|person| person.side == side);
    if !came(Side::Department) && !came(Side::Centre) {
        return Err(Refusal::NobodyOfTheState);
    }
    if project.establishment.is_some() && !came(Side::Beneficiary) {
        return Err(Refusal::NobodyOfTheBeneficiary);
    }
    Ok(())
}

fn check_money(acceptance: &Acceptance, facts: Facts<'_>) -> Result<(), Refusal> {
    if let (Some(cost), Some(support)) = (acceptance.cost, acceptance.support)
        && support > cost
    {
        return Err(Refusal::SupportOverCost { support, cost });
    }
    let approved = facts.support_approved;
    match acceptance.support {
        Some(support) if approved.is_positive() && support > approved => {
            Err(Refusal::SupportOverApproved { support, approved })
        }
        _ => Ok(()),
    }
}

fn check_pass(acceptance: &Acceptance, facts: Facts<'_>) -> Result<(), Refusal> {
    let recorded = |machine: &&Equipment| {
        let of_machine = |found: &&super::Installed| found.equipment == machine.id;
        let found = acceptance.installed.iter().find(of_machine);
        found.is_none_or(super::Installed::is_blank)
    };
    if let Some(missing) = facts.equipment.iter().find(recorded) {
        return Err(Refusal::NotInstalled {
            machine: missing.name.clone(),
        });
    }
    let promised = facts.counterpart_promised;
    if promised.is_positive() {
        match acceptance.counterpart {
            Some(proven) if proven >= promised => {}
            proven => return Err(Refusal::CounterpartMissing { promised, proven }),
        }
    }
    Ok(())
}
