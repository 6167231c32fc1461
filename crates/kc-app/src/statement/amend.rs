//! Amending a kept statement that is still as the person saw it.

use super::keep::{NewStatement, build, tally};
use super::{kept, subject};
use crate::kernel::{About, Cx, Done, Trace};
use crate::search;
use kc_domain::kernel::id::StatementId;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;
use kc_store::statement;

/// Puts another file, and another programme or plan, in the place of those kept.
pub fn amend(
    cx: &Cx<'_>,
    id: StatementId,
    version: i64,
    body: String,
    frame: Option<Frame>,
) -> Done<()> {
    let before = kept(cx, id)?;
    let about = About::new("statement", id);
    let permit = cx.permit(Action::RecordStatement, subject(&before), &about)?;
    let earlier = super::check_pasted(&before.body)?;
    let new = NewStatement {
        body,
        frame,
        area: before.area,
        organisation: before.organisation,
        illustrative: before.illustrative,
    };
    let (mut after, checked) = build(cx, id, new)?;
    after.version = version;
    cx.change(&permit, &about, |tx| {
        statement::update(tx, &after)?;
        search::keep_statement(tx, &after)?;
        let detail = super::changes::say(&earlier, &checked);
        let detail = format!(
            "Sửa số liệu công bố {}: {detail}; {}",
            after.title,
            tally(&checked)
        );
        tx.trace(Trace::new("statement", id, detail));
        Ok(())
    })
}
