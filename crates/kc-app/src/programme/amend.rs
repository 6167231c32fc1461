//! Amending a programme that is still as the person saw it.

use super::record::{NewProgramme, build};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Trace};
use crate::search;
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::policy::Action;
use kc_domain::programme::refusal::Refusal;
use kc_store::programme;

/// Amends a programme; area, organisation and mark of sample data stay.
pub fn amend(cx: &Cx<'_>, id: ProgrammeId, version: i64, new: NewProgramme) -> Done<()> {
    let before = show(cx, id)?;
    let mut after = build(id, new, version)?;
    after.area = before.area.clone();
    after.organisation = before.organisation;
    after.illustrative = before.illustrative;
    let about = About::new("programme", id);
    let permit = cx.permit(Action::RecordProgramme, subject(&before), &about)?;
    cx.change(&permit, &about, |tx| {
        let holder = programme::find_by_code(&mut tx.reader(), &after.code)?;
        if holder.is_some_and(|holder| holder.id != id) {
            return Err(Refusal::CodeTaken { code: after.code }.into());
        }
        programme::update(tx, &after)?;
        search::keep_programme(tx, &after)?;
        let detail = format!(
            "Sửa chương trình: {} ({}) → {} ({})",
            before.name, before.period, after.name, after.period
        );
        tx.trace(Trace::new("programme", id, detail));
        Ok(())
    })
}
