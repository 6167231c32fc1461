//! Contract, advance, progress, payment, settlement: a project from its decision to its end.

mod handover;
mod money;
mod papers;
mod progress;
mod signing;

use chrono::NaiveDate;
use kc_app::contract::sign::{NewContract, sign};
use kc_app::document;
use kc_app::document::record::NewDocument;
use kc_app::kernel::{Cx, Done};
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::purse;
use kc_app::plan::record::record as record_plan;
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::show;
use kc_app::project::step::Given;
use kc_domain::contract::{ContractKind, Part};
use kc_domain::document::DocumentNumber;
use kc_domain::identity::Role;
use kc_domain::kernel::id::{ContractId, DocumentId, EntryId, ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_domain::norm::{Key, Told};
use kc_domain::payment::{Voucher, VoucherKind};
use kc_domain::process;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, make, new_decision_paper, new_plan};
use std::collections::BTreeMap;

/// The support of the project of the tests.
pub const SUPPORT: i64 = 200_000_000;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office with one project approved on 10/02/2026 for 200 million of the local budget.
pub struct Story {
    pub office: TestOffice,
    pub cast: Cast,
    pub project: ProjectId,
    pub purse: PurseId,
}

impl Story {
    /// As it stands right after the decision; the clock shows a day of the year.
    pub fn approved(engine: Engine, today: &str) -> Self {
        Self::of(engine, today, Level::National, "machinery")
    }

    /// The same for a level and a kind of support.
    pub fn of(engine: Engine, today: &str, level: Level, kind: &str) -> Self {
        let office = TestOffice::open(engine, today);
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let head = cast.person(Role::DepartmentHead).at(&office);
        let plan = record_plan(&centre, new_plan(&cast, 2026)).unwrap();
        let new = NewProject {
            plan: Some(plan),
            level: Some(level),
            starts_on: Some(day("2026-03-01")),
            ends_on: Some(day("2026-10-31")),
            content_group: Some("4".into()),
            support_asked: Some(Dong(SUPPORT)),
            cost_estimated: Some(Dong(600_000_000)),
            ..kc_testkit::new_project("Máy cắt laser", HAI_PHONG, cast.centre)
        };
        let project = propose(&centre, new).unwrap();
        let told = Told {
            project,
            kind: Key::parse(kind).unwrap(),
            count: 1,
            facts: BTreeMap::new(),
            version: 0,
        };
        kc_app::norm::tell(&centre, &told).unwrap();
        let awaits = match level {
            Level::National => "N7",
            Level::Local => "L5",
        };
        cast.bring(&office, project, awaits);
        let decision = decision(&centre, &cast, "512/QĐ-UBND", "2026-02-10");
        let version = show(&head, project).unwrap().version;
        make(
            &head,
            project,
            version,
            process::Move::Approve,
            &Given::by(decision),
        )
        .unwrap();
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let purse = open_purse(&department, &cast, "HP-2026-DP", Source::Local);
        let story = Self {
            office,
            cast,
            project,
            purse,
        };
        story.fill(purse, Source::Local, 500_000_000);
        let approve = Move {
            document: Some(decision),
            ..story.move_of(MoveKind::Approve, SUPPORT, "2026-02-10")
        };
        append(&story.at(Role::DepartmentOfficer), &approve).unwrap();
        story
    }

    /// The same, under contract since 01/03/2026 with an advance of 50 %.
    pub fn contracted(engine: Engine, today: &str) -> (Self, ContractId) {
        let story = Self::approved(engine, today);
        let contract = sign(&story.at(Role::CentreOfficer), story.contract()).unwrap();
        (story, contract)
    }

