//! Bringing a project along its process, for tests of what comes later.

use crate::{Cast, TestOffice, new_decision_paper};
use kc_app::document::record::{NewDocument, record};
use kc_app::kernel::{Cx, Done};
use kc_app::norm;
use kc_app::project::dossier::{Received, list, receive};
use kc_app::project::show;
use kc_app::project::step::{Given, Which, process_of, take};
use kc_domain::identity::Role;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::norm::{Key, Told};
use kc_domain::process::{Ask, Move, Step};
use std::collections::BTreeMap;

impl Cast {
    /// Brings a project to a state, step by step, each taken by somebody who may, today. Where nobody
    /// chose a kind of support, it is training, whose figures nobody has entered.
    pub fn bring(&self, office: &TestOffice, id: ProjectId, state: &str) {
        let cx = self.person(Role::CentreOfficer).at(office);
        if norm::told(&cx, id).expect("read").is_none() {
            tell(&cx, id, "training");
        }
        self.walk(office, id, state);
    }

    /// The same without choosing a kind of support.
    pub fn walk(&self, office: &TestOffice, id: ProjectId, state: &str) {
        let cx = self.person(Role::CentreOfficer).at(office);
        let project = show(&cx, id).expect("a project");
        let process = process_of(&cx, &project).expect("read").expect("a process");
        let standing = project.standing.expect("a standing");
        let way = process.way(&standing.state, state).expect("a way");
        for step in way {
            self.take(office, id, step);
        }
    }

    fn take(&self, office: &TestOffice, id: ProjectId, step: &Step) {
        let is_outside = |role: &&Role| matches!(role, Role::Firm | Role::ServiceOrganisation);
        let mut who = step.who.iter().filter(|role| !is_outside(role));
        let role = *who.next().expect("somebody inside");
        let cx = self.person(role).at(office);
        let project = show(&cx, id).expect("a project");
        for asked in list(&cx, &project).expect("papers") {
            let received = Received {
                paper: asked.paper.key.clone(),
                copies: i64::from(asked.paper.copies),
                holder: "Sở Công Thương".into(),
                received_on: cx.today(),
                document: None,
            };
            let centre = self.person(Role::CentreOfficer).at(office);
            receive(&centre, id, &received).expect("a paper");
        }
        let asks = step.asks();
        let given = Given {
            on: Some(cx.today()),
            document: asks.contains(&Ask::Document).then(|| self.decision(office)),
            number: None,
            reason: Some("Thử".into()),
            ..Given::default()
        };
        take(&cx, id, project.version, Which::Key(&step.key), &given)
            .unwrap_or_else(|failure| panic!("{}: {}", step.key, failure.say(cx.lang())));
    }

    /// A decision of today.
    pub fn decision(&self, office: &TestOffice) -> DocumentId {
        let cx = self.person(Role::DepartmentHead).at(office);
        let new = NewDocument {
            issued_on: Some(cx.today()),
            ..new_decision_paper("Phê duyệt đề án khuyến công", self.department)
        };
        record(&cx, new).expect("a decision")
    }
}

/// Makes a move of the law with a project that is still as somebody saw it.
pub fn make(cx: &Cx<'_>, id: ProjectId, version: i64, made: Move, given: &Given) -> Done<()> {
    take(cx, id, version, Which::Makes(made), given)
}

/// Chooses the kind of support of a project, for one establishment.
pub fn tell(cx: &Cx<'_>, project: ProjectId, kind: &str) {
    let held = norm::told(cx, project).expect("read");
    let told = Told {
        project,
        kind: Key::parse(kind).expect("a kind"),
        count: 1,
        facts: BTreeMap::new(),
        version: held.map_or(0, |held| held.version),
    };
    norm::tell(cx, &told).expect("a kind of support");
}
