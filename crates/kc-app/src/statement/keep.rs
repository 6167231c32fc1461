//! Keeping a statement: it is read and checked first, so that nothing unreadable is kept.

use super::{Checked, check_pasted, subject};
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::programme::frame;
use crate::search;
use kc_domain::kernel::id::{OrganisationId, StatementId};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;
use kc_domain::statement::Kept;
use kc_store::statement;

/// A statement as it is entered.
#[derive(Debug, Clone)]
pub struct NewStatement {
    /// The statement file as text.
    pub body: String,
    /// The programme or plan it speaks of.
    pub frame: Option<Frame>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Keeps a statement. Verdicts that differ do not hinder it: showing them is its purpose.
pub fn keep(cx: &Cx<'_>, new: NewStatement) -> Done<StatementId> {
    let id = StatementId(token::new_id(cx.now())?);
    let about = About::new("statement", id);
    let (kept, checked) = build(cx, id, new)?;
    let permit = cx.permit(Action::RecordStatement, subject(&kept), &about)?;
    cx.change(&permit, &about, |tx| {
        statement::insert(tx, &kept)?;
        search::keep_statement(tx, &kept)?;
        let detail = format!("Lưu số liệu công bố {}: {}", kept.title, tally(&checked));
        tx.trace(Trace::new("statement", id, detail));
        Ok(id)
    })
}

pub(super) fn build(cx: &Cx<'_>, id: StatementId, new: NewStatement) -> Done<(Kept, Checked)> {
    let checked = check_pasted(&new.body)?;
    if let Some(linked) = new.frame {
        frame::show(cx, linked)?;
    }
    let read = &checked.statement;
    let kept = Kept {
        id,
        title: read.title.clone(),
        frame: new.frame,
        published: read.published,
        source: read.source.clone(),
        body: new.body,
        area: new.area,
        organisation: new.organisation,
        illustrative: new.illustrative,
        version: 1,
        recorded_at: cx.now(),
        withdrawn_at: None,
    };
    Ok((kept, checked))
}

/// "11 phép kiểm, 3 cần xem lại", for the history.
pub(super) fn tally(checked: &Checked) -> String {
    let all = checked.findings.len();
    format!("{all} phép kiểm, {} cần xem lại", checked.doubtful())
}
