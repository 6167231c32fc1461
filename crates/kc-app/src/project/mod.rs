//! Projects: list, show, propose, amend, and the steps of their way.

pub mod amend;
pub mod compose;
pub mod dossier;
mod effect;
pub mod equipment;
pub mod guard;
pub mod late;
pub mod propose;
pub(crate) mod replan;
pub mod step;
pub mod way;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::document::Document;
use kc_domain::kernel::id::ProjectId;
use kc_domain::policy::{self, Action, Denial, Subject, Withheld};
use kc_domain::project::{Equipment, Project};
use kc_store::project;
pub use kc_store::project::{Beneficiary, Filter, Listed, Order, Totals};

/// A project with the names its page shows.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The project.
    pub project: Project,
    /// Its machines.
    pub equipment: Vec<Equipment>,
    /// The decision that approves it.
    pub decision: Option<Document>,
    /// Its beneficiary.
    pub beneficiary: Option<Beneficiary>,
}

/// Projects the reader may see, one page of them.
pub fn list(cx: &Cx<'_>, filter: &Filter, order: Order, window: Window) -> Done<Page<Listed>> {
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| Ok(project::list(reader, &scope, filter, order, window)?))
}

/// Most projects whose sums are made for a page; wider filters are reports' work.
pub const SUMMED_MAX: i64 = 20_000;

/// The sums of the whole filter, of which its list says how many projects it finds; nothing where
/// those are more than [`SUMMED_MAX`].
pub fn total(cx: &Cx<'_>, filter: &Filter, found: i64) -> Done<Option<Totals>> {
    let scope = cx.scope(Action::ReadProjects)?;
    if found > SUMMED_MAX {
        return Ok(None);
    }
    cx.read(|reader| Ok(Some(project::total(reader, &scope, filter)?)))
}

/// One project.
pub fn show(cx: &Cx<'_>, id: ProjectId) -> Done<Project> {
    let found = cx.read(|reader| Ok(project::find(reader, id)?))?;
    seen(cx, found)
}

impl Remembered for ProjectId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

fn seen(cx: &Cx<'_>, found: Option<Project>) -> Done<Project> {
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadProjects, &subject(&found))?;
    Ok(found)
}

/// One project with the names its page shows. The decision and the beneficiary of a project are
/// shown to whoever reads the project.
pub fn see(cx: &Cx<'_>, id: ProjectId) -> Done<Sight> {
    let project = show(cx, id)?;
    cx.read(|reader| {
        let equipment = project::list_equipment(reader, id)?;
        let decision = match project.decision {
            Some(document) => kc_store::document::find(reader, document)?,
            None => None,
        };
        let beneficiary = match project.establishment {
            Some(establishment) => project::beneficiary(reader, establishment)?,
            None => None,
        };
        Ok(Sight {
            project,
            equipment,
            decision,
            beneficiary,
        })
    })
}

/// Why the policy keeps this person from doing this to a record; nothing where it does not.
fn withheld(cx: &Cx<'_>, action: Action, subject: &Subject) -> Option<Withheld> {
    let no_role = || Withheld::NoRole { action };
    let Some(actor) = cx.actor() else {
        return Some(no_role());
    };
    match policy::permit(actor, action, subject.clone()) {
        Ok(_) => None,
        Err(Denial::Withheld(why)) => Some(why),
        Err(Denial::Hidden) => Some(no_role()),
    }
}

/// What the policy must know of a project.
pub fn subject(project: &Project) -> Subject {
    let subject = Subject::new(project.area.clone(), Some(project.organisation));
    let subject = subject.with_party(project.party);
    match project.proposed_by {
        Some(maker) => subject.made_by(maker),
        None => subject,
    }
}
