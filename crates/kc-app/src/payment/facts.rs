//! What the rules of payment must know of a project: contract, rate, acceptance, what is spent.

use super::rate;
use crate::contract::execution;
use crate::kernel::{Cx, Done, Failure};
use crate::ledger::append::Move;
use crate::ledger::reached;
use crate::project;
use chrono::NaiveDate;
use kc_domain::contract::Contract;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Source, Stage};
use kc_domain::payment::{Bound, Facts, advance_bound, payment_bound};
use kc_domain::project::{Project, Status};
use kc_store::kernel::Reader;
use kc_store::{ledger, payment};

/// Looks up what the rules must know of a move.
pub(super) fn look_up(reader: &mut Reader<'_>, new: &Move) -> Done<Facts> {
    let id = new.project.ok_or(Failure::NotFound)?;
    let project = kc_store::project::find(reader, id)?.ok_or(Failure::NotFound)?;
    let contract = execution(reader, id)?;
    let mut facts = common(reader, &project, contract.as_ref())?;
    if let Some(held) = &contract {
        let value = held.value_of(new.source);
        facts.contracted = value.is_positive().then_some(value);
        if new.kind == MoveKind::Advance {
            facts.rate = rate::of(reader, &project, new.effective_on)?;
        }
    }
    if matches!(new.kind, MoveKind::Pay | MoveKind::ClearAdvance) {
        facts.ceiling = rate::ceiling(reader, &project, new.effective_on)?;
    }
    let advanced = ledger::advanced_ever(reader, id, new.source)?;
    facts.has_advance = advanced.is_positive();
    Ok(facts)
}

fn common(reader: &mut Reader<'_>, project: &Project, contract: Option<&Contract>) -> Done<Facts> {
    let stages = ledger::stages_of_project(reader, project.id)?;
    let is_states = |source: Source| !source.is_of_partners();
    Ok(Facts {
        is_reported: project.status == Status::Reported,
        is_stopped: project.status == Status::Stopped,
        contracted_in_all: contract.map_or(Dong::ZERO, Contract::value_now),
        signed_on: contract.map(|held| held.signed_on),
        agreed: contract.and_then(|held| held.advance_percent),
        accepted_on: project.accepted_on,
        advanced: reached(&stages, Stage::Advanced, is_states),
        paid: reached(&stages, Stage::Paid, is_states),
        ..Facts::default()
    })
}

/// What may be advanced and paid for a project now, for a form to show.
#[derive(Debug, Clone)]
pub struct Room {
    /// What may be advanced from each source; nothing without a rule or after an advance.
    pub advance: Vec<(Source, Bound)>,
    /// What may be paid over all sources; nothing before the acceptance.
    pub payment: Option<Bound>,
}

/// What may be advanced and paid for a project now, each with its sum.
pub fn room(cx: &Cx<'_>, id: ProjectId) -> Done<Room> {
    let project = project::show(cx, id)?;
    cx.read(|reader| {
        let Some(held) = execution(reader, id)? else {
            return Ok(Room {
                advance: Vec::new(),
                payment: None,
            });
        };
        let facts = common(reader, &project, Some(&held))?;
        let spent = facts.advanced.plus(facts.paid);
        let payment = match project.accepted_on {
            Some(_) => {
                let ceiling = rate::ceiling(reader, &project, cx.today())?;
                let value = facts.contracted_in_all;
                Some(payment_bound(value, ceiling.as_ref(), spent))
            }
            None => None,
        };
        let advance = if facts.is_stopped || payment.is_some() {
            Vec::new()
        } else {
            advances(reader, &project, &held, cx.today())?
        };
        Ok(Room { advance, payment })
    })
}

/// What may be advanced from each source of a contract that gave no advance yet.
fn advances(
    reader: &mut Reader<'_>,
    project: &Project,
    held: &Contract,
    today: NaiveDate,
) -> Done<Vec<(Source, Bound)>> {
    // A gap in the rules is said when the advance is asked for.
    let Ok(Some(rate)) = rate::of(reader, project, today) else {
        return Ok(Vec::new());
    };
    let mut rooms = Vec::new();
    for source in Source::ALL {
        let support = held.value_of(source);
        let given = ledger::advanced_ever(reader, project.id, source)?.is_positive()
            || payment::waits(reader, project.id, MoveKind::Advance, source)?;
        if support.is_positive() && !given {
            let bound = advance_bound(support, &rate, held.advance_percent);
            rooms.extend(bound.map(|bound| (source, bound)));
        }
    }
    Ok(rooms)
}
