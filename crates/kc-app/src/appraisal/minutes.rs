//! Closing the minutes of a sitting. After that nothing of it changes.

use super::sight::Sight;
use super::{keeping_minutes, recuse, sheet, show_sitting, subject};
use crate::kernel::{About, Cx, Done, Trace};
use kc_domain::appraisal::StruckFor;
use kc_domain::appraisal::sitting::{Closing, may_close};
use kc_domain::kernel::id::SittingId;
use kc_store::appraisal as store;

/// Closes the minutes. Scores of members who did not sit are struck first.
pub fn close(cx: &Cx<'_>, id: SittingId) -> Done<()> {
    let (council, _) = show_sitting(cx, id)?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(keeping_minutes(cx, &council)?, subject(&council), &about)?;
    let sheet = sheet::get(&council.sheet)?;
    cx.change(&permit, &about, |tx| {
        recuse::refresh(tx, &council)?;
        let present = store::presence(&mut tx.reader(), id)?;
        for score in store::scores(&mut tx.reader(), id)? {
            if score.struck.is_none() && !present.contains(&score.person) {
                let whose = (score.project, score.person);
                store::strike(tx, id, whose, StruckFor::Absent)?;
            }
        }
        let sight = Sight::read(&mut tx.reader(), id, sheet)?;
        let closing = Closing {
            files: sight.files.len(),
            quorum: sight.quorum,
            owed: sight.owed(),
        };
        may_close(&sight.sitting, &closing, cx.today())?;
        store::close(tx, id)?;
        let detail = format!(
            "Khóa biên bản phiên {} (bản {}): {} đề án, {}/{} thành viên",
            sight.sitting.number,
            sight.sitting.version,
            closing.files,
            closing.quorum.present,
            closing.quorum.members
        );
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(())
    })
}
