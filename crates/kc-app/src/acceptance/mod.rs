//! Acceptance: recording it, and showing machines as approved beside machines as installed.

pub mod record;

use crate::kernel::{Cx, Done, Failure};
use crate::monitoring;
use kc_domain::acceptance::{Acceptance, Compared, Installed, compare};
use kc_domain::kernel::id::{ProjectId, VisitId};
use kc_domain::project::Equipment;
use kc_store::{acceptance, project};

/// An acceptance with everything its page shows.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The visit with its names.
    pub of: monitoring::Sight,
    /// What was accepted.
    pub acceptance: Acceptance,
    /// Each machine of the approved list beside what stands there.
    pub machines: Vec<(Equipment, Vec<Compared>)>,
}

/// The acceptance of a visit; `None` for a visit of another kind.
pub fn see(cx: &Cx<'_>, visit: VisitId) -> Done<Option<Sight>> {
    let of = monitoring::see(cx, visit)?;
    cx.read(|reader| {
        let Some(acceptance) = acceptance::find(reader, visit)? else {
            return Ok(None);
        };
        let equipment = match of.visit.project {
            Some(project) => project::list_equipment(reader, project)?,
            None => Vec::new(),
        };
        let machines = equipment
            .into_iter()
            .map(|approved| {
                let compared = compare(&approved, &installed(&acceptance, &approved));
                (approved, compared)
            })
            .collect();
        Ok(Some(Sight {
            of,
            acceptance,
            machines,
        }))
    })
}

/// What stands there of a machine of the approved list.
fn installed(acceptance: &Acceptance, approved: &Equipment) -> Installed {
    let mut found = acceptance.installed.iter();
    let found = found.find(|found| found.equipment == approved.id);
    found
        .cloned()
        .unwrap_or_else(|| Installed::unknown(approved.id))
}

/// The acceptance that a project passed, for whoever may read the project.
pub fn passed(cx: &Cx<'_>, id: ProjectId) -> Done<Acceptance> {
    crate::project::show(cx, id)?;
    let found = cx.read(|reader| Ok(acceptance::passed(reader, id)?))?;
    found.ok_or(Failure::NotFound)
}
