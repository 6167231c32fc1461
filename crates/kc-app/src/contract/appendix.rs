//! An appendix: the contract follows a decision on value or time.

use super::facts::look_up;
use super::show;
use super::sign::{bind, stated};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::project::subject;
use kc_domain::contract::{Appendix, Contract, ContractKind, Part, append as decide};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ContractId;
use kc_domain::kernel::money::Dong;
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::kernel::Tx;
use kc_store::{contract, ledger};

/// Adds an appendix to a contract. What was approved since is bound by it.
pub fn append(cx: &Cx<'_>, id: ContractId, new: Appendix) -> Done<()> {
    let (held, project) = show(cx, id)?;
    let about = About::new("contract", project.id);
    let permit = cx.permit(Action::RecordContract, subject(&project), &about)?;
    let new = Appendix {
        number: stated("number", &new.number)?,
        reason: stated("reason", &new.reason)?,
        ..new
    };
    if new.parts.is_empty() && new.ends_on.is_none() && held.kind == ContractKind::Execution {
        return Err(Failure::invalid(
            "ends_on",
            "Phụ lục phải thay đổi giá trị hoặc thời gian. Nhập một trong hai.",
            "An appendix changes the value or the time. Enter one of them.",
        ));
    }
    cx.change(&permit, &about, |tx| {
        keep_appendix(cx, tx, id, new, &project)
    })
}

fn keep_appendix(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    id: ContractId,
    mut new: Appendix,
    project: &Project,
) -> Done<()> {
    let held = contract::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
    let known = look_up(cx, &mut tx.reader(), project)?;
    decide(&held, &new, &known.facts())?;
    if held.kind == ContractKind::Execution && !new.parts.is_empty() {
        new.parts.clone_from(&known.approved);
        let unbound = unbound(tx, &held, &known.approved)?;
        let after = Contract {
            appendices: [held.appendices.clone(), vec![new.clone()]].concat(),
            ..held.clone()
        };
        bind(tx, &after, &unbound, new.signed_on)?;
    }
    let position = i64::try_from(held.appendices.len()).unwrap_or(i64::MAX);
    contract::insert_appendix(tx, id, position.saturating_add(1), &new)?;
    let detail = format!(
        "Phụ lục số {} ngày {} của hợp đồng {}: {}",
        new.number,
        show_date(new.signed_on),
        held.number,
        new.reason
    );
    tx.trace(Trace::new("project", project.id, detail));
    Ok(())
}

/// What is approved by source and purse and not yet bound.
fn unbound(tx: &mut Tx<'_>, held: &Contract, approved: &[Part]) -> Done<Vec<Part>> {
    let bound = ledger::contracted_of(&mut tx.reader(), held.project)?;
    let left = |part: &Part| {
        let same = bound
            .iter()
            .filter(|(source, purse, _)| (*source, *purse) == (part.source, part.purse));
        let bound: Dong = same.map(|(_, _, amount)| *amount).sum();
        Part {
            amount: part.amount.minus(bound),
            ..*part
        }
    };
    let left = approved.iter().map(left);
    Ok(left.filter(|part| part.amount.is_positive()).collect())
}
