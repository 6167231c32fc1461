//! Contracts: sign, change by an appendix, end; progress month by month; what waits.

pub mod appendix;
pub mod facts;
pub mod liquidate;
mod paper;
pub mod progress;
pub mod progress_paper;
pub mod sign;
mod waiting;
pub mod write;

pub use waiting::{Waiting, overdue_progress, waiting_for};

use crate::kernel::{Cx, Done, Failure};
use crate::project;
use kc_domain::contract::{Contract, ContractKind};
use kc_domain::kernel::id::{ContractId, OrganisationId, ProjectId};
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

/// The names a contract begins with: who is in charge of the project, and who carries it out or
/// benefits. Empty where nobody is named.
pub fn parties(cx: &Cx<'_>, id: ProjectId, kind: ContractKind) -> Done<(String, String)> {
    let project = project::show(cx, id)?;
    cx.read(|reader| {
        let centre = organisation_name(reader, Some(project.organisation))?;
        let unit = organisation_name(reader, project.unit)?;
        let beneficiary = match project.establishment {
            Some(id) => kc_store::project::beneficiary(reader, id)?,
            None => None,
        };
        let beneficiary = beneficiary.map(|found| found.name).unwrap_or_default();
        let is_own = project.unit.is_none_or(|unit| unit == project.organisation);
        Ok(match kind {
            ContractKind::Execution if is_own => (centre, beneficiary),
            ContractKind::Execution => (centre, unit),
            ContractKind::Support => (unit, beneficiary),
        })
    })
}

fn organisation_name(reader: &mut Reader<'_>, id: Option<OrganisationId>) -> Done<String> {
    let found = match id {
        Some(id) => kc_store::identity::organisation::find(reader, id)?,
        None => None,
    };
    Ok(found.map(|found| found.name).unwrap_or_default())
}

/// The contract that binds the money of a project.
pub(crate) fn execution(reader: &mut Reader<'_>, id: ProjectId) -> Done<Option<Contract>> {
    let all = contract::of_project(reader, id)?;
    let is_binding = |held: &Contract| held.kind == ContractKind::Execution;
    Ok(all.into_iter().find(is_binding))
}
