//! Programmes: list, show, record, amend.

pub mod amend;
pub mod frame;
pub mod record;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::policy::{Action, Subject};
use kc_domain::programme::Programme;
use kc_store::programme;

/// Programmes the reader may see.
pub fn list(cx: &Cx<'_>, words: &str, window: Window) -> Done<Page<Programme>> {
    let scope = cx.scope(Action::ReadProgrammes)?;
    cx.read(|reader| Ok(programme::list(reader, &scope, words, window)?))
}

/// One programme.
pub fn show(cx: &Cx<'_>, id: ProgrammeId) -> Done<Programme> {
    let found = cx
        .read(|reader| Ok(programme::find(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadProgrammes, &subject(&found))?;
    Ok(found)
}

impl Remembered for ProgrammeId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The programme of a code.
pub fn show_by_code(cx: &Cx<'_>, code: &str) -> Done<Programme> {
    let found = cx.read(|reader| Ok(programme::find_by_code(reader, code)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadProgrammes, &subject(&found))?;
    Ok(found)
}

/// What the policy must know of a programme.
pub fn subject(programme: &Programme) -> Subject {
    Subject::new(programme.area.clone(), Some(programme.organisation))
}
