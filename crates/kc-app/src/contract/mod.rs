//! Contracts: sign, change by an appendix, end; progress month by month; what waits.

pub mod appendix;
pub mod facts;
pub mod liquidate;
pub mod progress;
pub mod sign;
mod waiting;

pub use waiting::{Waiting, overdue_progress, waiting_for};

use crate::kernel::{Cx, Done, Failure};
use crate::project;
use kc_domain::contract::{Contract, ContractKind};
use kc_domain::kernel::id::{ContractId, ProjectId};
use kc_domain::project::Project;
use kc_store::contract;
use kc_store::kernel::Reader;

/// The contracts of a project the reader may see, that which binds the money first.
pub fn of_project(cx: &Cx<'_>, id: ProjectId) -> Done<Vec<Contract>> {
    project::show(cx, id)?;
    cx.read(|reader| Ok(contract::of_project(reader, id)?))
}

/// One contract and its project.
pub fn show(cx: &Cx<'_>, id: ContractId) -> Done<(Contract, Project)> {
    let found = cx.read(|reader| Ok(contract::find(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    let project = project::show(cx, found.project)?;
    Ok((found, project))
}

/// The contract that binds the money of a project.
pub(crate) fn execution(reader: &mut Reader<'_>, id: ProjectId) -> Done<Option<Contract>> {
    let all = contract::of_project(reader, id)?;
    let is_binding = |held: &Contract| held.kind == ContractKind::Execution;
    Ok(all.into_iter().find(is_binding))
}
