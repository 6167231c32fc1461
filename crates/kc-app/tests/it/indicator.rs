//! Targets and results: measured as printed, the unknown said to be unknown, hidden abroad.

use chrono::NaiveDate;
use kc_app::indicator::result::NewResult;
use kc_app::indicator::target::NewTarget;
use kc_app::indicator::{Overview, overview, plan_lines, result, target, withdraw};
use kc_app::kernel::{Cx, Failure};
use kc_app::{audit, plan, programme, project};
use kc_domain::identity::Role;
use kc_domain::indicator::learners::partners_note;
use kc_domain::indicator::record::Counts;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::published::Period;
use kc_domain::programme::frame::Frame;
use kc_domain::project::ProjectKind;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, new_plan, new_programme, new_project};

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn year(year: i32) -> Option<Period> {
    Period::new(day(&format!("1/1/{year}")), day(&format!("31/12/{year}")))
}

fn a_plan(cx: &Cx<'_>, cast: &Cast, year: i32) -> Frame {
    Frame::Plan(plan::record::record(cx, new_plan(cast, year)).unwrap())
}

fn set(cx: &Cx<'_>, frame: Frame, indicator: &str, figure: &str, period: Option<Period>) {
    let new = NewTarget {
        frame,
        indicator: indicator.to_owned(),
        figure: figure.to_owned(),
        period,
        illustrative: false,
    };
    target::record(cx, new).unwrap();
}

fn new_result(frame: Frame, indicator: &str, figure: Option<&str>, as_of: &str) -> NewResult {
    NewResult {
        frame,
        indicator: indicator.to_owned(),
        counts: None,
        figure: figure.map(str::to_owned),
        as_of: day(as_of),
        place_written: None,
        note: None,
        illustrative: false,
    }
}

fn report(cx: &Cx<'_>, frame: Frame, rows: &[(&str, Option<Counts>, Option<&str>)], as_of: &str) {
    for (indicator, counts, figure) in rows {
        let new = NewResult {
            counts: *counts,
            ..new_result(frame, indicator, *figure, as_of)
        };
        result::record(cx, new).unwrap();
    }
}

fn says(found: &Overview) -> Vec<String> {
    let standings = found.standings.iter();
    standings
        .map(|standing| match &standing.measured {
            Some(measured) => measured.text().vi,
            None => "chưa có số liệu".to_owned(),
        })
        .collect()
}

const OF_2017: &[(&str, Option<Counts>, Option<&str>)] = &[
    ("Đề án", Some(Counts::Projects), Some("13 đề án")),
    ("Kinh phí", Some(Counts::Money), Some("trên 3,865 tỷ đồng")),
    ("Đào tạo nghề", Some(Counts::Classes), Some("12 lớp")),
    ("Đào tạo nghề", Some(Counts::Learners), Some("300 lao động")),
    (
        "Tập huấn khởi sự",
        Some(Counts::Learners),
        Some("180 học viên"),
    ),
    ("Mô hình, thiết bị", None, Some("3 đề án")),
    ("Đề án quốc gia", None, None),
];

#[test]
fn v08_a_plan_in_september_keeps_its_hedge_and_says_what_is_unknown() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2017);
        report(&officer, frame, OF_2017, "15/9/2017");
        let found = overview(&officer, frame, day("15/9/2017")).unwrap();
        let elapsed = found.progress.elapsed.unwrap();
        assert_eq!((elapsed.day, elapsed.days, elapsed.left), (258, 365, 107));
        assert_eq!(elapsed.percent.unwrap().comma(), "70,68");
        let money = found.progress.money.unwrap();
        assert_eq!(money, "trên 3.865 triệu đồng");
        assert_eq!(found.progress.completion, None);

        let sewing = found.training[0].as_classes().unwrap();
        assert_eq!(sewing.learners_each().unwrap().comma(), "25,00");
        let startup = &found.training[1];
        assert_eq!((startup.classes, startup.learners), (None, Some(180)));
        let earlier = overview(&officer, frame, day("14/9/2017")).unwrap();
        assert_eq!(earlier.progress.money, None, "not known the day before");
    }
}

#[test]
fn v09_a_year_lies_within_its_programme() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let programme = programme::record::record(&officer, new_programme(&cast)).unwrap();
        let mut new = new_plan(&cast, 2017);
        new.programme = Some(programme);
        let year = Frame::Plan(plan::record::record(&officer, new).unwrap());
        report(&officer, year, OF_2017, "15/9/2017");
        let whole = [
            ("Đề án", None, Some("65 đề án")),
            ("Kinh phí", None, Some("41.306,53 triệu đồng")),
            ("Đào tạo nghề", None, Some("610 lao động")),
            ("Tập huấn khởi sự", None, Some("716 lượt người")),
            ("Mô hình, thiết bị", None, Some("21 đề án")),
        ];
        report(&officer, Frame::Programme(programme), &whole, "6/11/2020");
        let found = overview(&officer, year, day("31/12/2020")).unwrap();
        let shares: Vec<_> = found
            .nested
            .iter()
            .filter(|held| held.part.counts != Some(Counts::Classes))
            .map(|held| (held.nested.share.unwrap().comma(), held.nested.mixes_units))
            .collect();
        let wanted = [
            ("20,00", false),
            ("9,36", false),
            ("49,18", false),
            ("25,14", true),
            ("14,29", false),
        ];
        assert_eq!(
            shares,
            wanted.map(|(share, mixes)| (share.to_owned(), mixes))
        );
        assert!(found.nested.iter().all(|held| held.nested.holds));
        let warning = found.money_warning.unwrap().vi;
        assert!(warning.contains("9,36%") && warning.contains("20,00%"));
    }
}

