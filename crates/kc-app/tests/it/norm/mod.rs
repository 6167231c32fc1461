//! Norms on both engines: told of projects, adopted by provinces, kept with decisions.

mod priorities;
mod support;

use chrono::NaiveDate;
use kc_app::document::record::{NewDocument, record as record_document};
use kc_app::establishment::record::{NewEstablishment, record as record_establishment};
use kc_app::kernel::{Cx, Failure};
use kc_app::norm::adopt::{NewFile, adopt, latest, versions};
use kc_app::norm::{expect_within_ceiling, explain, of_project, see_project, tell, tellable, told};
use kc_app::plan::record::record as record_plan;
use kc_app::project::equipment::{NewEquipment, add};
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::show;
use kc_app::project::step::Given;
use kc_domain::document::DocumentNumber;
use kc_domain::establishment::LegalForm;
use kc_domain::identity::Role;
use kc_domain::kernel::id::{DocumentId, EstablishmentId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::norm::doubles::Sameness;
use kc_domain::norm::{Answer, Case, Key, Told, Verdict};
use kc_domain::place::area::AreaPath;
use kc_domain::process::Move;
use kc_testkit::{
    Cast, Engine, HA_NOI, HAI_PHONG, TestOffice, make, new_decision_paper, new_plan, new_project,
};

const COMMUNE: &str = "VN/31/11680";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

/// A project of Hải Phòng with a cost of 600 million.
fn project(cx: &Cx<'_>, cast: &Cast, level: Level, support: i64) -> ProjectId {
    let new = NewProject {
        level: Some(level),
        cost_estimated: Some(Dong(600_000_000)),
        support_asked: Some(Dong(support)),
        ..new_project("Máy phay CNC", HAI_PHONG, cast.centre)
    };
    propose(cx, new).unwrap()
}

fn facts(project: ProjectId, kind: &str, facts: &[(&str, Option<&str>)]) -> Told {
    let facts = facts.iter();
    let facts = facts.map(|(fact, until)| (key(fact), until.map(day)));
    Told {
        project,
        kind: key(kind),
        count: 1,
        facts: facts.collect(),
        version: 0,
    }
}

/// A file of a province with one ceiling of machines.
fn file(area: &str, amount: i64) -> String {
    format!(
        "key = \"tinh-nha\"\ntitle = \"Mức chi của tỉnh\"\narea = \"{area}\"\nact = \"NQ 9/2025\"\n\n\
         [[rule]]\nkey = \"machinery\"\nabout = \"ceiling\"\nkinds = [\"machinery\"]\n\
         level = \"local\"\nfrom = 2026-01-01\nstatus = \"verified\"\nsource = \"Công báo\"\n\
         percent = 50\namount = {amount}\nper = \"establishment\"\n"
    )
}

fn sent(cast: &Cast, area: &str, amount: i64) -> NewFile {
    NewFile {
        text: file(area, amount),
        organisation: cast.department,
        illustrative: false,
    }
}

fn decision(cx: &Cx<'_>, cast: &Cast, on: &str) -> DocumentId {
    let new = NewDocument {
        number: Some(DocumentNumber::parse("512/QĐ-UBND").unwrap()),
        issued_on: Some(day(on)),
        ..new_decision_paper("Phê duyệt đợt I/2026", cast.centre)
    };
    record_document(cx, new).unwrap()
}

fn firm(cx: &Cx<'_>, cast: &Cast, name: &str, form: LegalForm) -> EstablishmentId {
    let area = AreaPath::parse(COMMUNE).unwrap();
    let new = NewEstablishment {
        legal_form: Some(form),
        owner_name: Some("Ngô Văn Cường".into()),
        trade: Some("chế biến thủy sản".into()),
        ..NewEstablishment::named(name, "xã Kiến Thụy, Hải Phòng", area, cast.centre)
    };
    record_establishment(cx, new, true).unwrap()
}

fn case(on: &str, support: i64) -> Case {
    Case {
        kind: key("machinery"),
        on: day(on),
        level: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        cost: Some(Dong(600_000_000)),
        count: 1,
        support: Some(Dong(support)),
    }
}

#[test]
fn an_adopted_rule_of_the_province_stands_above_the_national_one_from_its_day() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2025-12-20");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        let firm = cast.person(Role::Firm).at(&office);
        let (name, version) = adopt(&department, sent(&cast, HAI_PHONG, 220_000_000)).unwrap();
        assert_eq!((name.as_str(), version), ("tinh-nha", 1));

        let limit = |on: &str, level| {
            let asked = Case {
                level,
                ..case(on, 1)
            };
            explain(&firm, &asked).unwrap().limit
        };
        assert_eq!(limit("2025-12-31", None), Some(Dong(300_000_000)));
        assert_eq!(limit("2026-01-01", None), Some(Dong(220_000_000)));
        assert_eq!(
            limit("2026-01-01", Some(Level::National)),
            Some(Dong(300_000_000))
        );

        adopt(&department, sent(&cast, HAI_PHONG, 240_000_000)).unwrap();
        assert_eq!(limit("2026-01-01", None), Some(Dong(240_000_000)));
        let kept: Vec<_> = versions(&firm, &name).unwrap();
        let amounts: Vec<_> = kept
            .iter()
            .map(|held| (held.version, held.content.clone()))
            .collect();
        let wanted = [
            (2, file(HAI_PHONG, 240_000_000)),
            (1, file(HAI_PHONG, 220_000_000)),
        ];
        assert_eq!(amounts, wanted);
    }
}

