//! Councils, recusals, minutes and rankings through their use cases, on both engines.

mod decided;
mod minutes;
mod print;
mod ranking;
mod recusal;
mod rights;

use kc_app::appraisal::council::{call, establish};
use kc_app::appraisal::sitting::{note, open};
use kc_app::appraisal::{declare, file, score};
use kc_app::identity::invite::invite;
use kc_app::identity::role::{NewRole, give};
use kc_app::kernel::{Cx, Done};
use kc_app::plan;
use kc_app::project::propose::{NewProject, propose};
use kc_domain::appraisal::Post;
use kc_domain::identity::{Actor, Assignment, Role};
use kc_domain::kernel::id::{
    AssignmentId, CouncilId, OrganisationId, PlanId, ProjectId, ScoreId, SittingId, UserId,
};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_testkit::{
    Cast, Engine, HAI_PHONG, THUY_NGUYEN, TestOffice, new_council, new_plan, new_project,
    new_score, new_sitting,
};

/// A council of five with one open sitting on 18/05/2026.
pub struct Bench {
    pub office: TestOffice,
    pub cast: Cast,
    pub plan: PlanId,
    pub council: CouncilId,
    pub sitting: SittingId,
    /// Chair, three members, secretary.
    pub members: Vec<Actor>,
}

impl Bench {
    pub fn set_up(engine: Engine) -> Self {
        let office = TestOffice::open(engine, "2026-05-18");
        let cast = Cast::gather(&office);
        let members = (1..=5)
            .map(|number| judge(&office, &cast, number))
            .collect::<Vec<_>>();
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = plan::record::record(&centre, new_plan(&cast, 2026)).unwrap();
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let council = establish(&department, new_council(plan)).unwrap();
        for (actor, post) in members.iter().zip(posts()) {
            call(&department, council, actor.user, post).unwrap();
        }
        let sitting = open(&department, council, new_sitting("2026-05-18")).unwrap();
        Self {
            office,
            cast,
            plan,
            council,
            sitting,
            members,
        }
    }

    pub fn department(&self) -> Cx<'_> {
        self.cast.person(Role::DepartmentOfficer).at(&self.office)
    }

    /// The member of a number, from 0 for the chair.
    pub fn member(&self, number: usize) -> Cx<'_> {
        let actor = self.members[number].clone();
        self.office.app.cx(actor, Lang::Vi)
    }

    /// Everybody declares that nothing ties them.
    pub fn declare_nothing(&self) {
        for (number, actor) in self.members.iter().enumerate() {
            declare::declare(&self.member(number), self.council, actor.user, Vec::new()).unwrap();
        }
    }

    /// A project of the plan on the list of the sitting.
    pub fn listed(&self, new: NewProject) -> ProjectId {
        let commune = self.cast.person(Role::CommuneOfficer).at(&self.office);
        let new = NewProject {
            plan: Some(self.plan),
            ..new
        };
        let project = propose(&commune, new).unwrap();
        file::add(&self.department(), self.sitting, &[project]).unwrap();
        project
    }

    /// A project asking so many millions.
    pub fn asking(&self, title: &str, millions: i64) -> ProjectId {
        self.listed(NewProject {
            support_asked: Some(kc_domain::kernel::money::Dong(millions * 1_000_000)),
            ..new_project(title, THUY_NGUYEN, self.cast.department)
        })
    }

    pub fn score(&self, member: usize, project: ProjectId, points: i64) -> Done<ScoreId> {
        score::score(
            &self.member(member),
            self.sitting,
            project,
            new_score(points),
        )
    }

    /// All five sit and score a file alike.
    pub fn all_score(&self, project: ProjectId, points: i64) {
        for member in 0..5 {
            self.score(member, project, points).unwrap();
        }
    }

    pub fn all_sit(&self) {
        let people: Vec<UserId> = self.members.iter().map(|actor| actor.user).collect();
        note(&self.department(), self.sitting, &people, Some("Họp đủ.")).unwrap();
    }
}

fn posts() -> [Post; 5] {
    [
        Post::Chair,
        Post::Member,
        Post::Member,
        Post::Member,
        Post::Secretary,
    ]
}

/// A member of a council at the centre, with an account and the role.
fn judge(office: &TestOffice, cast: &Cast, number: u8) -> Actor {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let name = format!("Ủy viên {number}");
    let (user, _) = invite(&administrator, &format!("uyvien{number}"), &name).unwrap();
    judge_of(office, cast, (user, &name), cast.centre)
}

pub fn judge_of(
    office: &TestOffice,
    cast: &Cast,
    (user, name): (UserId, &str),
    organisation: OrganisationId,
) -> Actor {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let role = NewRole {
        role: Role::CouncilMember,
        organisation,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        valid_from: "2026-01-01".parse().unwrap(),
        valid_to: None,
    };
    give(&administrator, user, role).unwrap();
    Actor {
        user,
        name: name.to_owned(),
        stands_in: Vec::new(),
        assignments: vec![Assignment {
            id: AssignmentId(user.0),
            role: Role::CouncilMember,
            organisation,
            area: AreaPath::parse(HAI_PHONG).unwrap(),
            valid_from: chrono::NaiveDate::MIN,
            valid_to: None,
        }],
    }
}
