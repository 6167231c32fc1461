//! V10 and V11: a project of which little is known, and nothing before its approval.

use chrono::NaiveDate;
use kc_app::document::record::NewDocument;
use kc_app::establishment::record::NewEstablishment;
use kc_app::kernel::{Cx, Failure, Window};
use kc_app::plan::record::record as record_plan;
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::Given;
use kc_app::project::{self, Filter};
use kc_app::{audit, document, establishment, search};
use kc_domain::audit::Outcome;
use kc_domain::document::DocumentNumber;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::id::{DocumentId, EstablishmentId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::place::area::AreaPath;
use kc_domain::process::Move;
use kc_domain::project::Status;
use kc_testkit::{
    Cast, Engine, THUY_NGUYEN, TestOffice, make, new_decision_paper, new_plan, new_project, tell,
};

const TITLE: &str =
    "Hỗ trợ ứng dụng máy móc, thiết bị tiên tiến vào sản xuất sản phẩm đúc kim loại";

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn hoang_cuong(cx: &Cx<'_>, cast: &Cast) -> EstablishmentId {
    let new = NewEstablishment {
        name: "Công ty Cổ phần Thương mại cơ khí Hoàng Cường".into(),
        legal_form: None,
        tax_number: None,
        address_written: "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng".into(),
        area: AreaPath::parse("VN/31/311/11521").unwrap(),
        trade: None,
        products: None,
        owner_name: None,
        woman_owned: None,
        minority_owned: None,
        craft_village: None,
        workers: None,
        surveyed_on: None,
        organisation: cast.centre,
        party: None,
        illustrative: false,
    };
    establishment::record::record(cx, new, false).unwrap()
}

fn decision(cx: &Cx<'_>, cast: &Cast, issued_on: Option<NaiveDate>) -> DocumentId {
    let new = NewDocument {
        number: Some(DocumentNumber::parse("2580/QĐ-UBND").unwrap()),
        issued_on,
        ..new_decision_paper("Phê duyệt đề án khuyến công đợt II/2017", cast.department)
    };
    document::record::record(cx, new).unwrap()
}

#[test]
fn v10_unknown_cost_is_said_skipped_in_sums_and_the_project_is_found_by_its_beneficiary() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-09-15");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let plan = record_plan(&officer, new_plan(&cast, 2017)).unwrap();
        let new = NewProject {
            plan: Some(plan),
            establishment: Some(hoang_cuong(&officer, &cast)),
            outcome: Some("3.000 – 3.500 tấn/năm".into()),
            ..new_project(TITLE, "VN/31/311/11521", cast.centre)
        };
        let id = propose(&officer, new).unwrap();
        let with_support = NewProject {
            plan: Some(plan),
            support_asked: Some(Dong(150_000_000)),
            ..new_project("Đề án khác", THUY_NGUYEN, cast.centre)
        };
        propose(&officer, with_support).unwrap();

        let sight = project::see(&officer, id).unwrap();
        assert_eq!(sight.project.cost_estimated, None);
        let outcome = Figure::parse(sight.project.outcome.as_deref().unwrap()).unwrap();
        assert_eq!(outcome.to_string(), "3.000 – 3.500 tấn/năm");
        let of_plan = Filter {
            plan: Some(plan),
            ..Filter::default()
        };
        let totals = project::total(&officer, &of_plan, 2).unwrap().unwrap();
        assert_eq!(totals.support_known, Dong(150_000_000));
        assert_eq!((totals.count, totals.support_unknown), (2, 1));

        for words in ["hoang cuong", "Hoàng Cường"] {
            let hits = search::find(&officer, words).unwrap();
            let found = hits.iter().filter(|hit| hit.record == id.0);
            assert_eq!(found.count(), 1, "{words}");
            let listed = Filter {
                words: words.into(),
                ..Filter::default()
            };
            let listed = project::total(&officer, &listed, 1).unwrap().unwrap();
            assert_eq!(listed.count, 1);
        }
        assert!(search::find(&officer, "hoang thinh").unwrap().is_empty());
    }
}

