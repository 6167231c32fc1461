//! Programmes and plans seen alike, for what is attached to either.

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure};
use kc_domain::policy::{Action, Subject};
use kc_domain::programme::frame::{Frame, FrameHead};
use kc_store::programme;

/// The head of a programme or plan this person may read.
pub fn show(cx: &Cx<'_>, frame: Frame) -> Done<FrameHead> {
    let found = cx.read(|reader| Ok(programme::find_frame(reader, frame)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(reading(frame), &subject(&found))?;
    Ok(found)
}

impl Remembered for Frame {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The programmes and plans this person may read, for a choice.
pub fn list(cx: &Cx<'_>) -> Done<Vec<FrameHead>> {
    let programmes = cx.scope(Action::ReadProgrammes)?;
    let plans = cx.scope(Action::ReadPlans)?;
    cx.read(|reader| {
        let mut found = programme::list_frames(reader, &programmes, "programme")?;
        found.extend(programme::list_frames(reader, &plans, "plan")?);
        Ok(found)
    })
}

/// What the policy must know of it.
pub fn subject(head: &FrameHead) -> Subject {
    Subject::new(head.area.clone(), Some(head.organisation))
}

fn reading(frame: Frame) -> Action {
    match frame {
        Frame::Programme(_) => Action::ReadProgrammes,
        Frame::Plan(_) => Action::ReadPlans,
    }
}
