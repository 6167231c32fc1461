//! Targets against results, and who sees either.

use super::*;

/// Indicator, target, the year it is set for, actual, and how it stands (V22).
const TARGETS: [(&str, &str, Option<i32>, &str, &str); 6] = [
    (
        "Cụm khởi công",
        "43 cụm công nghiệp",
        Some(2021),
        "41 cụm công nghiệp",
        "95,35% chưa đạt (thiếu 2)",
    ),
    (
        "Cụm hoàn thành",
        "ít nhất 20 cụm công nghiệp",
        Some(2021),
        "22 cụm công nghiệp",
        "110,00% đạt",
    ),
    (
        "Điểm bán hàng",
        "30 - 40 điểm",
        Some(2021),
        "35 điểm",
        "đạt (trong khoảng)",
    ),
    (
        "Tăng xuất khẩu",
        "6 - 8%/năm",
        Some(2021),
        "8,4%/năm",
        "vượt (+0,4 điểm %)",
    ),
    (
        "Mẫu mã",
        "350 - 500 mẫu",
        None,
        "349 mẫu",
        "99,71% chưa đạt (thiếu 1); kỳ chưa rõ",
    ),
    (
        "Lượt doanh nghiệp",
        "450 - 500 lượt",
        None,
        "500 lượt",
        "đạt (bằng mức trên); kỳ chưa rõ",
    ),
];

#[test]
fn v22_targets_are_measured_by_the_latest_result() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2021);
        for (indicator, figure, in_year, ..) in TARGETS {
            let period = in_year.and_then(year);
            set(&officer, frame, indicator, figure, period);
        }
        let on = day("31/12/2021");
        assert_eq!(
            says(&overview(&officer, frame, on).unwrap()),
            ["chưa có số liệu"; 6]
        );
        report(
            &officer,
            frame,
            &[("Cụm khởi công", None, Some("12 cụm"))],
            "30/6/2021",
        );
        for (indicator, _, _, actual, _) in TARGETS {
            report(
                &officer,
                frame,
                &[(indicator, None, Some(actual))],
                "31/12/2021",
            );
        }
        let found = overview(&officer, frame, on).unwrap();
        assert_eq!(says(&found), TARGETS.map(|row| row.4));
        let in_june = overview(&officer, frame, day("30/6/2021")).unwrap();
        assert_eq!(says(&in_june)[0], "27,91% chưa đạt (thiếu 31)");
    }
}

#[test]
fn targets_and_results_are_hidden_abroad_and_withdrawn_with_a_trace() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2021);
        let new = || new_result(frame, "Cụm khởi công", Some("41 cụm"), "31/12/2021");
        let id = result::record(&officer, new()).unwrap();

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let on = day("31/12/2021");
        assert!(matches!(
            overview(&foreigner, frame, on),
            Err(Failure::NotFound)
        ));
        assert!(matches!(
            result::record(&foreigner, new()),
            Err(Failure::NotFound)
        ));
        assert!(matches!(
            withdraw::result(&foreigner, id),
            Err(Failure::NotFound)
        ));
        let auditor = cast.person(Role::Auditor).at(&office);
        assert!(matches!(
            result::record(&auditor, new()),
            Err(Failure::Denied(_))
        ));
        assert_eq!(overview(&auditor, frame, on).unwrap().results.len(), 1);

        let wrong = new_result(frame, "Kinh phí", Some("5.76 triệu đồng"), "31/12/2021");
        assert!(matches!(
            result::record(&officer, wrong),
            Err(Failure::Invalid(_))
        ));
        withdraw::result(&officer, id).unwrap();
        assert!(overview(&officer, frame, on).unwrap().results.is_empty());
        assert!(matches!(
            withdraw::result(&officer, id),
            Err(Failure::NotFound)
        ));
        let hidden = audit::of_record(&foreigner, frame);
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let history = audit::of_record(&officer, frame).unwrap();
        assert!(
            history[0]
                .detail
                .contains("Rút kết quả Cụm khởi công: 41 cụm")
        );
    }
}
