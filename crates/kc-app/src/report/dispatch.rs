//! Keeping that a report was sent: to whom, when, with which totals.

use super::show::{Opened, show};
use super::{Ask, Recipient, to_json};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{Action, Subject};
use kc_domain::programme::Programme;
use kc_domain::programme::frame::Frame;
pub use kc_store::report::Dispatch;

/// Keeps that the report of a programme was sent, with its totals word for word.
pub fn send(cx: &Cx<'_>, ask: &Ask, recipient: &Recipient, sent_on: NaiveDate) -> Done<()> {
    let opened = show(cx, ask)?;
    let Some(Frame::Programme(programme)) = opened.about.selection.of else {
        return Err(Failure::NotFound);
    };
    let found = crate::programme::show(cx, programme)?;
    let about = About::new("report", programme);
    let subject = Subject::new(found.area.clone(), Some(found.organisation));
    let permit = cx.permit(Action::SendReport, subject, &about)?;
    let dispatch = dispatch(cx, &opened, &found, recipient, sent_on)?;
    cx.change(&permit, &about, |tx| {
        kc_store::report::insert_dispatch(tx, &dispatch)?;
        let detail = format!(
            "Gửi báo cáo {} cho {} ngày {}, số liệu đến {}: {}",
            found.code,
            dispatch.recipient,
            show_date(sent_on),
            show_date(dispatch.as_of),
            dispatch.totals
        );
        tx.trace(Trace::new("report", programme, detail));
        Ok(())
    })
}

fn dispatch(
    cx: &Cx<'_>,
    opened: &Opened,
    programme: &Programme,
    recipient: &Recipient,
    sent_on: NaiveDate,
) -> Done<Dispatch> {
    let json = to_json(opened, Lang::Vi);
    let totals = json.get("totals").map(ToString::to_string);
    Ok(Dispatch {
        id: token::new_id(cx.now())?,
        report: "programme".to_owned(),
        programme: programme.id,
        recipient: recipient.name(&opened.about),
        sent_on,
        as_of: opened.as_of(),
        known_at: opened.known_at(),
        totals: totals.unwrap_or_default(),
        area: programme.area.clone(),
        organisation: programme.organisation,
    })
}

/// The reports of a programme that were sent, newest first.
pub fn list(cx: &Cx<'_>, programme: ProgrammeId) -> Done<Vec<Dispatch>> {
    let scope = cx.scope(Action::ReadReports)?;
    cx.read(|reader| Ok(kc_store::report::dispatches(reader, &scope, programme)?))
}
