//! Raising an obstacle, adding a request to a visit, closing either.

use super::{NewRequest, keep_requests, show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{MatterId, ProjectId, VisitId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::monitoring::refusal::Refusal;
use kc_domain::monitoring::{Matter, MatterKind, Side, close, raise};
use kc_domain::policy::{Action, Subject};
use kc_domain::project::Project;
use kc_store::monitoring;

/// An obstacle as it is entered.
#[derive(Debug, Clone)]
pub struct NewObstacle {
    /// The day it was raised.
    pub raised_on: NaiveDate,
    /// Who raised it.
    pub raised_by: String,
    /// What it is.
    pub what: String,
    /// Who must remove it.
    pub holder: Side,
    /// By when.
    pub due_on: NaiveDate,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// What lets this person raise an obstacle for a project: whoever visits it, or reports its progress.
pub fn raising(cx: &Cx<'_>, subject: &Subject) -> Action {
    if cx.may_on(Action::RecordVisit, subject) {
        Action::RecordVisit
    } else {
        Action::RecordProgress
    }
}

/// Raises an obstacle.
pub fn obstruct(cx: &Cx<'_>, project: ProjectId, new: NewObstacle) -> Done<MatterId> {
    let found = crate::project::show(cx, project)?;
    let of = crate::project::subject(&found);
    let about = About::new("project", project);
    let permit = cx.permit(raising(cx, &of), of, &about)?;
    let obstacle = build(cx, &found, new)?;
    cx.change(&permit, &about, |tx| {
        raise(&obstacle, cx.today())?;
        monitoring::insert_matter(tx, &obstacle)?;
        let detail = format!(
            "Nêu vướng mắc: {}. {} tháo gỡ trước ngày {}",
            obstacle.what,
            obstacle.holder.name(Lang::Vi),
            show_date(obstacle.due_on)
        );
        tx.trace(Trace::new("project", project, detail));
        Ok(obstacle.id)
    })
}

fn build(cx: &Cx<'_>, project: &Project, new: NewObstacle) -> Done<Matter> {
    Ok(Matter {
        id: MatterId(token::new_id(cx.now())?),
        kind: MatterKind::Obstacle,
        project: project.id,
        visit: None,
        raised_on: new.raised_on,
        raised_by: new.raised_by,
        what: new.what,
        holder: new.holder,
        due_on: new.due_on,
        closed_on: None,
        closed_how: None,
        area: project.area.clone(),
        organisation: project.organisation,
        party: project.party,
        illustrative: new.illustrative,
    })
}

/// Adds a request to a visit that counts.
pub fn request(cx: &Cx<'_>, visit: VisitId, new: NewRequest) -> Done<()> {
    let found = show(cx, visit)?;
    let about = About::new("visit", visit);
    let permit = cx.permit(Action::RecordVisit, subject(&found), &about)?;
    cx.change(&permit, &about, |tx| {
        if found.withdrawn_because.is_some() {
            return Err(Refusal::Withdrawn.into());
        }
        let detail = format!(
            "Yêu cầu {}: {}, trước ngày {}",
            new.holder.name(Lang::Vi),
            new.what,
            show_date(new.due_on)
        );
        keep_requests(cx, tx, &found, vec![new])?;
        tx.trace(Trace::new("visit", visit, detail));
        Ok(())
    })
}

/// One matter with its project, for whoever may read the project.
pub fn see(cx: &Cx<'_>, id: MatterId) -> Done<(Matter, Project)> {
    let found = cx
        .read(|reader| Ok(monitoring::find_matter(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    let project = crate::project::show(cx, found.project)?;
    Ok((found, project))
}

/// Closes a request or an obstacle; answers the project it held up.
pub fn settle(cx: &Cx<'_>, id: MatterId, on: NaiveDate, how: &str) -> Done<ProjectId> {
    let (found, project) = see(cx, id)?;
    let about = About::new("project", project.id);
    let of = crate::project::subject(&project);
    let permit = cx.permit(Action::RecordVisit, of, &about)?;
    cx.change(&permit, &about, |tx| {
        let now = monitoring::find_matter(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        let closed = close(now, on, clean(how), cx.today())?;
        monitoring::close_matter(tx, &closed)?;
        let detail = format!(
            "{} đã xong ngày {}: {}. Cách giải quyết: {}",
            found.kind.name(Lang::Vi),
            show_date(on),
            found.what,
            closed.closed_how.as_deref().unwrap_or_default()
        );
        tx.trace(Trace::new("project", project.id, detail));
        Ok(project.id)
    })
}
