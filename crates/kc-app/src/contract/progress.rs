//! Progress, month by month: what was reported, what is missing, what is late.

use super::execution;
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::project::{self, subject};
use chrono::NaiveDate;
use kc_domain::calendar::national;
use kc_domain::contract::progress::{self, Progress};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;
use kc_domain::project::{Project, Status};
use kc_store::contract;
use kc_store::kernel::Reader;

/// A report as it is asked for.
#[derive(Debug, Clone)]
pub struct NewProgress {
    /// A day of the month, whichever.
    pub month: NaiveDate,
    /// How much of the work is done, in hundredths.
    pub percent: i64,
    /// What was done.
    pub done: String,
    /// What stands in the way.
    pub difficulties: Option<String>,
}

/// One month of a project under contract.
#[derive(Debug, Clone)]
pub struct Month {
    /// Its first day.
    pub month: NaiveDate,
    /// The last day on which its report is in time.
    pub due_on: NaiveDate,
    /// What was reported.
    pub report: Option<Progress>,
    /// Whether the report is missing and its day has passed.
    pub is_late: bool,
}

/// Every month of a project since its contract, the newest first.
pub fn months(cx: &Cx<'_>, id: ProjectId) -> Done<Vec<Month>> {
    let project = project::show(cx, id)?;
    let (owed, reports) = cx.read(|reader| {
        let owed = owed(reader, &project, cx.today())?;
        Ok((owed, contract::list_progress(reader, id)?))
    })?;
    let month = |month: &NaiveDate| {
        let report = reports.iter().find(|report| report.month == *month);
        let due_on = progress::due_on(national(), *month);
        Month {
            month: *month,
            due_on,
            report: report.cloned(),
            is_late: report.is_none() && due_on < cx.today(),
        }
    };
    Ok(owed.iter().rev().map(month).collect())
}

/// Keeps the report of a month.
pub fn report(cx: &Cx<'_>, id: ProjectId, new: &NewProgress) -> Done<()> {
    let project = project::show(cx, id)?;
    let about = About::new("contract", id);
    let permit = cx.permit(Action::RecordProgress, subject(&project), &about)?;
    let new = checked(cx, id, new)?;
    cx.change(&permit, &about, |tx| {
        let owed = owed(&mut tx.reader(), &project, cx.today())?;
        progress::check(&new, &owed)?;
        contract::keep_progress(tx, &new)?;
        let month = new.month.format("%m/%Y");
        let detail = format!(
            "Báo cáo tiến độ tháng {month}: {} %. {}",
            new.percent, new.done
        );
        tx.trace(Trace::new("project", id, detail));
        Ok(())
    })
}

/// The months a project owes a report for; none once it was stopped.
fn owed(reader: &mut Reader<'_>, project: &Project, today: NaiveDate) -> Done<Vec<NaiveDate>> {
    let contract = execution(reader, project.id)?;
    let runs = contract.filter(|_| project.status != Status::Stopped);
    let months = runs.map(|held| progress::months(held.signed_on, project.accepted_on, today));
    Ok(months.unwrap_or_default())
}

fn checked(cx: &Cx<'_>, project: ProjectId, new: &NewProgress) -> Done<Progress> {
    let done = clean(&new.done);
    if done.is_empty() {
        return Err(Failure::invalid(
            "done",
            "Hãy ghi công việc đã làm trong tháng; chưa làm gì cũng ghi rõ.",
            "Say what was done, or that nothing was.",
        ));
    }
    if !(0..=100).contains(&new.percent) {
        return Err(Failure::invalid(
            "percent",
            "Tỷ lệ hoàn thành từ 0 đến 100 %.",
            "From 0 to 100 %.",
        ));
    }
    Ok(Progress {
        project,
        month: progress::month_of(new.month),
        percent: new.percent,
        done,
        difficulties: new.difficulties.clone(),
        reported_by: cx.user(),
        reported_on: cx.today(),
    })
}
