//! Field work and follow-up on both engines: one firm, one project under contract, one machine.

mod acceptance;
mod counts;
mod followup;
mod photos;
mod visits;

use chrono::NaiveDate;
use kc_app::acceptance::record::NewAcceptance;
use kc_app::document::record::NewDocument;
use kc_app::establishment::record::NewEstablishment;
use kc_app::kernel::Cx;
use kc_app::monitoring::NewRequest;
use kc_app::monitoring::inspect::NewInspection;
use kc_app::monitoring::survey::NewSurvey;
use kc_app::project::equipment::{NewEquipment, add};
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::Given;
use kc_app::{document, establishment, project};
use kc_domain::acceptance::Installed;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{EquipmentId, EstablishmentId, PlanId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::monitoring::{Findings, Person, Side, Verdict, VisitKind, read_people};
use kc_domain::place::area::AreaPath;
use kc_domain::process::Move;
use kc_testkit::{Cast, THUY_NGUYEN, TestOffice, make, new_decision_paper, new_project};

/// The day of the decision, and of the contract.
const DECIDED: &str = "12/2/2026";
const CONTRACTED: &str = "2/3/2026";

pub fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

pub fn people() -> Vec<Person> {
    let mut people = read_people(Side::Centre, "Nguyễn Văn An – Phó Giám đốc");
    people.extend(read_people(Side::Beneficiary, "Trần Thị Bình – Giám đốc"));
    people
}

pub fn firm(cx: &Cx<'_>, cast: &Cast, name: &str) -> EstablishmentId {
    let area = AreaPath::parse("VN/31/311/11521").unwrap();
    let new = NewEstablishment {
        party: Some(cast.firm),
        ..NewEstablishment::named(name, "xã Mỹ Đồng", area, cast.centre)
    };
    establishment::record::record(cx, new, true).unwrap()
}

fn decision(cx: &Cx<'_>, cast: &Cast) -> kc_domain::kernel::id::DocumentId {
    let new = NewDocument {
        issued_on: parse_date(DECIDED),
        ..new_decision_paper("Phê duyệt đợt I", cast.department)
    };
    document::record::record(cx, new).unwrap()
}

/// A project under contract since 2/3/2026; with a machine where it has a firm.
pub fn running(office: &TestOffice, cast: &Cast, of: Option<EstablishmentId>) -> ProjectId {
    running_in(office, cast, of, None)
}

/// The same as a project of a plan.
pub fn running_in(
    office: &TestOffice,
    cast: &Cast,
    of: Option<EstablishmentId>,
    plan: Option<PlanId>,
) -> ProjectId {
    let centre = cast.person(Role::CentreOfficer).at(office);
    let department = cast.person(Role::DepartmentOfficer).at(office);
    let new = NewProject {
        establishment: of,
        plan,
        party: of.map(|_| cast.firm),
        ..new_project("Hỗ trợ máy đúc", THUY_NGUYEN, cast.centre)
    };
    let id = propose(&centre, new).unwrap();
    if of.is_some() {
        let machine = NewEquipment {
            name: "Máy cắt laser CNC 3 kW".into(),
            model: None,
            origin: Some("Nhật Bản".into()),
            year_made: Some(2026),
            quantity: 1,
            price: Some(Dong(1_050_000_000)),
        };
        add(&centre, id, machine).unwrap();
    }
    cast.bring(office, id, "L5");
    let version = || project::show(&centre, id).unwrap().version;
    make(
        &department,
        id,
        version(),
        Move::Approve,
        &Given::by(decision(&department, cast)),
    )
    .unwrap();
    make(
        &centre,
        id,
        version(),
        Move::Contract,
        &Given::on(day(CONTRACTED)),
    )
    .unwrap();
    id
}

pub fn machine(cx: &Cx<'_>, id: ProjectId) -> EquipmentId {
    project::see(cx, id).unwrap().equipment[0].id
}

pub fn inspection(on: &str) -> NewInspection {
    NewInspection {
        kind: VisitKind::Planned,
        held_on: day(on),
        place_written: None,
        people: people(),
        findings: Findings {
            progress: Some("Đã đặt móng máy".into()),
            ..Findings::default()
        },
        conclusion: None,
        requests: Vec::new(),
        illustrative: false,
    }
}

pub fn request(due_on: &str) -> NewRequest {
    NewRequest {
        what: "Nộp hóa đơn".into(),
        holder: Side::Beneficiary,
        due_on: day(due_on),
    }
}

pub fn survey(cast: &Cast, of: Option<EstablishmentId>, on: &str) -> NewSurvey {
    NewSurvey {
        plan: None,
        establishment: of,
        place_written: Some("xã Mỹ Đồng".into()),
        area: AreaPath::parse("VN/31/311/11521").unwrap(),
        organisation: cast.centre,
        held_on: day(on),
        people: people(),
        need: Some("Máy cắt laser thay cắt khí".into()),
        answers: Vec::new(),
        verdict: Some(Verdict::Passed),
        conclusion: None,
        illustrative: false,
    }
}

pub fn installed(of: EquipmentId) -> Installed {
    Installed {
        name: Some("Máy cắt laser CNC 3 kW".into()),
        model: Some("LS-3015".into()),
        serial: Some("26-0412".into()),
        origin: Some("Đài Loan".into()),
        year_made: Some(2026),
        price: Some(Dong(1_050_000_000)),
        invoice_number: Some("0001234".into()),
        invoiced_on: Some(day("20/5/2026")),
        ..Installed::unknown(of)
    }
}

pub fn acceptance(on: &str, machines: Vec<Installed>) -> NewAcceptance {
    NewAcceptance {
        held_on: day(on),
        place_written: None,
        people: people(),
        volume: "Lắp đặt và chạy thử 01 máy".into(),
        cost: Some(Dong(1_050_000_000)),
        support: Some(Dong(300_000_000)),
        counterpart: Some(Dong(750_000_000)),
        installed: machines,
        verdict: Some(Verdict::Passed),
        conclusion: None,
        requests: Vec::new(),
        illustrative: false,
    }
}
