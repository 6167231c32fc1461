//! Projects: who may do what, step by step, on both engines.

mod list;
mod registration;
mod steps;

use kc_app::kernel::Cx;
use kc_app::project::propose::NewProject;
use kc_domain::identity::{Actor, Assignment, Role};
use kc_domain::kernel::id::{AssignmentId, OrganisationId, UserId};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::project::ProjectKind;
use kc_testkit::{Cast, TestOffice};

/// The district Vĩnh Bảo, neighbour of Thủy Nguyên.
pub const VINH_BAO: &str = "VN/31/316";

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

/// The officer of the district Vĩnh Bảo.
pub fn officer_of_vinh_bao<'a>(office: &'a TestOffice, cast: &Cast) -> Cx<'a> {
    let assignment = Assignment {
        id: AssignmentId([60; 16]),
        role: Role::CommuneOfficer,
        organisation: cast.department,
        area: AreaPath::parse(VINH_BAO).unwrap(),
        valid_from: chrono::NaiveDate::MIN,
        valid_to: None,
    };
    let actor = Actor {
        user: UserId([60; 16]),
        name: "Cán bộ huyện Vĩnh Bảo".into(),
        assignments: vec![assignment],
    };
    office.app.cx(actor, Lang::Vi)
}
