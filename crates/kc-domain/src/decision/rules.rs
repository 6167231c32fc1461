//! What a decision may say: over which projects, from which purses, with which amounts.

use super::refusal::Refusal;
use super::{Decision, DecisionKind, Item};
use crate::kernel::id::PurseId;
use crate::kernel::money::Dong;
use crate::ledger::{Purse, Source};
use crate::plan::Plan;
use crate::project::Project;
use std::collections::BTreeMap;

/// What must be known to judge one line.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The plan of the decision.
    pub plan: &'a Plan,
    /// The project.
    pub project: &'a Project,
    /// The purse.
    pub purse: &'a Purse,
    /// What the ledger holds approved for the project from this purse.
    pub approved: Dong,
}

/// What must be known of the later plan.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The later plan.
    pub plan: &'a Plan,
    /// The purse there, for carrying over.
    pub purse: Option<&'a Purse>,
}

/// What a purse has free, and what a decision takes from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurseRoom {
    /// The purse.
    pub purse: PurseId,
    /// What is free before the decision.
    pub available: Dong,
    /// What the decision takes; below zero for what it gives back.
    pub taken: Dong,
}

impl PurseRoom {
    /// Whether the purse bears it.
    pub fn bears(&self) -> bool {
        self.taken <= self.available
    }
}

/// Whether a purse holds money of a plan: its own, or that of its year and place.
pub fn serves(purse: &Purse, plan: &Plan) -> bool {
    match purse.plan {
        Some(named) => named == plan.id,
        None => purse.budget_year == Some(plan.year) && purse.area == plan.area,
    }
}

/// Judges one line: years never mix, states fit, amounts say what the kind says.
pub fn check_item(kind: DecisionKind, item: &Item, at: &Situation<'_>) -> Result<(), Refusal> {
    let code = || at.project.code.clone();
    if at.project.plan != Some(at.plan.id) {
        return Err(Refusal::OtherPlan {
            project: code(),
            plan: at.plan.code.clone(),
        });
    }
    if !serves(at.purse, at.plan) {
        return Err(Refusal::OtherPurse {
            purse: at.purse.code.clone(),
            plan: at.plan.code.clone(),
        });
    }
    if !kind.takes(at.project.status) {
        return Err(Refusal::WrongState {
            kind,
            project: code(),
            status: at.project.status,
        });
    }
    if item.before != at.approved {
        return Err(Refusal::AmountMoved {
            project: code(),
            drafted: item.before,
            now: at.approved,
        });
    }
    if !amounts_fit(kind, item) {
        return Err(Refusal::WrongAmount {
            kind,
            project: code(),
            before: item.before,
            after: item.after,
        });
    }
    Ok(())
}

/// Whether before and after say what the kind says.
fn amounts_fit(kind: DecisionKind, item: &Item) -> bool {
    let (before, after) = (item.before, item.after);
    match kind {
        DecisionKind::Approve => before == Dong::ZERO && after.is_positive(),
        DecisionKind::Supplement => after > before,
        DecisionKind::Adjust | DecisionKind::SwitchSource => after != before && after >= Dong::ZERO,
        DecisionKind::Cut | DecisionKind::CarryOver => after < before && after >= Dong::ZERO,
        DecisionKind::Stop => after <= before && after >= Dong::ZERO,
        DecisionKind::Postpone => after == Dong::ZERO,
    }
}

/// Judges the decision as a whole: it says something, it says why, switched money stays the same.
pub fn check_whole(decision: &Decision, items: &[Item]) -> Result<(), Refusal> {
    if items.is_empty() {
        return Err(Refusal::NoItems);
    }
    if decision.kind.needs_reason() && decision.reason.is_none() {
        return Err(Refusal::NoReason {
            kind: decision.kind,
        });
    }
    if decision.kind == DecisionKind::SwitchSource {
        let mut of_project: BTreeMap<_, (Dong, Dong)> = BTreeMap::new();
        for item in items {
            let sums = of_project.entry(item.project).or_default();
            *sums = (sums.0.plus(item.before), sums.1.plus(item.after));
        }
        let unequal = of_project.values().find(|(before, after)| before != after);
        if let Some((before, after)) = unequal {
            return Err(Refusal::SwitchUnequal {
                before: *before,
                after: *after,
            });
        }
    }
    Ok(())
}

/// Judges where projects go: to a later year, and carried money to a purse of the same source there.
pub fn check_target(
    decision: &Decision,
    plan: &Plan,
    source: Source,
    target: Option<Target<'_>>,
) -> Result<(), Refusal> {
    if !decision.kind.moves_plan() {
        return Ok(());
    }
    let Some(target) = target.filter(|target| target.plan.year > plan.year) else {
        return Err(Refusal::NoLaterPlan { year: plan.year });
    };
    if decision.kind == DecisionKind::Postpone {
        return Ok(());
    }
    match target.purse {
        Some(purse) if purse.source == source && serves(purse, target.plan) => Ok(()),
        _ => Err(Refusal::NoLaterPurse {
            source,
            plan: target.plan.code.clone(),
        }),
    }
}

/// What a decision takes from each purse against what it has free, in the order first named.
pub fn over_purses(items: &[Item], available: &BTreeMap<PurseId, Dong>) -> Vec<PurseRoom> {
    let mut rooms: Vec<PurseRoom> = Vec::new();
    for item in items {
        if !rooms.iter().any(|room| room.purse == item.purse) {
            let free = available.get(&item.purse).copied().unwrap_or_default();
            rooms.push(PurseRoom {
                purse: item.purse,
                available: free,
                taken: Dong::ZERO,
            });
        }
        if let Some(room) = rooms.iter_mut().find(|room| room.purse == item.purse) {
            room.taken = room.taken.plus(item.change());
        }
    }
    rooms
}
