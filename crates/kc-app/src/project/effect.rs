//! The effects of a step: what follows for the money of the project, in the transaction of the step.

use super::guard::Given;
use crate::kernel::{Cx, Done};
use crate::ledger::reverse::reverse_project;
use crate::payment::release::{Ground, release};
use kc_domain::kernel::id::derived;
use kc_domain::process::Effect;
use kc_domain::project::Project;
use kc_domain::project::refusal::Refusal;
use kc_store::kernel::Tx;

/// Carries an effect out, for the reason the step states.
pub(super) fn follow(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    effect: Effect,
    given: &Given,
) -> Done<()> {
    let reason = project.reason.clone().ok_or(Refusal::NoReason)?;
    match effect {
        Effect::Release => {
            let ground = Ground {
                base: derived(project.id.0, effect.code()),
                project: project.id,
                on: given.on.unwrap_or_else(|| cx.today()),
                document: given.document,
                reason,
                illustrative: project.illustrative,
            };
            release(tx, &ground)
        }
        Effect::Reversal => {
            reverse_project(tx, project.id, &reason)?;
            project.withdrawn_at = Some(tx.at());
            Ok(())
        }
    }
}
