//! Projects: who may do what, step by step, on both engines.

mod list;
mod registration;
mod scenarios;
mod steps;

use kc_app::project::propose::NewProject;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::place::area::AreaPath;
use kc_domain::project::ProjectKind;

/// A proposal in an area, by an organisation, of which little is known.
pub fn new_project(title: &str, area: &str, organisation: OrganisationId) -> NewProject {
    NewProject {
        id: None,
        code: None,
        title: title.into(),
        programme: None,
        plan: None,
        batch: None,
        kind: ProjectKind::Single,
        level: None,
        content_group: None,
        trade: None,
        place_written: None,
        establishment: None,
        unit: None,
        starts_on: None,
        ends_on: None,
        need: None,
        outcome: None,
        cost_estimated: None,
        support_asked: None,
        workers: None,
        turns: None,
        note: None,
        area: AreaPath::parse(area).unwrap(),
        organisation,
        party: None,
        registered_on: None,
        illustrative: false,
    }
}
