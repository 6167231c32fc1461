//! Carrying a project out: contract, acceptance, settlement.

use super::step::{self, Given};
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::project::lifecycle::Move;
use kc_domain::project::refusal::Refusal;
use kc_domain::project::{self, Project};
use kc_store::kernel::Tx;

/// Records the contract of an approved project; it is not older than the decision.
pub fn contract(
    cx: &Cx<'_>,
    id: ProjectId,
    version: i64,
    contracted_on: NaiveDate,
    number: Option<String>,
) -> Done<()> {
    let given = Given {
        on: Some(contracted_on),
        number,
        ..Given::default()
    };
    step::take(cx, id, version, Move::Contract, &given)
}

/// Records that the work was accepted; not before the contract.
pub fn accept(cx: &Cx<'_>, id: ProjectId, version: i64, accepted_on: NaiveDate) -> Done<()> {
    let given = Given {
        on: Some(accepted_on),
        ..Given::default()
    };
    step::take(cx, id, version, Move::Accept, &given)
}

/// Records that the money of the project was settled.
pub fn settle(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    step::take(cx, id, version, Move::Settle, &Given::default())
}

/// Puts the project under its contract.
pub(super) fn contracted(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    given: &Given,
) -> Done<String> {
    let on = given.on.ok_or(Refusal::NoDay)?;
    let decision = match project.decision {
        Some(document) => kc_store::document::find(&mut tx.reader(), document)?,
        None => None,
    };
    let decided_on = decision.and_then(|decision| decision.issued_on);
    project.status = project::contract(project, decided_on, on, cx.today())?;
    project.contracted_on = Some(on);
    project.contract_number.clone_from(&given.number);
    let shown = given.number.as_deref().unwrap_or("chưa có số");
    Ok(format!(". Hợp đồng {shown} ngày {}", show_date(on)))
}

/// Takes the work as done.
pub(super) fn accepted(cx: &Cx<'_>, project: &mut Project, given: &Given) -> Done<String> {
    let on = given.on.ok_or(Refusal::NoDay)?;
    project.status = project::accept(project, on, cx.today())?;
    project.accepted_on = Some(on);
    Ok(format!(". Nghiệm thu ngày {}", show_date(on)))
}
