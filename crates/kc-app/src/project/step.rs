//! One step of a project: alone, or as part of what another use case does.

use super::advance::{advance, advance_within};
use super::approve::decided_by;
use super::carry_out::{accepted, contracted};
use super::compose::expect_composed;
use super::late::expect_in_round;
use super::returning::stated;
use crate::kernel::{Cx, Done};
use crate::ledger::reverse::reverse_project;
use crate::payment::closing::expect_closed;
use chrono::NaiveDate;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::project::lifecycle::{Move, next};
use kc_domain::project::{Project, Status};
use kc_store::kernel::Tx;

/// What a step is told. Which of it a step needs, the step itself says.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The day it happened.
    pub on: Option<NaiveDate>,
    /// The paper it stands on.
    pub document: Option<DocumentId>,
    /// The number of that paper where it is no recorded document.
    pub number: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Takes a step with a project that is still as the person saw it.
pub fn take(cx: &Cx<'_>, id: ProjectId, version: i64, step: Move, given: &Given) -> Done<()> {
    advance(cx, id, version, step, |tx, project| {
        decide(cx, tx, project, step, given)
    })
}

/// Takes a step inside the transaction of another use case, which answers for the permit.
pub fn take_within(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    id: ProjectId,
    step: Move,
    given: &Given,
) -> Done<()> {
    advance_within(tx, id, None, step, |tx, project| {
        decide(cx, tx, project, step, given)
    })
}

/// Changes the project as the step does, and answers what the audit says besides the states.
fn decide(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    step: Move,
    given: &Given,
) -> Done<String> {
    match step {
        Move::Approve => decided_by(cx, tx, project, given.document),
        Move::Contract => contracted(cx, tx, project, given),
        Move::Accept => accepted(cx, project, given),
        Move::Settle => {
            expect_closed(&mut tx.reader(), project.id)?;
            project.status = next(project.status, step)?;
            Ok(String::new())
        }
        Move::Submit => {
            // What was returned to be completed came in time.
            if project.status == Status::Registered {
                expect_in_round(cx, &mut tx.reader(), project)?;
            }
            expect_composed(&mut tx.reader(), project)?;
            project.status = next(project.status, step)?;
            project.reason = None;
            Ok(String::new())
        }
        Move::Return | Move::Stop | Move::Withdraw => {
            project.status = next(project.status, step)?;
            let reason = stated(given.reason.as_deref().unwrap_or_default())?;
            project.reason = Some(reason.clone());
            if step == Move::Withdraw {
                reverse_project(tx, project.id, &reason)?;
                project.withdrawn_at = Some(tx.at());
            }
            Ok(format!(". Lý do: {reason}"))
        }
    }
}
