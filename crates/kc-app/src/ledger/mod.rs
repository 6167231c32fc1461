//! The ledger: purses, moves, the second hand, reversals, proof.

pub mod append;
pub mod holder;
pub mod payment;
pub mod purse;
pub mod reverse;
mod show;
pub mod verify;

use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Entry, Source, Stage};
use kc_domain::policy::{Action, Subject};
use kc_store::ledger;
pub use kc_store::ledger::{Filter, Prepared};
pub use show::{Sight, show};

/// Entries the reader may see, newest first.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Entry>> {
    let scope = cx.scope(Action::ReadLedger)?;
    cx.read(|reader| Ok(ledger::list(reader, &scope, filter, window)?))
}

/// What each stage of a project holds, by source; read from the entries each time.
pub fn stages_of_project(cx: &Cx<'_>, id: ProjectId) -> Done<Vec<(Source, Stage, Dong)>> {
    cx.read(|reader| {
        let project = ledger::project_facts(reader, id)?.ok_or(Failure::NotFound)?;
        let subject =
            Subject::new(project.area, Some(project.organisation)).with_party(project.party);
        cx.may_read(Action::ReadProjects, &subject)?;
        Ok(ledger::stages_of_project(reader, id)?)
    })
}

/// What has reached a stage or gone beyond it, over some sources.
pub fn reached(
    stages: &[(Source, Stage, Dong)],
    stage: Stage,
    of: impl Fn(Source) -> bool,
) -> Dong {
    let counted = stages
        .iter()
        .filter(|(source, held, _)| of(*source) && stage.and_later().contains(held));
    counted.map(|(_, _, amount)| *amount).sum()
}

/// What the policy must know of an entry.
pub(crate) fn subject(entry: &Entry) -> Subject {
    Subject::new(entry.area.clone(), Some(entry.organisation))
}