#[test]
fn v15_lines_are_put_into_groups_and_the_open_ones_are_named() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let mut new = new_plan(&cast, 2023);
        new.catalogue = "BRVT-2023".to_owned();
        let plan = plan::record::record(&officer, new).unwrap();
        let groups = [
            Some("3"),
            None,
            None,
            Some("1"),
            Some("2"),
            Some("4"),
            Some("5"),
            Some("5"),
            Some("4"),
            Some("4"),
        ];
        for (number, group) in (1..).zip(groups) {
            let title = format!("Nội dung {number}");
            let mut line = new_project(&title, HAI_PHONG, cast.centre);
            line.kind = ProjectKind::Task;
            line.plan = Some(plan);
            line.content_group = group.map(str::to_owned);
            project::propose::propose(&officer, line).unwrap();
        }
        let grouped = plan_lines(&officer, plan).unwrap();
        let counts: Vec<_> = grouped.groups.iter().map(|g| g.titles.len()).collect();
        assert_eq!(counts, [1, 1, 1, 3, 2]);
        assert_eq!((grouped.open.len(), grouped.total()), (2, 10));
        let note = grouped.open_note().unwrap().vi;
        assert_eq!(note, "2 nội dung chưa phân nhóm: Nội dung 2; Nội dung 3");

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let hidden = plan_lines(&foreigner, plan);
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}

#[test]
fn v20_field_work_is_said_in_one_sentence_with_its_warning() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2020);
        let rows = [
            ("Khảo sát", Some(Counts::Surveys), Some("46 cuộc khảo sát")),
            (
                "Kiểm tra",
                Some(Counts::Inspections),
                Some("30 cuộc kiểm tra"),
            ),
            (
                "Nghiệm thu",
                Some(Counts::Acceptances),
                Some("16 cuộc nghiệm thu"),
            ),
        ];
        report(&officer, frame, &rows, "31/12/2020");
        let on = day("24/2/2021");
        assert_eq!(overview(&officer, frame, on).unwrap().field_work, None);
        let firms = [("Thụ hưởng", Some(Counts::Beneficiaries), Some("14 cơ sở"))];
        report(&officer, frame, &firms, "31/12/2020");
        let work = overview(&officer, frame, on)
            .unwrap()
            .field_work
            .unwrap()
            .work();
        assert_eq!(work.visits(), 92);
        assert_eq!(
            work.sentence().vi,
            "46 cuộc khảo sát, thẩm tra lựa chọn đơn vị thụ hưởng đề án khuyến công, 30 cuộc kiểm \
             tra việc triển khai thực hiện đề án khuyến công, 16 cuộc nghiệm thu đề án khuyến công"
        );
        let warning = work.warning().unwrap().vi;
        assert!(warning.starts_with("16 nghiệm thu > 14 cơ sở"));
    }
}

#[test]
fn v21_learners_of_uncounted_classes_are_missing_not_none() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let frame = a_plan(&officer, &cast, 2020);
        let rows = [
            ("Tập huấn phối hợp", Some(Counts::Classes), Some("10 lớp")),
            ("Tập huấn phối hợp", Some(Counts::Learners), None),
            (
                "Tập huấn phối hợp",
                Some(Counts::Partners),
                Some("11 đơn vị"),
            ),
            ("Tập huấn chính sách", Some(Counts::Classes), Some("6 lớp")),
            (
                "Tập huấn chính sách",
                Some(Counts::Learners),
                Some("600 cán bộ"),
            ),
        ];
        report(&officer, frame, &rows, "31/12/2020");
        let found = overview(&officer, frame, day("24/2/2021")).unwrap();
        assert_eq!(found.learners.classes, 16);
        assert_eq!(found.learners.total(), None);
        assert_eq!(found.learners.text().vi, "600 (còn thiếu số liệu 10 lớp)");
        let [joint, policy] = <[_; 2]>::try_from(found.training).unwrap();
        assert_eq!(joint.as_classes().unwrap().learners_each(), None);
        let each = policy.as_classes().unwrap().learners_each().unwrap();
        assert_eq!(each.comma(), "100,00");
        let note = partners_note(joint.partners.unwrap(), joint.classes.unwrap());
        assert_eq!(note.unwrap().vi, "11 đơn vị phối hợp, 10 lớp");
    }
}

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
