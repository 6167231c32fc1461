//! The registration round by the hour, and the letter that opens it.

mod carried;
mod hour;
mod letter;

use kc_app::kernel::Cx;
use kc_app::plan::record::{NewPlan, record};
use kc_app::project::propose::NewProject;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::PlanId;
use kc_domain::plan::Round;
use kc_testkit::{Cast, Engine, TestOffice, new_plan, new_project};

/// An office with a plan of 2027 whose round runs from 08:00 on 01/3/2026 until 17:00 on 30/6/2026.
pub struct Opened {
    pub office: TestOffice,
    pub cast: Cast,
    pub plan: PlanId,
}

impl Opened {
    pub fn on(engine: Engine) -> Self {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let new = NewPlan {
            round: Round {
                opens_at: Instant::parse("2026-03-01T08:00:00+07:00"),
                closes_at: Instant::parse("2026-06-30T17:00:00+07:00"),
            },
            ..new_plan(&cast, 2027)
        };
        let plan = record(&cast.person(Role::DepartmentOfficer).at(&office), new).unwrap();
        Self { office, cast, plan }
    }

    pub fn at(&self, role: Role) -> Cx<'_> {
        self.cast.person(role).at(&self.office)
    }

    pub fn proposal(&self, title: &str) -> NewProject {
        NewProject {
            plan: Some(self.plan),
            ..new_project(title, kc_testkit::HAI_PHONG, self.cast.centre)
        }
    }
}
