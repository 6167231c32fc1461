//! Documents: kept once, found by number with what they stand behind, files as they came.

use kc_app::document::record::{NewDocument, record};
use kc_app::document::{self, attach, link};
use kc_app::kernel::{Cx, Done, Failure};
use kc_app::{programme, search};
use kc_domain::document::{DocumentNumber, IssuerLevel, Relation};
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{AttachmentId, DocumentId};
use kc_testkit::{Cast, Engine, TestOffice, new_decision_paper, new_programme};

const PDF: &[u8] = b"%PDF-1.7\nQuy\xe1\xba\xbft \xc4\x91\xe1\xbb\x8bnh";

const PROGRAMME: &str = "Phê duyệt Chương trình Khuyến công thành phố Hải Phòng";

pub(crate) fn decision(cast: &Cast, number: &str, day: &str) -> NewDocument {
    NewDocument {
        number: Some(DocumentNumber::parse(number).unwrap()),
        issued_on: parse_date(day),
        level: Some(IssuerLevel::Provincial),
        ..new_decision_paper(PROGRAMME, cast.centre)
    }
}

fn keep(cx: &Cx<'_>, cast: &Cast) -> Done<DocumentId> {
    record(cx, decision(cast, "459/QĐ-UBND", "21/3/2016"))
}

#[test]
fn v24_a_number_finds_one_document_with_its_programme() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, &cast).unwrap();
        record(&officer, decision(&cast, "2677/QĐ-UBND", "5/9/2022")).unwrap();
        let programme = programme::record::record(&officer, new_programme(&cast)).unwrap();
        link::link(&officer, id, programme.0, Relation::Approval).unwrap();
        link::link(&officer, id, programme.0, Relation::Approval).expect("twice is harmless");

        let hits = search::find(&officer, "459").unwrap();
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].title, "Quyết định 459/QĐ-UBND");
        assert_eq!(hits[0].record, id.0);
        let links = link::links(&officer, id).unwrap();
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].record, programme.0);
        assert_eq!(links[0].relation, Relation::Approval);
        let beside = document::of_record(&officer, programme.0).unwrap();
        assert_eq!(beside.len(), 1);
        assert_eq!(beside[0].0.id, id);
    }
}

#[test]
fn a_decision_leads_to_the_programme_that_names_it_and_to_no_other() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, &cast).unwrap();
        let named = programme::record::NewProgramme {
            decision: Some(id),
            ..new_programme(&cast)
        };
        let named = programme::record::record(&officer, named).unwrap();
        let other = programme::record::NewProgramme {
            code: "KHAC".into(),
            ..new_programme(&cast)
        };
        programme::record::record(&officer, other).unwrap();
        let records = |cx: &Cx<'_>| {
            let found = link::links(cx, id).unwrap().into_iter();
            found.map(|linked| linked.record).collect::<Vec<_>>()
        };
        assert_eq!(records(&officer), [named.0]);
        link::link(&officer, id, named.0, Relation::Approval).unwrap();
        assert_eq!(
            records(&officer),
            [named.0],
            "the same said twice is said once"
        );
    }
}

#[test]
fn the_same_document_is_not_kept_twice() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        keep(&officer, &cast).unwrap();
        let again = keep(&officer, &cast).unwrap_err();
        assert_eq!(again.code(), "document.already-kept");
        record(&officer, decision(&cast, "459/QĐ-UBND", "21/3/2017"))
            .expect("the same number of another year is another document");
        assert_eq!(search::find(&officer, "459").unwrap().len(), 2);
    }
}

