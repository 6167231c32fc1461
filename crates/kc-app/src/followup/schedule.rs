//! Making the schedule of a project: one round a year after its acceptance.

use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::NaiveDate;
use kc_domain::followup::refusal::Refusal;
use kc_domain::followup::{Followup, due_days};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{FollowupId, ProjectId};
use kc_domain::policy::Action;
use kc_domain::project::Project;
use kc_store::kernel::Tx;
use kc_store::{followup, project};

/// Makes the schedule of a project whose acceptance was recorded without it.
pub fn open(cx: &Cx<'_>, id: ProjectId) -> Done<()> {
    let seen = crate::project::show(cx, id)?;
    let about = About::new("project", id);
    let permit = cx.permit(
        Action::RecordFollowup,
        crate::project::subject(&seen),
        &about,
    )?;
    cx.change(&permit, &about, |tx| {
        let now = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        let accepted_on = now.accepted_on.ok_or(Refusal::NotAccepted)?;
        if !followup::of_project(&mut tx.reader(), id)?.is_empty() {
            return Err(Refusal::AlreadyScheduled.into());
        }
        open_within(cx, tx, &now, accepted_on)
    })
}

/// Makes the schedule inside the transaction of another use case, which answers for the permit.
pub(crate) fn open_within(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &Project,
    accepted_on: NaiveDate,
) -> Done<()> {
    let days = due_days(accepted_on);
    for (year, due_on) in &days {
        let round = Followup {
            id: FollowupId(token::new_id(cx.now())?),
            project: project.id,
            year: *year,
            due_on: *due_on,
            answered_on: None,
            answered_by: None,
            answers: Vec::new(),
            note: None,
            area: project.area.clone(),
            organisation: project.organisation,
            party: project.party,
            illustrative: project.illustrative,
        };
        followup::insert(tx, &round)?;
    }
    let days: Vec<_> = days.iter().map(|(_, day)| show_date(*day)).collect();
    let detail = format!("Lập lịch theo dõi sau hỗ trợ: {}", days.join("; "));
    tx.trace(Trace::new("project", project.id, detail));
    Ok(())
}
