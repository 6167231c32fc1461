//! The paper of a contract as a file: recorded, or a draft filled from the project.

use super::facts::approved;
use super::paper::{Grounds, of};
use super::{of_project, parties};
use crate::kernel::{Cx, Done, PaperFormat, paper_bytes};
use crate::project;
use kc_domain::contract::{Contract, ContractKind};
use kc_domain::kernel::id::{ContractId, ProjectId};
use kc_domain::project::Project;

/// The file of a project's contract of a kind: its name and its bytes. Before it is recorded, a
/// draft with the parties, the approved values and the time, number and day left open.
pub fn write(
    cx: &Cx<'_>,
    id: ProjectId,
    kind: ContractKind,
    format: PaperFormat,
) -> Done<(String, Vec<u8>)> {
    let sight = project::see(cx, id)?;
    let held = of_project(cx, id)?.into_iter().find(|one| one.kind == kind);
    let is_signed = held.is_some();
    let contract = match held {
        Some(held) => held,
        None => draft(cx, &sight.project, kind)?,
    };
    let grounds = Grounds {
        project: &sight.project,
        decision: sight.decision.as_ref(),
        is_signed,
    };
    let bytes = paper_bytes(&of(&contract, &grounds, cx.now()), format)?;
    let number = if is_signed {
        contract.number.replace(['/', ' '], "-")
    } else {
        format!("du-thao-{}", sight.project.code)
    };
    Ok((format!("hop-dong-{number}.{}", format.ending()), bytes))
}

fn draft(cx: &Cx<'_>, project: &Project, kind: ContractKind) -> Done<Contract> {
    let (giver, taker) = parties(cx, project.id, kind)?;
    let parts = cx.read(|reader| approved(reader, project.id))?;
    Ok(Contract {
        id: ContractId([0; 16]),
        project: project.id,
        kind,
        number: String::new(),
        signed_on: cx.today(),
        giver,
        taker,
        parts,
        advance_percent: None,
        starts_on: project.starts_on,
        ends_on: project.ends_on,
        terms: None,
        schedule: None,
        document: None,
        appendices: Vec::new(),
        liquidation: None,
        area: project.area.clone(),
        organisation: project.organisation,
        illustrative: project.illustrative,
    })
}