#[test]
fn a_file_comes_back_as_it_was_and_only_to_readers() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, &cast).unwrap();
        let file = attach::attach(&officer, id, "C:\\quét\\QĐ 459.pdf", PDF).unwrap();
        attach::attach(&officer, id, "bản sao.pdf", PDF).expect("the same bytes again");

        let auditor = cast.person(Role::Auditor).at(&office);
        let (kept, _, bytes) = attach::open(&auditor, id, file).unwrap();
        assert_eq!(
            (kept.file_name.as_str(), bytes.as_slice()),
            ("QĐ 459.pdf", PDF)
        );
        assert_eq!(attach::attachments(&auditor, id).unwrap().len(), 2);

        let foreigner = cast.foreigner(Role::Auditor).at(&office);
        let hidden = attach::open(&foreigner, id, file);
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let other = record(&officer, decision(&cast, "2677/QĐ-UBND", "5/9/2022")).unwrap();
        let elsewhere = attach::open(&officer, other, file);
        assert!(
            matches!(elsewhere, Err(Failure::NotFound)),
            "not beside another"
        );
        let missing = attach::open(&officer, id, AttachmentId([7; 16]));
        assert!(matches!(missing, Err(Failure::NotFound)));
    }
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_refused_and_not_kept() {
    let office = TestOffice::open(Engine::Sqlite, "2026-11-22");
    let cast = Cast::gather(&office);
    let officer = cast.person(Role::CentreOfficer).at(&office);
    let id = keep(&officer, &cast).unwrap();
    let large = vec![b'%'; attach::FILE_BYTES_MAX + 1];
    let cases: [(&str, &[u8], &str); 5] = [
        ("a.pdf", b"MZ\x90", "document.file-differs"),
        ("a.exe", b"MZ\x90", "document.file-kind"),
        ("a.docx", PDF, "document.file-differs"),
        ("a.pdf", b"", "document.file-missing"),
        ("a.pdf", &large, "document.file-too-large"),
    ];
    for (name, bytes, code) in cases {
        let refused = attach::attach(&officer, id, name, bytes).unwrap_err();
        assert_eq!(refused.code(), code, "{name}");
    }
    assert!(attach::attachments(&officer, id).unwrap().is_empty());
    assert!(!office.files().exists(), "no byte was written");
}

#[test]
fn a_disk_that_cannot_keep_the_bytes_leaves_no_row() {
    let office = TestOffice::open(Engine::Sqlite, "2026-11-22");
    let cast = Cast::gather(&office);
    let officer = cast.person(Role::CentreOfficer).at(&office);
    let id = keep(&officer, &cast).unwrap();
    std::fs::write(office.files(), "a file where the folder should be").unwrap();
    assert!(attach::attach(&officer, id, "a.pdf", PDF).is_err());
    assert!(attach::attachments(&officer, id).unwrap().is_empty());
    std::fs::remove_file(office.files()).unwrap();
    let file = attach::attach(&officer, id, "a.pdf", PDF).unwrap();
    let folder = std::fs::read_dir(office.files())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let kept = std::fs::read_dir(folder.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    std::fs::write(kept.path(), "changed by somebody").unwrap();
    let changed = attach::open(&officer, id, file);
    assert!(matches!(changed, Err(Failure::Internal(_))));
}

#[test]
fn each_role_reads_and_records_what_the_table_says() {
    use Role::*;
    let writers = [CentreOfficer, CentreHead, DepartmentOfficer, DepartmentHead];
    // A commune reads the papers of its province; outsiders see none.
    let outside = [SystemAdministrator, ServiceOrganisation, Firm];
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let id = keep(&cast.person(CentreOfficer).at(&office), &cast).unwrap();
        for (number, role) in (1..).zip(Role::ALL) {
            let cx = cast.person(role).at(&office);
            let reads = document::show(&cx, id).is_ok();
            assert_eq!(reads, !outside.contains(&role), "{role:?} reads");
            let new = decision(&cast, &format!("{number}/KH"), "1/2/2020");
            assert_eq!(
                record(&cx, new).is_ok(),
                writers.contains(&role),
                "{role:?}"
            );
            let attached = attach::attach(&cx, id, "a.pdf", PDF);
            assert_eq!(
                attached.is_ok(),
                writers.contains(&role),
                "{role:?} attaches"
            );
            let linked = link::link(&cx, id, id.0, Relation::Basis);
            assert_eq!(linked.is_ok(), writers.contains(&role), "{role:?} links");
            let foreigner = cast.foreigner(role).at(&office);
            let hidden = document::show(&foreigner, id);
            assert!(matches!(hidden, Err(Failure::NotFound)), "foreign {role:?}");
        }
        let officer = cast.person(CentreOfficer).at(&office);
        assert_eq!(
            attach::attachments(&officer, id).unwrap().len(),
            writers.len()
        );
    }
}