    /// Somebody of Hải Phòng.
    pub fn at(&self, role: Role) -> Cx<'_> {
        self.cast.person(role).at(&self.office)
    }

    /// Assigns budget to a purse.
    pub fn fill(&self, purse: PurseId, source: Source, amount: i64) {
        let assign = Move {
            project: None,
            purse: Some(purse),
            source,
            ..self.move_of(MoveKind::Assign, amount, "2026-01-05")
        };
        append(&self.at(Role::DepartmentOfficer), &assign).unwrap();
    }

    /// A move of the project.
    pub fn move_of(&self, kind: MoveKind, amount: i64, on: &str) -> Move {
        Move {
            kind,
            source: Source::Local,
            purse: Some(self.purse),
            project: Some(self.project),
            amount: Dong(amount),
            effective_on: day(on),
            document: None,
            reason: None,
            illustrative: false,
        }
    }

    /// The contract as it should be.
    pub fn contract(&self) -> NewContract {
        NewContract {
            project: self.project,
            kind: ContractKind::Execution,
            number: "15/HĐ-TTKC".into(),
            signed_on: day("2026-03-01"),
            giver: "Trung tâm Khuyến công Hải Phòng".into(),
            taker: "Cơ khí Hoàng Cường".into(),
            parts: vec![part(Source::Local, SUPPORT)],
            advance_percent: Some(50),
            starts_on: Some(day("2026-03-01")),
            ends_on: Some(day("2026-10-31")),
            terms: None,
            schedule: Some("Lắp đặt tháng 8/2026".into()),
            document: None,
        }
    }

    /// Accepts the work.
    pub fn accept(&self, on: &str) {
        let centre = self.at(Role::CentreOfficer);
        let version = show(&centre, self.project).unwrap().version;
        make(
            &centre,
            self.project,
            version,
            process::Move::Accept,
            &Given::on(day(on)),
        )
        .unwrap();
    }

    /// Prepares by one hand.
    pub fn prepare(&self, new: &Move, vouchers: &[Voucher]) -> Done<EntryId> {
        kc_app::payment::prepare(&self.at(Role::Accountant), new, vouchers)
    }

    /// Prepares by one hand and approves by the other.
    pub fn pay(&self, kind: MoveKind, amount: i64, on: &str) -> Done<EntryId> {
        let id = self.prepare(&self.move_of(kind, amount, on), &[])?;
        kc_app::payment::approve(&self.at(Role::PaymentApprover), id)?;
        Ok(id)
    }

    /// What a stage of the project holds from the local budget.
    pub fn held(&self, stage: kc_domain::ledger::Stage) -> Dong {
        let stages =
            kc_app::ledger::stages_of_project(&self.at(Role::Accountant), self.project).unwrap();
        let found = stages
            .iter()
            .find(|(source, at, _)| *source == Source::Local && *at == stage);
        found.map_or(Dong::ZERO, |(_, _, amount)| *amount)
    }

    /// What is free in the purse.
    pub fn free(&self) -> Dong {
        let cx = self.at(Role::DepartmentOfficer);
        purse::show(&cx, self.purse).unwrap().available
    }
}

pub fn part(source: Source, amount: i64) -> Part {
    Part {
        source,
        purse: None,
        amount: Dong(amount),
    }
}

pub fn voucher(number: &str, amount: i64) -> Voucher {
    Voucher {
        kind: VoucherKind::Invoice,
        number: number.into(),
        dated_on: day("2026-09-15"),
        amount: Dong(amount),
        holder: "Trung tâm Khuyến công Hải Phòng".into(),
    }
}

pub fn decision(cx: &Cx<'_>, cast: &Cast, number: &str, on: &str) -> DocumentId {
    let new = NewDocument {
        number: Some(DocumentNumber::parse(number).unwrap()),
        issued_on: Some(day(on)),
        ..new_decision_paper("Phê duyệt kế hoạch khuyến công năm 2026", cast.department)
    };
    document::record::record(cx, new).unwrap()
}

pub fn open_purse(cx: &Cx<'_>, cast: &Cast, code: &str, source: Source) -> PurseId {
    let purse = Purse {
        source,
        ..kc_testkit::new_purse(code, 2026, cast.centre)
    };
    purse::open(cx, purse).unwrap()
}
