//! Recording a result.

use super::{figure, head, name};
use crate::kernel::{About, Cx, Done, Trace, token};
use crate::programme::frame;
use chrono::NaiveDate;
use kc_domain::indicator::record::{Counts, ResultRecord};
use kc_domain::kernel::id::ResultId;
use kc_domain::policy::Action;
use kc_domain::programme::frame::Frame;
use kc_store::indicator;

/// A result as it is entered.
#[derive(Debug, Clone)]
pub struct NewResult {
    /// The programme or plan it belongs to.
    pub frame: Frame,
    /// What was reached, in the words of its target where there is one.
    pub indicator: String,
    /// What is counted, where the program reckons with it.
    pub counts: Option<Counts>,
    /// The figure as printed; `None` when nobody knows.
    pub figure: Option<String>,
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// The place as written.
    pub place_written: Option<String>,
    /// What readers must know.
    pub note: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Records a result. It lies where its programme or plan lies.
pub fn record(cx: &Cx<'_>, new: NewResult) -> Done<ResultId> {
    let head = head(cx, new.frame)?;
    let about = About::new(new.frame.word(), new.frame);
    let permit = cx.permit(Action::RecordIndicator, frame::subject(&head), &about)?;
    let (printed, figure) = new.figure.as_deref().map(figure).transpose()?.unzip();
    let result = ResultRecord {
        id: ResultId(token::new_id(cx.now())?),
        frame: new.frame,
        indicator: name(&new.indicator)?,
        counts: new.counts,
        printed,
        figure,
        as_of: new.as_of,
        place_written: new.place_written,
        note: new.note,
        area: head.area,
        organisation: head.organisation,
        illustrative: new.illustrative,
    };
    cx.change(&permit, &about, |tx| {
        indicator::insert_result(tx, &result)?;
        let known = result.printed.as_deref().unwrap_or("chưa có số liệu");
        let detail = format!("Ghi kết quả {}: {known}", result.indicator);
        tx.trace(Trace::new(about.word, &about.record, detail));
        Ok(result.id)
    })
}
