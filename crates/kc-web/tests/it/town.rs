//! A small office with one record of each word, and a session for each role at home and abroad.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use kc_app::amendment::request::{NewAmendment, request};
use kc_app::contract::sign::{NewContract, sign};
use kc_app::decision::draft::{NewDecision, StartWith, draft};
use kc_app::document::{attach, record::NewDocument};
use kc_app::establishment::record::NewEstablishment;
use kc_app::identity::api_token::issue;
use kc_app::identity::delegation::{NewDelegation, delegate};
use kc_app::identity::role::{NewRole, give};
use kc_app::identity::{invitation, invite, session};
use kc_app::indicator::result::NewResult;
use kc_app::indicator::target::NewTarget;
use kc_app::kernel::{Cx, token};
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::purse;
use kc_app::payment;
use kc_app::payment::handover::{NewHandover, hand_over};
use kc_app::plan::record::NewPlan;
use kc_app::programme::record::NewProgramme;
use kc_app::project::propose::{NewProject, propose, record_reported};
use kc_app::project::step::Given;
use kc_app::statement::keep::{NewStatement, keep};
use kc_domain::amendment::AmendmentKind;
use kc_domain::contract::{ContractKind, Part};
use kc_domain::decision::DecisionKind;
use kc_domain::document::DocumentKind;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{
    AmendmentId, ContractId, EntryId, HandoverId, OrganisationId, PlanId, ProjectId, PurseId,
    ResultId, TargetId, UserId,
};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_domain::norm::{Key, Told};
use kc_domain::place::area::AreaPath;
use kc_domain::plan::Round;
use kc_domain::process;
use kc_domain::programme::frame::Frame;
use kc_domain::project::ProjectKind;
use kc_testkit::{Cast, Engine, HA_NOI, HAI_PHONG, TestOffice};
use std::collections::BTreeMap;
use tower::ServiceExt;

const STATEMENT: &str = include_str!("../../../../demo/statements/hai-phong-2016-2020.json");

/// Somebody signed in.
pub struct Visitor {
    pub cookie: String,
    pub csrf: String,
}

/// The office and everybody in it.
pub struct Town {
    pub office: TestOffice,
    cast: Cast,
    pub home: BTreeMap<Role, Visitor>,
    pub abroad: BTreeMap<Role, Visitor>,
    records: BTreeMap<&'static str, String>,
    site: Router,
    runtime: tokio::runtime::Runtime,
}

impl Town {
    /// Builds the office through the use cases.
    pub fn build() -> Self {
        let office = TestOffice::open(Engine::Sqlite, "2026-11-22");
        let cast = Cast::gather(&office);
        let records = records(&office, &cast);
        let home = Role::ALL.map(|role| (role, settle(&office, &cast, role, true)));
        let abroad = Role::ALL.map(|role| (role, settle(&office, &cast, role, false)));
        Self {
            home: home.into(),
            abroad: abroad.into(),
            records,
            cast,
            site: kc_web::site(office.app.clone(), false),
            runtime: tokio::runtime::Runtime::new().unwrap(),
            office,
        }
    }

    /// The address of a route for the records of this office.
    pub fn address(&self, path: &str) -> String {
        fill(path, |part| {
            let waiting = path.starts_with("/ledger/waiting") && part == "entry";
            let photo = path.starts_with("/visits") && part == "file";
            let name = match (waiting, photo) {
                (true, _) => "waiting",
                (_, true) => "photo",
                _ => part,
            };
            let found = self.records.get(name);
            found
                .unwrap_or_else(|| panic!("no record for {{{part}}} of {path}"))
                .clone()
        })
    }

    /// The address of a route for records nobody has.
    pub fn address_of_nothing(path: &str) -> String {
        fill(path, |_| UserId([0x5A; 16]).to_string())
    }

    /// A token of somebody at home, good for a month.
    pub fn token(&self, role: Role) -> String {
        let actor = self.cast.person(role).at(&self.office);
        issue(&actor, "Thử", parse_date("2026-12-22").unwrap()).unwrap()
    }

    /// Asks with a token, and perhaps a session beside it, and answers the status.
    pub fn ask_with_token(&self, url: &str, token: &str, visitor: Option<&Visitor>) -> StatusCode {
        let mut request = Request::builder()
            .uri(url)
            .header(header::HOST, "localhost");
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(visitor) = visitor {
            request = request.header(header::COOKIE, &visitor.cookie);
        }
        let asked = self
            .site
            .clone()
            .oneshot(request.body(Body::empty()).unwrap());
        self.runtime.block_on(asked).unwrap().status()
    }

