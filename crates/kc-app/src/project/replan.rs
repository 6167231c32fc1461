//! Setting the plan and the batch of a project, as a decision says; inside its transaction.

use crate::kernel::{Done, Failure, Trace};
use crate::search;
use kc_domain::kernel::id::{PlanId, ProjectId};
use kc_store::kernel::Tx;
use kc_store::project;

/// Puts a project into a plan and a batch; where both stay, nothing is written.
pub(crate) fn replan(
    tx: &mut Tx<'_>,
    id: ProjectId,
    plan: PlanId,
    batch: Option<&str>,
) -> Done<()> {
    let before = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
    let mut after = before.clone();
    after.plan = Some(plan);
    if let Some(batch) = batch {
        after.batch = Some(batch.to_owned());
    }
    if after == before {
        return Ok(());
    }
    project::update(tx, &after)?;
    search::keep_project(tx, &after)?;
    let shown = after.batch.as_deref().unwrap_or("chưa có đợt");
    let moved = if after.plan == before.plan {
        ""
    } else {
        ", chuyển sang kế hoạch khác"
    };
    let detail = format!("Theo quyết định: đợt {shown}{moved}");
    tx.trace(Trace::new("project", id, detail));
    Ok(())
}
