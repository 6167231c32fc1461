//! Recording a target.

use super::{figure, head, name};
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::programme::frame;
use kc_domain::indicator::record::TargetRecord;
use kc_domain::kernel::id::TargetId;
use kc_domain::kernel::period::Period;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;
use kc_store::indicator;

/// A target as it is entered.
#[derive(Debug, Clone)]
pub struct NewTarget {
    /// The programme or plan it belongs to.
    pub frame: Frame,
    /// What is to be reached.
    pub indicator: String,
    /// The figure as printed: "ít nhất 20 cụm công nghiệp", "6 - 8%/năm".
    pub figure: String,
    /// The period it is set for; `None` when the source does not say.
    pub period: Option<Period>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a target. It lies where its programme or plan lies.
pub fn record(cx: &Cx<'_>, new: NewTarget) -> Done<TargetId> {
    let head = head(cx, new.frame)?;
    let about = About::new(new.frame.word(), new.frame);
    let permit = cx.permit(Action::RecordIndicator, frame::subject(&head), &about)?;
    let (printed, figure) = figure(&new.figure)?;
    let target = TargetRecord {
        id: TargetId(token::new_id(cx.now())?),
        frame: new.frame,
        indicator: name(&new.indicator)?,
        printed,
        figure,
        period: new.period,
        area: head.area,
        organisation: head.organisation,
        illustrative: new.illustrative,
    };
    cx.change(&permit, &about, |tx| {
        indicator::insert_target(tx, &target)?;
        let detail = format!("Ghi chỉ tiêu {}: {}", target.indicator, target.printed);
        tx.trace(Trace::new(about.word, &about.record, detail));
        Ok(target.id)
    })
}
