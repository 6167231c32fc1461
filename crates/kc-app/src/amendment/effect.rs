//! What a granted change does: to the project's facts, to its money, to its step.

use super::decide::Decision;
use super::money::resupport;
use super::request::expect_eligible;
use crate::kernel::{Cx, Done, Failure};
use crate::project::step::{Given, take_within};
use crate::search;
use kc_domain::amendment::{Amendment, AmendmentKind, Fact, What};
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;
use kc_domain::process::Move;
use kc_domain::project::Project;
use kc_domain::project::refusal::Refusal;
use kc_store::kernel::Tx;

/// Carries a change out inside the transaction of its decision.
pub(super) fn apply(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    held: &Amendment,
    project: &Project,
    decision: &Decision,
) -> Done<()> {
    if held.kind == AmendmentKind::Stop {
        let given = Given {
            on: Some(decision.on),
            document: decision.document,
            number: Some(decision.number.clone()),
            reason: Some(held.reason.clone()),
            ..Given::default()
        };
        return take_within(cx, tx, project.id, Move::Stop, &given);
    }
    expect_eligible(cx, &mut tx.reader(), project, &held.facts)?;
    let mut after = project.clone();
    for fact in &held.facts {
        set(tx, &mut after, fact)?;
    }
    let raised: Dong = held.facts.iter().filter_map(Fact::change).sum();
    if raised.0 != 0 {
        after.support_asked = after.support_asked.map(|asked| asked.plus(raised));
    }
    kc_store::project::update(tx, &after)?;
    search::keep_project(tx, &after)?;
    // Last, since the ledger weighs what is approved against the project as it is from now on.
    resupport(tx, held, decision)
}

/// Sets one fact of the project; money is the ledger's.
fn set(tx: &mut Tx<'_>, project: &mut Project, fact: &Fact) -> Done<()> {
    let unreadable = || Failure::Internal(format!("amendment: {}", fact.what.code()));
    let text = fact.after.clone();
    match fact.what {
        What::Title => project.title = text.ok_or_else(unreadable)?,
        What::Need => project.need = text,
        What::Outcome => project.outcome = text,
        What::EndsOn => project.ends_on = Some(fact.day().ok_or_else(unreadable)?),
        What::Place => project.place_written = text,
        What::Area => {
            let path = text.ok_or_else(unreadable)?;
            project.area = AreaPath::parse(&path).ok().ok_or_else(unreadable)?;
        }
        What::Beneficiary => {
            let id = text.as_deref().and_then(EstablishmentId::parse);
            let id = id.ok_or_else(unreadable)?;
            let found = kc_store::project::beneficiary(&mut tx.reader(), id)?;
            let field = "establishment";
            let found = found.ok_or(Refusal::UnknownReference { field })?;
            project.establishment = Some(id);
            project.party = found.party;
        }
        What::Support(_) => {}
    }
    Ok(())
}
