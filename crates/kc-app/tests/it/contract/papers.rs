//! A prepared move and the progress of a project on paper: all of it, and for nobody else.

use super::{Story, day, voucher};
use kc_app::contract::progress::{NewProgress, report};
use kc_app::contract::progress_paper;
use kc_app::kernel::{Failure, PaperFormat};
use kc_app::payment::{self, paper};
use kc_app::project;
use kc_domain::identity::Role;
use kc_domain::ledger::MoveKind;
use kc_testkit::Engine;

#[test]
fn a_prepared_move_prints_its_sum_in_words_its_vouchers_and_where_it_stands() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-10-20");
        let advance = story.move_of(MoveKind::Advance, 70_000_000, "2026-03-10");
        let vouchers = [voucher("0000123", 70_000_000)];
        let id = story.prepare(&advance, &vouchers).unwrap();
        let accountant = story.at(Role::Accountant);
        let waiting = paper::paper(&accountant, id).unwrap();
        assert!(waiting.is_draft, "nobody approved it yet");
        let said = format!("{waiting:?}");
        for expected in [
            "Tạm ứng, đề án “Máy cắt laser”",
            "Hợp đồng: số 15/HĐ-TTKC ngày 01/03/2026",
            "bằng chữ: bảy mươi triệu đồng",
            "loại – khoản 280-309",
            "0000123",
            "Chưa duyệt",
            "superior: \"Sở Công Thương\\nthành phố Hải Phòng\"",
        ] {
            assert!(said.contains(expected), "{expected} in {said}");
        }
        payment::approve(&story.at(Role::PaymentApprover), id).unwrap();
        let approved = paper::paper(&accountant, id).unwrap();
        assert!(!approved.is_draft && format!("{approved:?}").contains("Đã duyệt"));
        let (name, bytes) = paper::print(&accountant, id, PaperFormat::Docx).unwrap();
        assert_eq!(name, "giay-de-nghi-2026-10-20.docx");
        assert!(bytes.starts_with(b"PK"));

        let foreigner = story.cast.foreigner(Role::Accountant).at(&story.office);
        let hidden = paper::paper(&foreigner, id);
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let firm = paper::paper(&story.at(Role::Firm), id);
        assert!(firm.is_err());
    }
}

#[test]
fn the_progress_prints_every_month_from_the_first_and_names_those_not_reported() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-20");
        let centre = story.at(Role::CentreOfficer);
        let march = NewProgress {
            month: day("2026-03-17"),
            percent: 35,
            done: "Đã ký mua máy".into(),
            difficulties: Some("Máy về chậm".into()),
        };
        report(&centre, story.project, &march).unwrap();
        let found = project::show(&centre, story.project).unwrap();
        let paper = progress_paper::paper(&centre, &found).unwrap();
        assert_eq!(paper.issuer.body, "Cơ khí Hoàng Cường");
        assert_eq!(paper.recipients, ["Trung tâm Khuyến công Hải Phòng"]);
        let said = format!("{:?}", paper.blocks);
        let at = |words: &str| {
            said.find(words)
                .unwrap_or_else(|| panic!("{words}: {said}"))
        };
        assert!(at("03/2026") < at("Máy về chậm") && at("Máy về chậm") < at("04/2026"));
        assert!(said.contains("chưa báo cáo, hạn"), "{said}");

        let (name, bytes) =
            progress_paper::print(&centre, story.project, PaperFormat::Docx).unwrap();
        assert!(name.starts_with("tien-do-") && bytes.starts_with(b"PK"));
        let foreigner = story.cast.foreigner(Role::CentreOfficer).at(&story.office);
        let hidden = progress_paper::print(&foreigner, story.project, PaperFormat::Docx);
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}
