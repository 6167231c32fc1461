//! Ending a contract by its minutes (biên bản thanh lý).

use super::facts::look_up;
use super::show;
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::project::subject;
use kc_domain::contract::{Liquidation, liquidate as decide};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ContractId;
use kc_domain::policy::Action;
use kc_store::contract;

/// Ends a contract once the work is accepted or the project stopped.
pub fn liquidate(cx: &Cx<'_>, id: ContractId, end: &Liquidation) -> Done<()> {
    let (_, project) = show(cx, id)?;
    let about = About::new("contract", project.id);
    let permit = cx.permit(Action::RecordContract, subject(&project), &about)?;
    cx.change(&permit, &about, |tx| {
        let held = contract::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        let known = look_up(cx, &mut tx.reader(), &project)?;
        decide(&held, end, &known.facts())?;
        contract::end(tx, id, end)?;
        let on = show_date(end.on);
        let detail = format!("Thanh lý hợp đồng {} ngày {on}", held.number);
        tx.trace(Trace::new("project", project.id, detail));
        Ok(())
    })
}
