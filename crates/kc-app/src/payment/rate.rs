//! The advance rate of a project's kind.

use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::contract::Contract;
use kc_domain::payment::AdvanceRate;
use kc_domain::project::Project;

/// The rate that holds for a project on a day: what its contract agrees on.
#[expect(
    clippy::unnecessary_wraps,
    reason = "rules of the province are looked up"
)]
pub(super) fn of(
    _: &Cx<'_>,
    _: &Project,
    contract: &Contract,
    _: NaiveDate,
) -> Done<Option<AdvanceRate>> {
    Ok(contract.advance_percent.map(|percent| AdvanceRate {
        percent,
        rule: format!("hợp đồng số {}", contract.number),
        is_verified: false,
    }))
}
