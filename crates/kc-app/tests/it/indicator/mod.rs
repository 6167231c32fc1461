//! Targets and results: measured as printed, the unknown said to be unknown, hidden abroad.

mod counts;
mod targets;

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
use kc_domain::kernel::period::Period;
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
