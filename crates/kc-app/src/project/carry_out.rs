//! Carrying a project out: contract, acceptance, settlement.

use super::advance::advance;
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::project;
use kc_domain::project::lifecycle::{Move, next};

/// Records the contract of an approved project; it is not older than the decision.
pub fn contract(
    cx: &Cx<'_>,
    id: ProjectId,
    version: i64,
    contracted_on: NaiveDate,
    number: Option<String>,
) -> Done<()> {
    let today = cx.today();
    advance(cx, id, version, Move::Contract, |tx, project| {
        let decision = match project.decision {
            Some(document) => kc_store::document::find(&mut tx.reader(), document)?,
            None => None,
        };
        let decided_on = decision.and_then(|decision| decision.issued_on);
        project.status = project::contract(project, decided_on, contracted_on, today)?;
        project.contracted_on = Some(contracted_on);
        let shown = number.as_deref().unwrap_or("chưa có số");
        let remark = format!(". Hợp đồng {shown} ngày {}", show_date(contracted_on));
        project.contract_number = number;
        Ok(remark)
    })
}

/// Records that the work was accepted; not before the contract.
pub fn accept(cx: &Cx<'_>, id: ProjectId, version: i64, accepted_on: NaiveDate) -> Done<()> {
    let today = cx.today();
    advance(cx, id, version, Move::Accept, |_, project| {
        project.status = project::accept(project, accepted_on, today)?;
        project.accepted_on = Some(accepted_on);
        Ok(format!(". Nghiệm thu ngày {}", show_date(accepted_on)))
    })
}

/// Records that the money of the project was settled.
pub fn settle(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    advance(cx, id, version, Move::Settle, |_, project| {
        project.status = next(project.status, Move::Settle)?;
        Ok(String::new())
    })
}
