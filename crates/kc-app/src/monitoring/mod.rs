//! Field work: surveys, inspections, requests, obstacles, photos; what they counted in a year.

pub mod inspect;
pub mod matter;
pub mod minutes;
pub mod photo;
pub mod survey;
mod waiting;
pub mod withdraw;

pub use kc_store::monitoring::{Counted, Filter, Listed, OfPlan};
pub use waiting::{Waiting, waiting_for};

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Trace, Window, token};
use chrono::NaiveDate;
use kc_domain::kernel::id::{MatterId, ProjectId, VisitId};
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::fieldwork::FieldWork;
use kc_domain::monitoring::{Matter, MatterKind, Person, Photo, Side, Visit, ask};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_domain::project::Project;
use kc_store::kernel::Tx;
use kc_store::{establishment, monitoring, project};

/// A visit with the names its page shows.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The visit.
    pub visit: Visit,
    /// Its project.
    pub project: Option<Project>,
    /// Name of the establishment: surveyed, or of the project.
    pub establishment: Option<String>,
    /// Its requests.
    pub requests: Vec<Matter>,
    /// Its photos.
    pub photos: Vec<Photo>,
}

/// The field work of one project.
#[derive(Debug, Clone, Default)]
pub struct OfProject {
    /// Visits, oldest first; none for whoever may not read visits.
    pub visits: Vec<Visit>,
    /// Requests and obstacles, open ones first.
    pub matters: Vec<Matter>,
}

/// A request as it is entered.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What is asked.
    pub what: String,
    /// Who must do it.
    pub holder: Side,
    /// By when.
    pub due_on: NaiveDate,
}

/// Visits the reader may see, newest first.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Listed>> {
    let scope = cx.scope(Action::ReadVisits)?;
    cx.read(|reader| Ok(monitoring::list(reader, &scope, filter, window)?))
}

/// How many visits of each kind a filter finds.
pub fn count(cx: &Cx<'_>, filter: &Filter) -> Done<Counted> {
    let scope = cx.scope(Action::ReadVisits)?;
    cx.read(|reader| Ok(monitoring::count(reader, &scope, filter)?))
}

/// The visits of an area in a period as reports count them; `None` without a record, or for who
/// may not read visits.
pub fn field_work(cx: &Cx<'_>, area: &AreaPath, period: Period) -> Done<Option<FieldWork>> {
    told(
        cx,
        Filter {
            period: Some(period),
            area: Some(area.clone()),
            ..Filter::default()
        },
    )
}

/// The visits of one plan up to a day; two plans of one year never count the same visit.
pub fn field_work_of_plan(cx: &Cx<'_>, of: OfPlan) -> Done<Option<FieldWork>> {
    told(
        cx,
        Filter {
            plan: Some(of),
            ..Filter::default()
        },
    )
}

fn told(cx: &Cx<'_>, filter: Filter) -> Done<Option<FieldWork>> {
    if !cx.may(Action::ReadVisits) {
        return Ok(None);
    }
    let work = as_field_work(count(cx, &filter)?);
    Ok((work.visits() > 0).then_some(work))
}

/// Counts in the form of the rules: both kinds of inspection together.
pub fn as_field_work(counted: Counted) -> FieldWork {
    FieldWork {
        surveys: counted.surveys,
        inspections: counted.planned.saturating_add(counted.ad_hoc),
        acceptances: counted.acceptances,
        beneficiaries: counted.beneficiaries,
    }
}

/// One visit.
pub fn show(cx: &Cx<'_>, id: VisitId) -> Done<Visit> {
    let found = cx
        .read(|reader| Ok(monitoring::find(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadVisits, &subject(&found))?;
    Ok(found)
}

impl Remembered for VisitId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// One visit with the names its page shows.
pub fn see(cx: &Cx<'_>, id: VisitId) -> Done<Sight> {
    let visit = show(cx, id)?;
    cx.read(|reader| {
        let project = match visit.project {
            Some(project) => project::find(reader, project)?,
            None => None,
        };
        let of_project = project.as_ref().and_then(|project| project.establishment);
        let establishment = match visit.establishment.or(of_project) {
            Some(of) => establishment::find(reader, of)?,
            None => None,
        };
        Ok(Sight {
            establishment: establishment.map(|found| found.name),
            requests: monitoring::matters_of_visit(reader, id)?,
            photos: monitoring::photos(reader, id)?,
            project,
            visit,
        })
    })
}

/// The field work of a project, for whoever may read the project.
pub fn of_project(cx: &Cx<'_>, id: ProjectId) -> Done<OfProject> {
    let found = crate::project::show(cx, id)?;
    let reads_visits = cx.may_on(Action::ReadVisits, &crate::project::subject(&found));
    cx.read(|reader| {
        let visits = if reads_visits {
            monitoring::of_project(reader, id)?
        } else {
            Vec::new()
        };
        let matters = monitoring::matters_of_project(reader, id)?;
        Ok(OfProject { visits, matters })
    })
}

/// What is still open in the field of a project this person was shown.
pub fn open_of_project(cx: &Cx<'_>, of: &Project) -> Done<Vec<Matter>> {
    let mut open = cx.read(|reader| Ok(monitoring::matters_of_project(reader, of.id)?))?;
    open.retain(Matter::is_open);
    Ok(open)
}

/// What the policy must know of a visit.
pub fn subject(visit: &Visit) -> Subject {
    Subject::new(visit.area.clone(), Some(visit.organisation)).with_party(visit.party)
}

/// Keeps the requests of a visit with it.
pub(crate) fn keep_requests(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    visit: &Visit,
    requests: Vec<NewRequest>,
) -> Done<()> {
    for request in requests {
        let matter = request_of(cx, visit, request)?;
        ask(&matter)?;
        monitoring::insert_matter(tx, &matter)?;
    }
    Ok(())
}

fn request_of(cx: &Cx<'_>, visit: &Visit, new: NewRequest) -> Done<Matter> {
    Ok(Matter {
        id: MatterId(token::new_id(cx.now())?),
        kind: MatterKind::Request,
        project: visit.project.ok_or(Failure::NotFound)?,
        visit: Some(visit.id),
        raised_on: visit.held_on,
        raised_by: visit.title(Lang::Vi),
        what: new.what,
        holder: new.holder,
        due_on: new.due_on,
        closed_on: None,
        closed_how: None,
        area: visit.area.clone(),
        organisation: visit.organisation,
        party: visit.party,
        illustrative: visit.illustrative,
    })
}

/// What the audit says of a visit that was recorded.
pub(crate) fn trace(visit: &Visit) -> Trace {
    let ended = visit
        .verdict
        .map(|verdict| verdict.name(visit.kind, Lang::Vi));
    let names: Vec<_> = visit.people.iter().map(name_of).collect();
    let detail = format!(
        "Ghi {}: {}. Tham gia: {}",
        visit.title(Lang::Vi).to_lowercase(),
        ended.unwrap_or("biên bản kiểm tra"),
        names.join("; ")
    );
    Trace::new("visit", visit.id, detail)
}

fn name_of(person: &Person) -> &str {
    &person.name
}
