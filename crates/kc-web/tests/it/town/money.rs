//! The money of the town: a purse, a project paid from it, one under contract.

use kc_app::amendment::request::{NewAmendment, request};
use kc_app::contract::sign::{NewContract, sign};
use kc_app::document::record::NewDocument;
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::purse;
use kc_app::payment;
use kc_app::payment::handover::{NewHandover, hand_over};
use kc_app::project::propose::{NewProject, propose, record_reported};
use kc_app::project::step::Given;
use kc_domain::amendment::AmendmentKind;
use kc_domain::contract::{ContractKind, Part};
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{AmendmentId, ContractId, EntryId, HandoverId, ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::process;
use kc_testkit::{Cast, HAI_PHONG, TestOffice, new_decision_paper, new_project, new_purse};

const TITLE: &str = "Tư vấn, trợ giúp cơ sở CNNT";

/// A purse with money in it, a project that spends it, an entry, and one that waits.
pub fn money(office: &TestOffice, cast: &Cast) -> (PurseId, ProjectId, EntryId, EntryId) {
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let centre = cast.person(Role::CentreOfficer).at(office);
    let accountant = cast.person(Role::Accountant).at(office);
    let purse = purse::open(&department, new_purse("HP-2019-TP", 2019, cast.centre)).unwrap();
    let project = record_reported(&centre, new_project(TITLE, HAI_PHONG, cast.centre)).unwrap();
    let assigned = step(MoveKind::Assign, purse, None);
    let assigned = append(&department, &assigned).unwrap();
    let approved = step(MoveKind::Approve, purse, Some(project));
    append(&department, &approved).unwrap();
    let contracted = step(MoveKind::Contract, purse, Some(project));
    append(&centre, &contracted).unwrap();
    let paid = step(MoveKind::Pay, purse, Some(project));
    let paid = payment::prepare(&accountant, &paid, &[]).unwrap();
    (purse, project, assigned, paid)
}

/// A project under contract with a change asked, and a payment on a list for the treasury.
pub fn contract(
    office: &TestOffice,
    cast: &Cast,
    (purse, reported): (PurseId, ProjectId),
) -> (ContractId, HandoverId, AmendmentId) {
    let centre = cast.person(Role::CentreOfficer).at(office);
    let accountant = cast.person(Role::Accountant).at(office);
    let project = approved(office, cast, purse);
    let contract = sign(&centre, new_contract(project)).unwrap();
    paid(office, cast, (purse, reported));
    let list = NewHandover {
        number: "01/BK".into(),
        handed_on: parse_date("2019-06-30").unwrap(),
        period: Period::new(
            parse_date("2019-06-01").unwrap(),
            parse_date("2019-06-30").unwrap(),
        )
        .unwrap(),
    };
    let list = hand_over(&accountant, &list).unwrap();
    let stop = NewAmendment {
        project,
        kind: AmendmentKind::Stop,
        reason: "Cơ sở ngừng đầu tư".into(),
        wished: Vec::new(),
    };
    (contract, list, request(&centre, &stop).unwrap())
}

/// A project whose money is approved from a purse, without a contract.
pub fn approved(office: &TestOffice, cast: &Cast, purse: PurseId) -> ProjectId {
    let centre = cast.person(Role::CentreOfficer).at(office);
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let new = NewProject {
        level: Some(Level::National),
        ..new_project(TITLE, HAI_PHONG, cast.centre)
    };
    let project = propose(&centre, new).unwrap();
    kc_testkit::tell(&centre, project, "media");
    cast.bring(office, project, "N7");
    let decision = NewDocument {
        issued_on: parse_date("2019-05-01"),
        ..new_decision_paper(&format!("Phê duyệt đề án {project}"), cast.centre)
    };
    let decision = kc_app::document::record::record(&centre, decision).unwrap();
    let version = kc_app::project::show(&department, project).unwrap().version;
    let by = Given::by(decision);
    kc_testkit::make(&department, project, version, process::Move::Approve, &by).unwrap();
    for (kind, of) in [(MoveKind::Assign, None), (MoveKind::Approve, Some(project))] {
        append(&department, &step(kind, purse, of)).unwrap();
    }
    project
}

/// A payment of a project that was approved and stands on no list.
pub fn paid(office: &TestOffice, cast: &Cast, (purse, project): (PurseId, ProjectId)) {
    let paid = Move {
        amount: Dong(20_000_000),
        ..step(MoveKind::Pay, purse, Some(project))
    };
    let accountant = cast.person(Role::Accountant).at(office);
    let paid = payment::prepare(&accountant, &paid, &[]).unwrap();
    payment::approve(&cast.person(Role::PaymentApprover).at(office), paid).unwrap();
}

fn new_contract(project: ProjectId) -> NewContract {
    NewContract {
        project,
        kind: ContractKind::Execution,
        number: "15/HĐ".into(),
        signed_on: parse_date("2019-06-15").unwrap(),
        giver: "Trung tâm".into(),
        taker: "Đúc Mỹ Đồng".into(),
        parts: vec![Part {
            source: Source::Local,
            purse: None,
            amount: Dong(100_000_000),
        }],
        advance_percent: Some(30),
        starts_on: None,
        ends_on: None,
        terms: None,
        schedule: None,
        document: None,
    }
}

fn step(kind: MoveKind, purse: PurseId, project: Option<ProjectId>) -> Move {
    Move {
        kind,
        source: Source::Local,
        purse: Some(purse),
        project,
        amount: Dong(100_000_000),
        effective_on: parse_date("2019-06-15").unwrap(),
        document: None,
        reason: None,
        illustrative: true,
    }
}
