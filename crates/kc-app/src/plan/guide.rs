//! Recording the guidance of a plan: the letter to those who propose, and this year's priorities.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::document::Relation;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::clean;
use kc_domain::plan::Guidance;
use kc_domain::policy::Action;
use kc_store::{document, plan};

/// Most lines of one list; the longest letter seen names seven priorities.
const LINES_MAX: usize = 30;

/// The guidance of a plan the reader may see.
pub fn guidance(cx: &Cx<'_>, id: PlanId) -> Done<Guidance> {
    let found = show(cx, id)?;
    cx.read(|reader| Ok(plan::guidance(reader, found.id)?))
}

/// Records the guidance in place of what was there; the letter is linked to the plan.
pub fn guide(cx: &Cx<'_>, id: PlanId, new: Guidance) -> Done<()> {
    let found = show(cx, id)?;
    if let Some(letter) = new.letter {
        crate::document::show(cx, letter)?;
    }
    let kept = Guidance {
        priorities: lines("priorities", &new.priorities)?,
        addressees: lines("addressees", &new.addressees)?,
        copies: lines("copies", &new.copies)?,
        ..new
    };
    let about = About::new("plan", id);
    let permit = cx.permit(Action::RecordPlan, subject(&found), &about)?;
    cx.change(&permit, &about, |tx| {
        plan::keep_guidance(tx, id, &kept)?;
        if let Some(letter) = kept.letter {
            document::insert_link(tx, letter, "plan", id.0, Relation::Basis)?;
        }
        let detail = format!("Hướng dẫn, ưu tiên: {}", kept.priorities.join("; "));
        tx.trace(Trace::new("plan", id, detail));
        Ok(())
    })
}

/// The lines that say something.
fn lines(field: &'static str, typed: &[String]) -> Done<Vec<String>> {
    let lines = typed.iter().map(|line| clean(line));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    if lines.len() > LINES_MAX {
        return Err(Failure::invalid(
            field,
            format!("Nhiều nhất {LINES_MAX} dòng. Hãy gộp bớt."),
            format!("At most {LINES_MAX} lines. Merge some."),
        ));
    }
    Ok(lines)
}
