//! Norms on both engines: told of projects, adopted by provinces, kept with decisions.

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

#[test]
fn a_support_above_the_ceiling_of_the_day_is_refused_with_its_sum() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2018-05-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = project(&centre, &cast, Level::National, 250_000_000);
        let held = show(&centre, id).unwrap();
        let asked = |support: i64, on: &str| {
            centre.read(|reader| expect_within_ceiling(reader, &held, Some(Dong(support)), day(on)))
        };
        assert_eq!(asked(1, "2018-05-10").unwrap_err().code(), "norm.no-kind");
        tell(&centre, &facts(id, "machinery", &[])).unwrap();
        let refused = asked(250_000_000, "2018-05-10").unwrap_err();
        assert_eq!(refused.code(), "norm.over-ceiling");
        assert!(refused.say(centre.lang()).contains("200.000.000"));
        assert!(asked(250_000_000, "2018-05-11").is_ok());
        assert!(asked(300_000_000, "2018-05-11").is_ok());
        assert!(asked(300_000_001, "2018-05-11").is_err());
        assert_eq!(asked(1, "2010-01-01").unwrap_err().code(), "norm.gap");
    }
}

#[test]
fn the_kind_of_support_is_told_by_those_who_take_proposals_in() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = project(&centre, &cast, Level::Local, 1);
        let new = facts(id, "machinery", &[("recognition", Some("2027-01-01"))]);
        for role in [Role::Auditor, Role::Accountant, Role::CouncilMember] {
            let other = cast.person(role).at(&office);
            assert!(matches!(tell(&other, &new), Err(Failure::Denied(_))));
        }
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(tell(&foreigner, &new), Err(Failure::NotFound)));
        let unknown = tell(&centre, &facts(id, "may-moc", &[])).unwrap_err();
        assert_eq!(unknown.code(), "norm.unknown-kind");
        assert_eq!(told(&centre, id).unwrap(), None);

        tell(&centre, &new).unwrap();
        assert!(matches!(tell(&centre, &new), Err(Failure::Stale)));
        let kept = told(&centre, id).unwrap().unwrap();
        assert_eq!(kept, Told { version: 1, ..new });
        let changed = Told {
            version: 1,
            ..facts(id, "trademark", &[])
        };
        tell(&centre, &changed).unwrap();
        let kept = told(&centre, id).unwrap().unwrap();
        assert_eq!(
            kept,
            Told {
                version: 2,
                ..changed
            }
        );
    }
}

#[test]
fn v17_attaching_the_missing_papers_moves_a_project_into_the_list() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-06-15");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = record_plan(&centre, new_plan(&cast, 2023)).unwrap();
        for (fact, paper, reason) in [
            (
                "own-made-machine",
                "recognition",
                "thiếu văn bản công nhận của cơ quan quản lý",
            ),
            (
                "resource-efficiency",
                "cleaner-production-report",
                "đủ điều kiện, không ưu tiên: thiếu báo cáo đánh giá nhanh SXSH",
            ),
        ] {
            let new = NewProject {
                plan: Some(plan),
                level: Some(Level::National),
                ..new_project("Máy tự chế", HAI_PHONG, cast.centre)
            };
            let held = show(&centre, propose(&centre, new).unwrap()).unwrap();
            tell(&centre, &facts(held.id, "machinery", &[(fact, None)])).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!(
                (worth.is_priority(), worth.reasons()),
                (false, vec![reason.to_owned()])
            );

            let both = facts(held.id, "machinery", &[(fact, None), (paper, None)]);
            tell(&centre, &Told { version: 1, ..both }).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!((worth.is_priority(), worth.reasons()), (true, Vec::new()));
        }
    }
}

#[test]
fn v18_a_household_with_an_ocop_product_earns_two_marks_and_a_cooperative_three() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2022-05-17");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let plan = record_plan(&centre, new_plan(&cast, 2023)).unwrap();
        for (name, form, until, marks, reasons) in [
            (
                "HTX Hải sản",
                LegalForm::Cooperative,
                "2024-12-31",
                "AEF",
                vec![],
            ),
            (
                "Hộ Bảy",
                LegalForm::Household,
                "2024-12-31",
                "AE",
                vec!["chỉ áp dụng DN, HTX"],
            ),
            (
                "TNHH Hải Sản",
                LegalForm::Enterprise,
                "2022-04-30",
                "AE",
                vec!["giấy công nhận OCOP hết hạn"],
            ),
        ] {
            let new = NewProject {
                plan: Some(plan),
                level: Some(Level::Local),
                establishment: Some(firm(&centre, &cast, name, form)),
                ..new_project(name, HAI_PHONG, cast.centre)
            };
            let held = show(&centre, propose(&centre, new).unwrap()).unwrap();
            let told = [("agro-forestry-fishery", None), ("ocop", Some(until))];
            tell(&centre, &facts(held.id, "machinery", &told)).unwrap();
            let worth = see_project(&centre, &held).unwrap().worth;
            assert_eq!(
                (worth.marks().join("").as_str(), worth.reasons()),
                (marks, reasons.iter().map(ToString::to_string).collect())
            );
        }
    }
}

#[test]
fn support_given_twice_is_named_as_far_as_the_reader_may_see() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let first = firm(&centre, &cast, "Cơ khí Hoàng Cường", LegalForm::Enterprise);
        let second = firm(&centre, &cast, "Đúc Phương Mỹ", LegalForm::Enterprise);
        let propose_one = |title: &str, firm, support: i64| {
            let new = NewProject {
                establishment: Some(firm),
                level: Some(Level::Local),
                cost_estimated: Some(Dong(600_000_000)),
                support_asked: Some(Dong(support)),
                ..new_project(title, HAI_PHONG, cast.centre)
            };
            let id = propose(&centre, new).unwrap();
            let machine = NewEquipment {
                name: "Máy phay CNC".into(),
                model: Some("VMC-850".into()),
                origin: None,
                year_made: None,
                quantity: 1,
                price: None,
            };
            add(&centre, id, machine).unwrap();
            tell(&centre, &facts(id, "machinery", &[])).unwrap();
            show(&centre, id).unwrap()
        };
        let this = propose_one("Máy 1", first, 200_000_000);
        let same = propose_one("Máy 2", first, 150_000_000);
        let other = propose_one("Máy 3", second, 100_000_000);
        let shown = see_project(&centre, &this).unwrap();
        let named: Vec<_> = shown
            .doubles
            .iter()
            .map(|d| (d.code.as_str(), d.same.clone()))
            .collect();
        let machine = Sameness::Machine;
        let wanted = [
            (same.code.as_str(), vec![Sameness::Content, machine]),
            (
                other.code.as_str(),
                vec![machine, Sameness::Owner, Sameness::Address],
            ),
        ];
        assert_eq!(named, wanted);
        assert_eq!(shown.sum_over, Some((Dong(350_000_000), Dong(300_000_000))));
        assert_eq!(shown.eligible(), Answer::Yes);

        let service = cast.person(Role::ServiceOrganisation).at(&office);
        assert!(see_project(&service, &this).unwrap().doubles.is_empty());
        let all = centre.read(|reader| of_project(reader, &this, day("2026-02-01")));
        assert_eq!(all.unwrap().doubles.len(), 2);
    }
}