fn pending(office: &TestOffice, cast: &Cast) -> ProjectId {
    let officer = cast.person(Role::CentreOfficer).at(office);
    let new = NewProject {
        batch: Some("II/2017".into()),
        ..new_project(TITLE, THUY_NGUYEN, cast.centre)
    };
    let id = propose(&officer, new).unwrap();
    tell(&officer, id, "machinery");
    cast.bring(office, id, "L5");
    id
}

#[test]
fn v11_nothing_runs_before_approval() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-10-05");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let department = cast.person(Role::DepartmentHead).at(&office);
        let id = pending(&office, &cast);
        let status = || project::show(&officer, id).unwrap().status;
        let now = || project::show(&officer, id).unwrap().version;

        let early = make(
            &officer,
            id,
            now(),
            Move::Contract,
            &Given::on(day("2/10/2017")),
        )
        .unwrap_err();
        assert_eq!(early.code(), "project.no-decision");
        assert_eq!(status(), Status::Submitted);
        let paper = decision(&department, &cast, Some(day("2/10/2017")));
        make(&department, id, now(), Move::Approve, &Given::by(paper)).unwrap();
        assert_eq!(status(), Status::Approved);
        let before = make(
            &officer,
            id,
            now(),
            Move::Contract,
            &Given::on(day("1/10/2017")),
        )
        .unwrap_err();
        assert_eq!(before.code(), "project.contract-before-decision");
        assert_eq!(status(), Status::Approved);
        let signed = Given {
            number: Some("15/HĐ-TTKC".into()),
            ..Given::on(day("2/10/2017"))
        };
        make(&officer, id, now(), Move::Contract, &signed).unwrap();
        assert_eq!(status(), Status::Contracted);

        let auditor = cast.person(Role::Auditor).at(&office);
        let log = audit::list(&auditor, Some(&id.to_string()), Window::of_page(1, 20)).unwrap();
        let mut steps: Vec<_> = log
            .rows
            .iter()
            .map(|row| (&*row.action, row.outcome))
            .collect();
        steps.reverse();
        let since_pending = steps.split_off(steps.len() - 4);
        assert_eq!(
            since_pending,
            [
                ("contract.record", Outcome::Refused),
                ("project.approve", Outcome::Done),
                ("contract.record", Outcome::Refused),
                ("contract.record", Outcome::Done),
            ]
        );
    }
}

#[test]
fn v11_a_decision_without_a_date_or_from_nowhere_approves_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-10-05");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentHead).at(&office);
        let id = pending(&office, &cast);
        let now = || project::show(&department, id).unwrap().version;
        let undated = decision(&department, &cast, None);
        let refused = make(&department, id, now(), Move::Approve, &Given::by(undated)).unwrap_err();
        assert_eq!(refused.code(), "project.undated-decision");
        let nowhere = make(
            &department,
            id,
            now(),
            Move::Approve,
            &Given::by(DocumentId([9; 16])),
        )
        .unwrap_err();
        assert_eq!(nowhere.code(), "project.unknown-decision");
        let status = project::show(&department, id).unwrap().status;
        assert_eq!(status, Status::Submitted);
    }
}

#[test]
fn nobody_but_the_department_approves() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-10-05");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentHead).at(&office);
        let id = pending(&office, &cast);
        let paper = decision(&department, &cast, Some(day("2/10/2017")));
        let version = project::show(&department, id).unwrap().version;
        for role in [Role::CentreOfficer, Role::CentreHead, Role::Auditor] {
            let refused = make(
                &cast.person(role).at(&office),
                id,
                version,
                Move::Approve,
                &Given::by(paper),
            );
            assert!(matches!(refused, Err(Failure::Denied(_))));
        }
        let foreign = cast.foreigner(Role::DepartmentHead).at(&office);
        let hidden = make(&foreign, id, version, Move::Approve, &Given::by(paper));
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}
