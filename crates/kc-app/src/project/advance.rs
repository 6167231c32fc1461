//! One step of a project: permit, rule, save, audit. Every step goes through here.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::search;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Project;
use kc_domain::project::lifecycle::Move;
use kc_store::kernel::Tx;
use kc_store::project;

/// Takes a step. `decide` changes the project as it is inside the transaction, and answers what
/// the audit says besides the states.
pub(super) fn advance(
    cx: &Cx<'_>,
    id: ProjectId,
    version: i64,
    step: Move,
    decide: impl FnOnce(&mut Tx<'_>, &mut Project) -> Done<String>,
) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("project", id);
    let permit = cx.permit(step.action(), subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        advance_within(tx, id, Some(version), step, decide)
    })
}

/// The same inside a transaction that is open already; `None` takes the project as it is now.
pub(super) fn advance_within(
    tx: &mut Tx<'_>,
    id: ProjectId,
    version: Option<i64>,
    step: Move,
    decide: impl FnOnce(&mut Tx<'_>, &mut Project) -> Done<String>,
) -> Done<()> {
    let before = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
    let mut after = before.clone();
    let remark = decide(tx, &mut after)?;
    after.version = version.unwrap_or(before.version);
    project::update(tx, &after)?;
    search::keep_project(tx, &after)?;
    let detail = format!(
        "{}: {} → {}{remark}",
        step.name(Lang::Vi),
        before.status.name(Lang::Vi),
        after.status.name(Lang::Vi),
    );
    tx.trace(Trace::new("project", id, detail));
    Ok(())
}
