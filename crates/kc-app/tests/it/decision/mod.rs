//! Decisions through their use cases, on both engines: everything or nothing, by two hands.

mod acts;
mod ceilings;
mod intake;
mod kinds;
mod refused;
mod year;

use chrono::NaiveDate;
use kc_app::decision::draft::{NewDecision, StartWith, draft};
use kc_app::decision::issue::{Signed, issue};
use kc_app::decision::lines::{NewLine, put};
use kc_app::decision::{self, see};
use kc_app::kernel::{Cx, Done};
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::purse;
use kc_app::plan::record::{NewPlan, record};
use kc_app::project;
use kc_app::project::propose::{NewProject, propose};
use kc_domain::decision::DecisionKind;
use kc_domain::document::DocumentNumber;
use kc_domain::identity::Role;
use kc_domain::kernel::id::{DecisionId, PlanId, ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_testkit::{
    Cast, Engine, HAI_PHONG, TestOffice, new_decision, new_plan, new_project, new_purse,
};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office with the plans of 2026 and 2027 and money for both.
pub struct Year {
    pub office: TestOffice,
    pub cast: Cast,
    pub plan: PlanId,
    pub next: PlanId,
    pub local: PurseId,
    pub central: PurseId,
    pub next_local: PurseId,
}

impl Year {
    pub fn open(engine: Engine) -> Self {
        let office = TestOffice::open(engine, "2026-03-02");
        let cast = Cast::gather(&office);
        let (plan, next, local, central, next_local) = {
            let cx = cast.person(Role::DepartmentOfficer).at(&office);
            let plan = record(&cx, plan_of(&cast, 2026)).unwrap();
            let next = record(&cx, plan_of(&cast, 2027)).unwrap();
            let purse = |plan, year, source, amount| fill(&cx, &cast, plan, year, source, amount);
            (
                plan,
                next,
                purse(plan, 2026, Source::Local, 1_000),
                purse(plan, 2026, Source::Central, 500),
                purse(next, 2027, Source::Local, 0),
            )
        };
        Self {
            office,
            cast,
            plan,
            next,
            local,
            central,
            next_local,
        }
    }

    pub fn at(&self, role: Role) -> Cx<'_> {
        self.cast.person(role).at(&self.office)
    }

    /// A submitted project of a plan asking for support.
    pub fn submitted(&self, title: &str, support: i64) -> ProjectId {
        let id = self.proposed(self.proposal(title, support, self.plan));
        self.cast.bring(&self.office, id, "L5");
        id
    }

    pub fn proposed(&self, new: NewProject) -> ProjectId {
        propose(&self.at(Role::CentreOfficer), new).unwrap()
    }

    pub fn proposal(&self, title: &str, support: i64, plan: PlanId) -> NewProject {
        NewProject {
            plan: Some(plan),
            level: Some(Level::Local),
            support_asked: Some(Dong(support)),
            illustrative: true,
            ..new_project(title, HAI_PHONG, self.cast.centre)
        }
    }

    /// A draft by the officer of the department.
    pub fn draft(&self, kind: DecisionKind, start: StartWith) -> DecisionId {
        let new = self.new_decision(kind);
        draft(&self.at(Role::DepartmentOfficer), new, start).unwrap()
    }

    pub fn new_decision(&self, kind: DecisionKind) -> NewDecision {
        NewDecision {
            kind,
            to_plan: kind.moves_plan().then_some(self.next),
            batch: Some("I/2026".into()),
            title: format!("Về việc {}", kind.verb()),
            basis: vec!["Nghị định số 45/2012/NĐ-CP".into()],
            reason: Some("Theo tờ trình của Sở Công Thương".into()),
            ..new_decision(self.plan)
        }
    }

    pub fn put(&self, id: DecisionId, project: ProjectId, purse: PurseId, after: i64) -> Done<()> {
        let cx = self.at(Role::DepartmentOfficer);
        let version = decision::show(&cx, id).unwrap().version;
        let after = Dong(after);
        put(
            &cx,
            id,
            version,
            NewLine {
                project,
                purse,
                after,
            },
        )
    }

    /// Issues by the head of the department.
    pub fn issue(&self, id: DecisionId, number: &str, dated: &str) -> Done<()> {
        let cx = self.at(Role::DepartmentHead);
        let version = decision::show(&cx, id).unwrap().version;
        issue(&cx, id, version, &signed(number, dated))
    }

    /// Drafts and issues one line.
    pub fn act(
        &self,
        kind: DecisionKind,
        number: &str,
        dated: &str,
        lines: &[(ProjectId, PurseId, i64)],
    ) {
        let id = self.draft(kind, StartWith::Nothing);
        for (project, purse, after) in lines {
            self.put(id, *project, *purse, *after).unwrap();
        }
        self.issue(id, number, dated).unwrap();
    }

    pub fn free(&self, purse: PurseId) -> i64 {
        let cx = self.at(Role::DepartmentOfficer);
        purse::show(&cx, purse).unwrap().available.0
    }

    pub fn status(&self, id: ProjectId) -> kc_domain::project::Status {
        project::show(&self.at(Role::CentreOfficer), id)
            .unwrap()
            .status
    }

    pub fn lines(&self, id: DecisionId) -> usize {
        see(&self.at(Role::CentreOfficer), id).unwrap().lines.len()
    }
}

pub fn signed(number: &str, dated: &str) -> Signed {
    Signed {
        number: DocumentNumber::parse(number).unwrap(),
        dated: day(dated),
    }
}

fn plan_of(cast: &Cast, year: i32) -> NewPlan {
    NewPlan {
        catalogue: "ND45-2012".into(),
        ..new_plan(cast, year)
    }
}

fn fill(cx: &Cx<'_>, cast: &Cast, plan: PlanId, year: i32, source: Source, amount: i64) -> PurseId {
    let purse = Purse {
        plan: Some(plan),
        source,
        ..new_purse(&format!("HP-{year}-{}", source.code()), year, cast.centre)
    };
    let id = purse::open(cx, purse).unwrap();
    if amount > 0 {
        let assign = Move {
            kind: MoveKind::Assign,
            source,
            purse: Some(id),
            project: None,
            amount: Dong(amount),
            effective_on: day("2026-01-05"),
            document: None,
            reason: None,
            illustrative: true,
        };
        append(cx, &assign).unwrap();
    }
    id
}