    /// Asks, and answers the status and where it leads.
    pub fn ask(&self, posts: bool, url: &str, visitor: Option<&Visitor>) -> (StatusCode, String) {
        let mut request = Request::builder()
            .uri(url)
            .header(header::HOST, "localhost");
        if let Some(visitor) = visitor {
            request = request.header(header::COOKIE, &visitor.cookie);
        }
        let form = visitor.map_or(String::new(), |visitor| format!("csrf={}", visitor.csrf));
        let request = if posts {
            let kind = "application/x-www-form-urlencoded";
            let request = request.method("POST").header(header::CONTENT_TYPE, kind);
            request.body(Body::from(form))
        } else {
            request.body(Body::empty())
        };
        let asked = self.site.clone().oneshot(request.unwrap());
        let response = self.runtime.block_on(asked).unwrap();
        let leads = response.headers().get(header::LOCATION);
        let leads = leads.map_or("", |value| value.to_str().unwrap());
        (response.status(), leads.to_owned())
    }
}

fn fill(path: &str, of: impl Fn(&str) -> String) -> String {
    let parts = path.split('/').map(|part| {
        let name = part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'));
        name.map_or_else(|| part.to_owned(), &of)
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Gives a person of the cast the role in the database, and a session by a one-time link.
fn settle(office: &TestOffice, cast: &Cast, role: Role, at_home: bool) -> Visitor {
    let administrator = cast.person(Role::SystemAdministrator);
    let cx = office.app.cx(
        kc_domain::identity::Actor {
            user: UserId([0xEE; 16]),
            ..administrator.actor
        },
        kc_domain::kernel::text::Lang::Vi,
    );
    let (user, secret, given) = if at_home {
        let actor = cast.person(role).actor;
        let secret = invite::renew(&cx, actor.user).unwrap();
        (actor.user, secret, actor.assignments[0].clone())
    } else {
        let name = format!("ha-noi.{}", role.code());
        let (user, secret) = invite::invite(&cx, &name, "Người Hà Nội").unwrap();
        let mut given = cast.foreigner(role).actor.assignments[0].clone();
        given.area = AreaPath::parse(HA_NOI).unwrap();
        (user, secret, given)
    };
    let new = NewRole {
        role,
        organisation: given.organisation,
        area: given.area,
        valid_from: parse_date("2020-01-01").unwrap(),
        valid_to: None,
    };
    give(&cx, user, new).unwrap();
    let phrase = "một câu dễ nhớ và dài";
    let session = invitation::accept(&office.app, &secret, phrase, phrase, "test").unwrap();
    let held = session::held(&office.app, &session).unwrap().unwrap();
    Visitor {
        cookie: format!("kc_session={session}"),
        csrf: held.csrf,
    }
}

/// One record of each word in Hải Phòng, by the name of its part in the paths.
fn records(office: &TestOffice, cast: &Cast) -> BTreeMap<&'static str, String> {
    let officer = cast.person(Role::CentreOfficer).at(office);
    let area = AreaPath::parse(HAI_PHONG).unwrap();
    let document = kc_app::document::record::record(&officer, new_document(cast)).unwrap();
    let file = attach::attach(&officer, document, "a.pdf", b"%PDF-1.7").unwrap();
    let firm = NewEstablishment::named("Đúc Mỹ Đồng", "Hải Phòng", area.clone(), cast.centre);
    let establishment = kc_app::establishment::record::record(&officer, firm, false).unwrap();
    let programme = kc_app::programme::record::record(&officer, new_programme(cast)).unwrap();
    let plan = kc_app::plan::record::record(&officer, new_plan(cast)).unwrap();
    let statement = NewStatement {
        body: STATEMENT.to_owned(),
        frame: None,
        area,
        organisation: cast.centre,
        illustrative: true,
    };
    let statement = keep(&officer, statement).unwrap();
    let (purse, project, paid, waiting) = money(office, cast);
    let (contract, handover, change) = contract(office, cast, (purse, project));
    let signed = kc_app::contract::show(&officer, contract).unwrap().1.id;
    let [visit, matter, photo, followup] = crate::fieldwork::records(&officer, signed);
    let (person, role) = somebody(office, cast);
    let (target, result) = indicators(&officer, Frame::Programme(programme));
    [
        visit,
        matter,
        photo,
        followup,
        ("format", "docx".to_owned()),
        ("step", "submission".to_owned()),
        ("paper", "request".to_owned()),
        ("process", "local".to_owned()),
        ("version", "2012".to_owned()),
        ("decision", decision(&officer, plan)),
        ("line", UserId([0x5C; 16]).to_string()),
        ("activity", UserId([0x5D; 16]).to_string()),
        ("target", target.to_string()),
        ("result", result.to_string()),
        ("document", document.to_string()),
        ("file", file.to_string()),
        ("establishment", establishment.to_string()),
        ("programme", programme.to_string()),
        ("plan", plan.to_string()),
        ("statement", statement.to_string()),
        ("purse", purse.to_string()),
        ("contract", contract.to_string()),
        ("handover", handover.to_string()),
        ("change", change.to_string()),
        ("project", project.to_string()),
        ("entry", paid.to_string()),
        ("waiting", waiting.to_string()),
        ("organisation", cast.centre.to_string()),
        ("person", person.to_string()),
        ("role", role),
        ("line", UserId([0x5C; 16]).to_string()),
        ("activity", UserId([0x5D; 16]).to_string()),
        ("step", "withdrawal".to_owned()),
        ("paper", "request".to_owned()),
        ("process", "local".to_owned()),
        ("version", "2012".to_owned()),
        ("norm_file", "tt-28-2018".to_owned()),
        ("rule", "machinery".to_owned()),
        ("api_token", UserId([0x5B; 16]).to_string()),
        ("delegation", delegation(office, cast, person)),
    ]
    .into_iter()
    .chain(crate::council::records(office, cast, plan))
    .collect()
}

/// A draft over a plan.
fn decision(cx: &Cx<'_>, plan: PlanId) -> String {
    let new = NewDecision {
        kind: DecisionKind::Approve,
        plan,
        to_plan: None,
        amends: None,
        batch: None,
        title: "Về việc phê duyệt kế hoạch".into(),
        basis: Vec::new(),
        reason: None,
        issuer: "Ủy ban nhân dân thành phố Hải Phòng".into(),
        signer_post: None,
        signer_name: None,
    };
    draft(cx, new, StartWith::Nothing).unwrap().to_string()
}

fn indicators(cx: &Cx<'_>, frame: Frame) -> (TargetId, ResultId) {
    let target = NewTarget {
        frame,
        indicator: "Đề án hoàn thành".into(),
        figure: "20 đề án".into(),
        period: None,
        illustrative: true,
    };
    let result = NewResult {
        frame,
        indicator: "Đề án hoàn thành".into(),
        counts: None,
        figure: Some("18 đề án".into()),
        as_of: parse_date("2020-12-31").unwrap(),
        place_written: None,
        note: None,
        illustrative: true,
    };
    let target = kc_app::indicator::target::record(cx, target).unwrap();
    (
        target,
        kc_app::indicator::result::record(cx, result).unwrap(),
    )
}

/// An officer of Hải Phòng whom the administrator looks after.
fn somebody(office: &TestOffice, cast: &Cast) -> (UserId, String) {
    let administrator = cast.person(Role::SystemAdministrator).at(office);
    let (id, _) = invite::invite(&administrator, "lan.nguyen", "Nguyễn Thị Lan").unwrap();
    let new = NewRole {
        role: Role::CentreOfficer,
        organisation: cast.centre,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        valid_from: parse_date("2020-01-01").unwrap(),
        valid_to: None,
    };
    let role = give(&administrator, id, new).unwrap();
    (id, role.to_string())
}

/// The head of the centre is away, and an officer stands in.
fn delegation(office: &TestOffice, cast: &Cast, deputy: UserId) -> String {
    let head = cast.person(Role::CentreHead).at(office);
    let new = NewDelegation {
        deputy,
        organisation: cast.centre,
        valid_from: parse_date("2026-11-23").unwrap(),
        valid_to: parse_date("2026-11-27").unwrap(),
        reason: "Nghỉ phép".into(),
    };
    delegate(&head, &new).unwrap().to_string()
}

fn money(office: &TestOffice, cast: &Cast) -> (PurseId, ProjectId, EntryId, EntryId) {
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let centre = cast.person(Role::CentreOfficer).at(office);
    let accountant = cast.person(Role::Accountant).at(office);
    let purse = purse::open(&department, new_purse(cast.centre)).unwrap();
    let project = record_reported(&centre, new_project(cast.centre)).unwrap();
    let assigned = step(&department, MoveKind::Assign, purse, None);
    append(&department, &assigned).unwrap();
    let approved = step(&department, MoveKind::Approve, purse, Some(project));
    append(&department, &approved).unwrap();
    let contracted = step(&centre, MoveKind::Contract, purse, Some(project));
    append(&centre, &contracted).unwrap();
    let paid = step(&accountant, MoveKind::Pay, purse, Some(project));
    payment::prepare(&accountant, &paid, &[]).unwrap();
    (purse, project, assigned.id, paid.id)
}

/// A project under contract with a change asked, and a payment on a list for the treasury.
fn contract(
    office: &TestOffice,
    cast: &Cast,
    (purse, reported): (PurseId, ProjectId),
) -> (ContractId, HandoverId, AmendmentId) {
    let centre = cast.person(Role::CentreOfficer).at(office);
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let accountant = cast.person(Role::Accountant).at(office);
    let new = NewProject {
        level: Some(Level::National),
        ..new_project(cast.centre)
    };
    let project = propose(&centre, new).unwrap();
    let told = Told {
        project,
        kind: Key::parse("media").unwrap(),
        count: 1,
        facts: BTreeMap::new(),
        version: 0,
    };
    kc_app::norm::tell(&centre, &told).unwrap();
    cast.bring(office, project, "N7");
    let decision = NewDocument {
        kind: DocumentKind::Decision,
        issued_on: parse_date("2019-05-01"),
        ..new_document(cast)
    };
    let decision = kc_app::document::record::record(&centre, decision).unwrap();
    let version = kc_app::project::show(&department, project).unwrap().version;
    let by = Given::by(decision);
    kc_testkit::make(&department, project, version, process::Move::Approve, &by).unwrap();
    for (kind, of) in [(MoveKind::Assign, None), (MoveKind::Approve, Some(project))] {
        append(&department, &step(&department, kind, purse, of)).unwrap();
    }
    let contract = sign(&centre, new_contract(project)).unwrap();
    let paid = Move {
        amount: Dong(20_000_000),
        ..step(&accountant, MoveKind::Pay, purse, Some(reported))
    };
    payment::prepare(&accountant, &paid, &[]).unwrap();
    payment::approve(&cast.person(Role::PaymentApprover).at(office), paid.id).unwrap();
    let list = NewHandover {
        id: None,
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
        id: None,
        project,
        kind: AmendmentKind::Stop,
        reason: "Cơ sở ngừng đầu tư".into(),
        wished: Vec::new(),
    };
    (contract, list, request(&centre, &stop).unwrap())
}

fn new_contract(project: ProjectId) -> NewContract {
    NewContract {
        id: None,
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

fn step(cx: &Cx<'_>, kind: MoveKind, purse: PurseId, project: Option<ProjectId>) -> Move {
    Move {
        id: EntryId(token::new_id(cx.now()).unwrap()),
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

pub fn new_purse(organisation: OrganisationId) -> Purse {
    Purse {
        id: PurseId([0; 16]),
        code: "HP-2019-TP".into(),
        name: "Ngân sách thành phố 2019".into(),
        programme: None,
        plan: None,
        source: Source::Local,
        level: None,
        budget_year: Some(2019),
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation,
        illustrative: true,
    }
}

pub fn new_project(organisation: OrganisationId) -> NewProject {
    NewProject {
        id: None,
        code: None,
        title: "Tư vấn, trợ giúp cơ sở CNNT".into(),
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
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation,
        party: None,
        registered_on: None,
        illustrative: true,
    }
}

fn new_document(cast: &Cast) -> NewDocument {
    NewDocument {
        number: None,
        issued_on: None,
        issuer: "UBND thành phố Hải Phòng".into(),
        kind: DocumentKind::Minutes,
        summary: "Biên bản khảo sát".into(),
        level: None,
        valid_from: None,
        valid_to: None,
        source: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation: cast.centre,
        illustrative: true,
    }
}

fn new_programme(cast: &Cast) -> NewProgramme {
    NewProgramme {
        code: "HP-2016-2020".into(),
        name: "Chương trình Khuyến công Hải Phòng".into(),
        level: None,
        catalogue: "HP-2016-2020".into(),
        starts_on: parse_date("2016-01-01").unwrap(),
        ends_on: parse_date("2020-12-31").unwrap(),
        decision: None,
        predecessor: None,
        note: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation: cast.centre,
        illustrative: true,
    }
}

fn new_plan(cast: &Cast) -> NewPlan {
    NewPlan {
        code: "HP-2017".into(),
        name: "Kế hoạch khuyến công 2017".into(),
        programme: None,
        year: 2017,
        starts_on: parse_date("2017-01-01").unwrap(),
        ends_on: parse_date("2017-12-31").unwrap(),
        round: Round::default(),
        decision: None,
        catalogue: "HP-2016-2020".into(),
        note: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation: cast.centre,
        illustrative: true,
    }
}
