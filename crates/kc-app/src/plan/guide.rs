//! Recording the guidance of a plan: the letter to those who propose, and this year's priorities.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::document::Relation;
use kc_domain::kernel::id::PlanId;
use kc_domain::kernel::text::clean;
use kc_domain::plan::Guidance;
use kc_domain::policy::Action;
use kc_store::{document, plan};

/// Most priorities of one year; the longest letter seen names seven.
const PRIORITIES_MAX: usize = 30;

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
    let lines = new.priorities.iter().map(|line| clean(line));
    let priorities: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    if priorities.len() > PRIORITIES_MAX {
        return Err(Failure::invalid(
            "priorities",
            format!("Nhiều nhất {PRIORITIES_MAX} ưu tiên. Hãy gộp bớt."),
            format!("At most {PRIORITIES_MAX} priorities. Merge some."),
        ));
    }
    let kept = Guidance {
        letter: new.letter,
        priorities,
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
