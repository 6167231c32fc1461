//! The letter of guidance says what was recorded and what is in force, and nobody else draws it.

use super::Opened;
use kc_app::kernel::{Cx, Failure, PaperFormat};
use kc_app::plan::guide::{guidance, guide};
use kc_app::plan::letter;
use kc_domain::identity::Role;
use kc_domain::kernel::id::PlanId;
use kc_domain::plan::Guidance;
use kc_testkit::Engine;

/// Everything the letter says, one after the other.
fn words(cx: &Cx<'_>, plan: PlanId) -> String {
    let (_, paper) = letter::draw(cx, plan).unwrap();
    format!("{paper:?}")
}

fn recorded() -> Guidance {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    Guidance {
        priorities: lines(&["Đề án điểm", "Cơ sở do phụ nữ làm chủ"]),
        desk: Some("Phòng Khuyến công, 12 Lạch Tray".into()),
        copies: lines(&["Sở Tài chính"]),
        signer_post: Some("Phó Giám đốc".into()),
        signer_name: Some("Đỗ Quang Minh".into()),
        ..Guidance::default()
    }
}

#[test]
fn the_letter_tells_the_year_its_priorities_the_hours_the_papers_and_the_ceilings() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        let sct = opened.at(Role::DepartmentOfficer);
        guide(&sct, opened.plan, recorded()).unwrap();
        assert_eq!(guidance(&sct, opened.plan).unwrap(), recorded());
        let (name, bytes) = letter::write(&sct, opened.plan, PaperFormat::Docx).unwrap();
        assert_eq!(name, "cong-van-huong-dan-hp-2027.docx");
        assert!(bytes.starts_with(b"PK"), "a text document is an archive");
        let said = words(&sct, opened.plan);
        for expected in [
            "superior: \"Ủy ban nhân dân\\nthành phố Hải Phòng\", body: \"Sở Công Thương\"",
            "Letter { about: \"hướng dẫn đăng ký đề án khuyến công năm 2027\"",
            "number: None, sign: \"SCT-KC\"",
            "Ủy ban nhân dân các xã, phường, đặc khu",
            "1. Ưu tiên của năm",
            "Đề án điểm;",
            "Cơ sở do phụ nữ làm chủ.",
            "Mở từ 08:00 ngày 01/03/2026, đóng lúc 17:00 ngày 30/06/2026",
            "Nơi đăng ký: Phòng Khuyến công, 12 Lạch Tray.",
            "đơn đề nghị hỗ trợ của cơ sở; đề án và dự toán",
            "văn bản đề nghị hỗ trợ của cơ sở thụ hưởng",
            "Đề án nhóm: từ 2 cơ sở thụ hưởng cùng ngành nghề",
            "authority: [\"KT. Giám đốc\"], post: \"Phó Giám đốc\", name: \"Đỗ Quang Minh\"",
            "copies: [\"Như trên\", \"Sở Tài chính\", \"Lưu: VT\"]",
            "Tối đa 50 % chi phí, không quá 300 triệu đồng/cơ sở",
            "khoản 4 Điều 8, Thông tư 28/2018/TT-BTC",
            "Điều 8, Thông tư 28/2018/TT-BTC – chưa kiểm chứng",
        ] {
            assert!(said.contains(expected), "{expected} in {said}");
        }
    }
}

#[test]
fn a_year_without_guidance_still_has_its_letter_and_says_no_priorities() {
    let opened = Opened::on(Engine::Sqlite);
    let centre = opened.at(Role::CentreHead);
    let said = words(&centre, opened.plan);
    assert!(said.contains("1. Thời gian đăng ký"), "{said}");
    assert!(!said.contains("Ưu tiên của năm"), "{said}");
}

#[test]
fn only_those_who_record_the_plan_draw_its_letter() {
    for engine in Engine::BOTH {
        let opened = Opened::on(engine);
        let draw =
            |cx: &Cx<'_>| letter::write(cx, opened.plan, PaperFormat::Docx).map(|(name, _)| name);
        for role in [Role::Firm, Role::CommuneOfficer, Role::Accountant] {
            let tried = draw(&opened.at(role));
            assert!(matches!(tried, Err(Failure::Denied(_))), "{role:?}");
        }
        let foreigner = opened.cast.foreigner(Role::CentreHead);
        let tried = draw(&foreigner.at(&opened.office));
        assert!(matches!(tried, Err(Failure::NotFound)));
    }
}
