//! The highest support weighs all that a decision leaves a project, whatever purses it comes from.

use crate::kernel::Done;
use crate::norm;
use chrono::NaiveDate;
use kc_domain::decision::Item;
use kc_domain::kernel::money::Dong;
use kc_domain::project::Project;
use kc_store::kernel::Reader;
use kc_store::ledger;

/// Đồng approved for a project once the decision holds, all purses together; nothing where the
/// decision gives it no more than it has.
pub(super) fn granted(
    reader: &mut Reader<'_>,
    items: &[Item],
    project: &Project,
) -> Done<Option<Dong>> {
    let own = items.iter().filter(|item| item.project == project.id);
    let more: Dong = own.map(Item::change).sum();
    if !more.is_positive() {
        return Ok(None);
    }
    let held = ledger::approved_of_project(reader, project.id)?;
    let held: Dong = held.into_iter().map(|(_, amount)| amount).sum();
    Ok(Some(held.plus(more)))
}

/// Refuses a decision that leaves a project more than the ceiling of its kind on that day.
pub(super) fn expect_within(
    reader: &mut Reader<'_>,
    items: &[Item],
    project: &Project,
    on: NaiveDate,
) -> Done<()> {
    match granted(reader, items, project)? {
        None => Ok(()),
        whole => norm::expect_within_ceiling(reader, project, whole, on),
    }
}
