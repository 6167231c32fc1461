//! Projects on their way: each waits for the step that leads on, and for whoever may take it.

use super::{Desk, FOUND_MAX, Task, holders};
use crate::kernel::{Cx, Done, Window};
use chrono::NaiveDate;
use kc_domain::kernel::id::{OrganisationId, UserId};
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::{Action, Subject};
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_store::task::{Standing, list_proposed, list_standing};

/// Where a project waits for somebody.
pub(super) const WAITING: [Status; 6] = [
    Status::Registered,
    Status::Submitted,
    Status::Returned,
    Status::Approved,
    Status::Contracted,
    Status::Accepted,
];

/// Projects this person may lead on, and own proposals that others hold.
pub(super) fn find(cx: &Cx<'_>) -> Done<Desk> {
    let mut desk = Desk::default();
    for status in WAITING {
        let rows = to_lead_on(cx, status)?;
        desk.mine.extend(rows.iter().filter_map(task));
    }
    let rows = own(cx)?.into_iter().filter(|row| !leads_on(cx, row));
    desk.awaited.extend(rows.filter_map(|row| task(&row)));
    Ok(desk)
}

/// The move that leads on from where a project stands.
pub(super) fn next_step(status: Status) -> Option<Move> {
    match status {
        Status::Registered | Status::Returned => Some(Move::Submit),
        Status::Submitted => Some(Move::Approve),
        Status::Approved => Some(Move::Contract),
        Status::Contracted => Some(Move::Accept),
        Status::Accepted => Some(Move::Settle),
        Status::Settled | Status::Stopped | Status::Withdrawn | Status::Reported => None,
    }
}

/// Projects in a state whose next step this very person may take.
fn to_lead_on(cx: &Cx<'_>, status: Status) -> Done<Vec<Standing>> {
    let Some(action) = next_step(status).map(Move::action) else {
        return Ok(Vec::new());
    };
    let Ok(scope) = cx.scope(action) else {
        return Ok(Vec::new());
    };
    let window = Window::of_page(1, FOUND_MAX);
    let mut rows = cx.read(|reader| Ok(list_standing(reader, &scope, status, window)?))?;
    rows.retain(|row| cx.may_on(action, &subject(row)));
    Ok(rows)
}

/// Open projects this person, or whoever they stand in for, proposed; and those the person's firm
/// or service organisation stands behind.
fn own(cx: &Cx<'_>) -> Done<Vec<Standing>> {
    let Some(actor) = cx.actor() else {
        return Ok(Vec::new());
    };
    let held = actor.assignments.iter();
    let parties: Vec<OrganisationId> = held.map(|given| given.organisation).collect();
    let absent = actor.stands_in.iter().map(|absent| absent.user);
    let people: Vec<UserId> = std::iter::once(actor.user).chain(absent).collect();
    let window = Window::of_page(1, FOUND_MAX);
    let mut rows =
        cx.read(|reader| Ok(list_proposed(reader, &people, &parties, &WAITING, window)?))?;
    rows.retain(|row| cx.may_on(Action::ReadProjects, &subject(row)));
    Ok(rows)
}

fn leads_on(cx: &Cx<'_>, row: &Standing) -> bool {
    let step = next_step(row.status);
    step.is_some_and(|step| cx.may_on(step.action(), &subject(row)))
}

/// The task of leading a project on.
fn task(row: &Standing) -> Option<Task> {
    let step = next_step(row.status)?;
    Some(Task {
        what: what(row.status, step),
        title: row.title.clone(),
        path: format!("/projects/{}", row.id),
        amount: row.support_asked,
        since: Some(row.since.day()),
        due: due(row),
        holder: holder(row, step),
    })
}

fn what(status: Status, step: Move) -> Text {
    if status == Status::Returned {
        return Text::new("Hoàn thiện đề án bị trả lại", "Correct the proposal");
    }
    Text::new(step.name(Lang::Vi), step.name(Lang::En))
}

/// The day the next step is due: work under contract ends on the day the project states.
pub(super) fn due(row: &Standing) -> Option<NaiveDate> {
    row.ends_on.filter(|_| row.status == Status::Contracted)
}

/// Who must take the next step: a draft lies with the organisation that registered it.
pub(super) fn holder(row: &Standing, step: Move) -> Text {
    if step == Move::Submit {
        return Text::new(&row.organisation_name, &row.organisation_name);
    }
    holders(step.action())
}

/// What the policy must know of a project.
pub(super) fn subject(row: &Standing) -> Subject {
    let subject = Subject::new(row.area.clone(), Some(row.organisation)).with_party(row.party);
    match row.proposed_by {
        Some(maker) => subject.made_by(maker),
        None => subject,
    }
}
