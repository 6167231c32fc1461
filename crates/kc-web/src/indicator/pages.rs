//! Recording and withdrawing targets and results.

use super::forms;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::programme::choice::{code, frame_of};
use kc_app::indicator::{result, target, withdraw};
use kc_app::kernel::Done;
use kc_domain::kernel::id::{ResultId, TargetId};
use kc_domain::programme::frame::Frame;

/// The address of the targets and results of a programme or plan.
fn url(frame: Frame) -> String {
    format!("/indicators?frame={}", code(frame))
}

/// `GET /indicators/targets/new?frame=`
pub(super) fn new_target(visit: &Visit<'_>) -> Answer {
    target_form(visit, &asked(visit))?.show()
}

/// `POST /indicators/targets`
pub(super) fn create_target(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = forms::read_target(form).and_then(|new| {
        let frame = new.frame;
        target::record(&cx, new).map(|_| frame)
    });
    match done {
        Ok(frame) => Reply::see_other(url(frame), visit.lang().t("Đã đặt chỉ tiêu.", "Set.")),
        Err(failure) => target_form(visit, form)?.come_back(failure),
    }
}

/// `POST /indicators/targets/{target}/withdrawal`
pub(super) fn withdraw_target(visit: &Visit<'_>) -> Answer {
    let id = visit.id("target", TargetId::parse)?;
    let frame = withdraw::target(&visit.cx(), id)?;
    Reply::see_other(url(frame), visit.lang().t("Đã rút.", "Withdrawn."))
}

/// `GET /indicators/results/new?frame=`
pub(super) fn new_result(visit: &Visit<'_>) -> Answer {
    result_form(visit, &asked(visit))?.show()
}

/// `POST /indicators/results`
pub(super) fn create_result(visit: &Visit<'_>) -> Answer {
    let (cx, form) = (visit.cx(), &visit.arrival.form);
    let done = forms::read_result(form).and_then(|new| {
        let frame = new.frame;
        result::record(&cx, new).map(|_| frame)
    });
    match done {
        Ok(frame) => Reply::see_other(url(frame), visit.lang().t("Đã ghi kết quả.", "Saved.")),
        Err(failure) => result_form(visit, form)?.come_back(failure),
    }
}

/// `POST /indicators/results/{result}/withdrawal`
pub(super) fn withdraw_result(visit: &Visit<'_>) -> Answer {
    let id = visit.id("result", ResultId::parse)?;
    let frame = withdraw::result(&visit.cx(), id)?;
    Reply::see_other(url(frame), visit.lang().t("Đã rút.", "Withdrawn."))
}

fn asked(visit: &Visit<'_>) -> Query {
    Query::default().with("frame", visit.query("frame"))
}

fn target_form(visit: &Visit<'_>, form: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let fields = forms::target_fields(&visit.cx(), form)?;
    let mut shell = shell(visit, lang.t("Đặt chỉ tiêu", "Set a target"));
    shell.crumbs = vec![crumb(
        lang.t("Chỉ tiêu và kết quả", "Targets and results"),
        back(form),
    )];
    Ok(FormPage::new(shell, "/indicators/targets", fields)
        .buttons(lang.t("Đặt chỉ tiêu", "Set"), back(form)))
}

fn result_form(visit: &Visit<'_>, form: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let fields = forms::result_fields(&visit.cx(), form)?;
    let mut shell = shell(visit, lang.t("Ghi kết quả", "Record a result"));
    shell.crumbs = vec![crumb(
        lang.t("Chỉ tiêu và kết quả", "Targets and results"),
        back(form),
    )];
    Ok(FormPage::new(shell, "/indicators/results", fields)
        .buttons(lang.t("Ghi kết quả", "Save"), back(form)))
}

fn back(form: &Query) -> String {
    frame_of(form.get("frame")).map_or_else(|| "/indicators".to_owned(), url)
}
