//! What the rules of law say of a project's advance and of its highest support.

use crate::kernel::Done;
use crate::norm::{advance_rate, of_project};
use chrono::NaiveDate;
use kc_domain::norm::Standing;
use kc_domain::payment::{AdvanceRate, Ceiling};
use kc_domain::project::Project;
use kc_store::acceptance;
use kc_store::kernel::Reader;

/// The advance rate of a project's kind on a day; nothing without a kind of support. A day without
/// a rule is refused by the rules themselves.
pub(super) fn of(
    reader: &mut Reader<'_>,
    project: &Project,
    on: NaiveDate,
) -> Done<Option<AdvanceRate>> {
    let shown = advance_rate(reader, project, on)?.transpose()?;
    Ok(shown.map(|shown| AdvanceRate {
        share: shown.share,
        rule: shown.norm.citation.say(),
        is_verified: shown.norm.standing == Standing::Verified,
    }))
}

/// The highest support of a project, reckoned with what was accepted where that is known; nothing
/// where no rule bounds it.
pub(super) fn ceiling(
    reader: &mut Reader<'_>,
    project: &Project,
    on: NaiveDate,
) -> Done<Option<Ceiling>> {
    let accepted = acceptance::passed(reader, project.id)?;
    let accepted_cost = accepted.and_then(|accepted| accepted.cost);
    let reckoned = Project {
        cost_estimated: accepted_cost.or(project.cost_estimated),
        ..project.clone()
    };
    let shown = of_project(reader, &reckoned, on)?.ceiling;
    let Some(Ok(shown)) = shown else {
        return Ok(None);
    };
    Ok(shown.limit.map(|most| Ceiling {
        most,
        rule: shown.norm.citation.say(),
        is_verified: shown.norm.standing == Standing::Verified,
        accepted_cost,
    }))
}
