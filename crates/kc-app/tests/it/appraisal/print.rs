//! Minutes and rankings on paper: all of what the page shows, and never more than that.

use super::Bench;
use super::ranking::closed;
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::print::{minutes, minutes_paper, ranking_paper};
use kc_app::appraisal::rank::keep;
use kc_app::appraisal::recuse::ask;
use kc_app::appraisal::score::{NewScore, score};
use kc_app::kernel::{Failure, PaperFormat};
use kc_domain::identity::Role;
use kc_domain::kernel::paper::{Paper, Sheet};
use kc_testkit::{Engine, new_score};

/// Every word of a paper in one text.
fn words(paper: &Paper) -> String {
    format!("{:?} {:?}", paper.blocks, paper.appendices)
}

#[test]
fn closed_minutes_print_who_sat_who_stayed_away_and_every_score() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_sit();
        bench.all_score(project, 80);
        let remarked = NewScore {
            remark: Some("Cần thêm báo giá.".into()),
            ..new_score(65)
        };
        score(&bench.member(1), bench.sitting, project, remarked).unwrap();
        ask(&bench.member(2), bench.sitting, project, "Anh em họ").unwrap();
        close(&bench.department(), bench.sitting).unwrap();

        let (stem, paper) = minutes_paper(&bench.department(), bench.sitting).unwrap();
        assert_eq!(stem, "bien-ban-hoi-dong-2026-05-18-phien-1-ban-1");
        assert!(!paper.is_draft);
        let words = words(&paper);
        for said in [
            "Có mặt 5/5 thành viên",
            "Anh em họ",
            "Ủy viên 2: Cần thêm báo giá.",
            "Họp đủ.",
            "76,25",
            "3/4",
            "hồi tị",
            "Ủy viên 3, đề án",
            "thông qua và khóa lúc",
        ] {
            assert!(words.contains(said), "{said}");
        }
        assert_eq!(
            (&*paper.issuer.superior, &*paper.issuer.body),
            (
                "Sở Công Thương\nthành phố Hải Phòng",
                "Hội đồng thẩm định năm 2026"
            )
        );
        assert_eq!(paper.appendices[0].sheet, Sheet::Landscape);
        let file = minutes(&bench.member(0), bench.sitting, PaperFormat::Docx).unwrap();
        assert!(file.0.ends_with("-ban-1.docx") && file.1.starts_with(b"PK"));
    }
}

#[test]
fn open_minutes_are_a_draft_and_tell_a_member_nothing_of_the_others() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_sit();
        bench.all_score(project, 83);
        let remarked = NewScore {
            remark: Some("Rất yếu.".into()),
            ..new_score(41)
        };
        score(&bench.member(1), bench.sitting, project, remarked).unwrap();

        let (_, seen) = minutes_paper(&bench.department(), bench.sitting).unwrap();
        assert!(seen.is_draft && words(&seen).contains("Rất yếu."));
        let (_, blind) = minutes_paper(&bench.member(3), bench.sitting).unwrap();
        assert!(blind.is_draft && blind.appendices.is_empty());
        let told = words(&blind);
        for hidden in ["Rất yếu.", "\"83\"", "\"41\"", "74,6", "4/5"] {
            assert!(!told.contains(hidden), "{hidden}");
        }
        let foreigner = bench.cast.foreigner(Role::CouncilMember).at(&bench.office);
        let hidden = minutes(&foreigner, bench.sitting, PaperFormat::Docx);
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}

#[test]
fn a_ranking_prints_the_sentence_of_every_file_and_what_is_left() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, _) = closed(&bench);
        let department = bench.department();
        close(&department, bench.sitting).unwrap();
        let kept = keep(&department, bench.council, &choice, Some("Đợt I".into())).unwrap();
        let (stem, paper) = ranking_paper(&department, kept).unwrap();
        assert!(stem.starts_with("xep-hang-2026-05-18-"), "{stem}");
        let words = words(&paper);
        for said in [
            "Xếp thứ 1, 90 điểm; xin 300 triệu đồng từ nguồn NSTP, còn 500 triệu đồng: đủ, được xếp hỗ trợ.",
            "không đủ, dừng tại đây; dự phòng thứ 1.",
            "200.000.000",
            "Ghi chú: Đợt I",
            "khớp với kết quả đã ghi",
        ] {
            assert!(words.contains(said), "{said}");
        }
        let foreigner = bench.cast.foreigner(Role::CouncilMember).at(&bench.office);
        assert!(matches!(
            ranking_paper(&foreigner, kept),
            Err(Failure::NotFound)
        ));
    }
}
