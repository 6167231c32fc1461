//! Carrying a project out: contract, acceptance, settlement.

use super::guard::Given;
use super::step::{self, Which};
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::id::ProjectId;
use kc_domain::process::Move;

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
    step::take(cx, id, version, Which::Makes(Move::Contract), &given)
}

/// Records that the work was accepted; not before the contract.
pub fn accept(cx: &Cx<'_>, id: ProjectId, version: i64, accepted_on: NaiveDate) -> Done<()> {
    let given = Given {
        on: Some(accepted_on),
        ..Given::default()
    };
    step::take(cx, id, version, Which::Makes(Move::Accept), &given)
}

/// Records that the money of the project was settled.
pub fn settle(cx: &Cx<'_>, id: ProjectId, version: i64) -> Done<()> {
    step::take(
        cx,
        id,
        version,
        Which::Makes(Move::Settle),
        &Given::default(),
    )
}