#[test]
fn a_file_is_adopted_by_the_department_of_its_province_and_whole_or_not_at_all() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2025-12-20");
        let cast = Cast::gather(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        for role in [
            Role::CentreOfficer,
            Role::Firm,
            Role::Auditor,
            Role::CouncilMember,
        ] {
            let other = cast.person(role).at(&office);
            let denied = adopt(&other, sent(&cast, HAI_PHONG, 1)).unwrap_err();
            assert!(matches!(denied, Failure::Denied(_)), "{role:?}");
        }
        let elsewhere = adopt(&department, sent(&cast, HA_NOI, 1)).unwrap_err();
        assert!(matches!(elsewhere, Failure::NotFound | Failure::Denied(_)));
        for (text, code) in [
            (file("VN", 1), "norm.bad-file"),
            (file(HAI_PHONG, 0), "norm.bad-file"),
            (
                file(HAI_PHONG, 1).replace("tinh-nha", "tt-28-2018"),
                "norm.key-taken",
            ),
        ] {
            let new = NewFile {
                text,
                ..sent(&cast, HAI_PHONG, 1)
            };
            assert_eq!(adopt(&department, new).unwrap_err().code(), code);
        }
        assert!(latest(&department).unwrap().is_empty());

        adopt(&department, sent(&cast, HAI_PHONG, 5)).unwrap();
        let again = adopt(&department, sent(&cast, HAI_PHONG, 5)).unwrap_err();
        assert_eq!(again.code(), "norm.same-text");
        let rival = file(HAI_PHONG, 7).replace("tinh-nha", "tep-khac");
        let new = |text: String| NewFile {
            text,
            ..sent(&cast, HAI_PHONG, 1)
        };
        let clash = adopt(&department, new(rival.clone())).unwrap_err();
        assert_eq!(clash.code(), "norm.clash");
        assert_eq!(latest(&department).unwrap().len(), 1);
        let later = rival.replace("2026-01-01", "2027-01-01");
        adopt(&department, new(later)).unwrap();
        assert_eq!(latest(&department).unwrap().len(), 2);
    }
}

#[test]
fn a_decided_project_keeps_its_rules_whatever_is_adopted_later() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let head = cast.person(Role::DepartmentHead).at(&office);
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        adopt(&department, sent(&cast, HAI_PHONG, 220_000_000)).unwrap();
        let id = project(&centre, &cast, Level::Local, 210_000_000);
        tell(&centre, &facts(id, "machinery", &[])).unwrap();
        cast.bring(&office, id, "L5");
        let paper = decision(&centre, &cast, "2026-02-01");
        let version = show(&centre, id).unwrap().version;
        make(&head, id, version, Move::Approve, &Given::by(paper)).unwrap();

        adopt(&department, sent(&cast, HAI_PHONG, 100_000_000)).unwrap();
        let found = show(&centre, id).unwrap();
        let shown = see_project(&centre, &found).unwrap();
        let ceiling = shown.ceiling.unwrap().unwrap();
        assert_eq!(ceiling.limit, Some(Dong(220_000_000)));
        assert_eq!(ceiling.verdict, Verdict::Accepted);
        let decided = shown.decided.unwrap();
        assert_eq!(decided.norm.as_deref(), Some("tinh-nha/machinery"));
        assert_eq!(
            (decided.norm_version, decided.on),
            (Some(1), day("2026-02-01"))
        );

        let open = project(&centre, &cast, Level::Local, 210_000_000);
        tell(&centre, &facts(open, "machinery", &[])).unwrap();
        let open = show(&centre, open).unwrap();
        let shown = see_project(&centre, &open)
            .unwrap()
            .ceiling
            .unwrap()
            .unwrap();
        assert_eq!(
            shown.verdict,
            Verdict::Over {
                by: Dong(110_000_000)
            }
        );

        let late = tell(&centre, &facts(id, "trademark", &[])).unwrap_err();
        assert_eq!(late.code(), "norm.decided");
        assert_eq!(tellable(&centre, id).unwrap_err().code(), "norm.decided");
        assert_eq!(told(&centre, id).unwrap().unwrap().kind, key("machinery"));
    }
}
