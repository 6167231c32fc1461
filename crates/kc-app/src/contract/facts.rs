//! What a contract must know of its project: decision, money approved, acceptance.

use super::execution;
use crate::kernel::{Cx, Done};
use crate::project;
use chrono::NaiveDate;
use kc_domain::contract::{Contract, Facts, Part};
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::{Project, Status};
use kc_store::kernel::Reader;
use kc_store::{document, ledger};

/// What was found, for as long as the rules look at it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// What the ledger holds as approved, by source and purse.
    pub approved: Vec<Part>,
    /// The contract that binds the money.
    pub execution: Option<Contract>,
    accepted_on: Option<NaiveDate>,
    is_stopped: bool,
    today: NaiveDate,
}

impl Known {
    /// The facts as the rules take them.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            decided_on: self.decided_on,
            approved: &self.approved,
            execution: self.execution.as_ref(),
            accepted_on: self.accepted_on,
            is_stopped: self.is_stopped,
            today: self.today,
        }
    }
}

/// Looks the facts of a project up.
pub(crate) fn look_up(cx: &Cx<'_>, reader: &mut Reader<'_>, project: &Project) -> Done<Known> {
    let decision = match project.decision {
        Some(id) => document::find(reader, id)?,
        None => None,
    };
    Ok(Known {
        decided_on: decision.and_then(|paper| paper.issued_on),
        approved: approved(reader, project.id)?,
        execution: execution(reader, project.id)?,
        accepted_on: project.accepted_on,
        is_stopped: project.status == Status::Stopped,
        today: cx.today(),
    })
}

/// The budget money approved for a project, by source and purse; what was reduced to nothing is
/// left out.
pub(crate) fn approved(reader: &mut Reader<'_>, id: ProjectId) -> Done<Vec<Part>> {
    Ok(parts(ledger::approved_of(reader, id)?))
}

/// Amounts as parts; what was reduced to nothing is left out.
pub(super) fn parts(held: Vec<ledger::OfSource>) -> Vec<Part> {
    let part = |(source, purse, amount)| Part {
        source,
        purse,
        amount,
    };
    let parts = held.into_iter().map(part);
    parts.filter(|part| part.amount.is_positive()).collect()
}

/// What is approved for a project, for filling a form.
pub fn approved_for(cx: &Cx<'_>, id: ProjectId) -> Done<Vec<Part>> {
    project::show(cx, id)?;
    cx.read(|reader| approved(reader, id))
}
