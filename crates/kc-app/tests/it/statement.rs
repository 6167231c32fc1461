//! Statements an office keeps: verdicts follow the figures, the history says who and when, and
//! nobody outside learns of them.

use kc_app::kernel::{Cx, Failure, Window};
use kc_app::statement::amend::amend;
use kc_app::statement::keep::{NewStatement, keep};
use kc_app::statement::withdraw::withdraw;
use kc_app::statement::{self, Filter, check_pasted};
use kc_app::{audit, search};
use kc_domain::audit::Outcome;
use kc_domain::identity::Role;
use kc_domain::kernel::id::StatementId;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::statement::Verdict;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice};

const F003: &str = include_str!("../../../../demo/statements/hai-phong-2016-2020.json");
const VUNG_TAU: &str = include_str!("../../../../demo/statements/ba-ria-vung-tau-2023.json");

fn new(cast: &Cast, body: &str) -> NewStatement {
    NewStatement {
        body: body.to_owned(),
        frame: None,
        area: AreaPath::parse(HAI_PHONG).unwrap(),
        organisation: cast.centre,
        illustrative: false,
    }
}

fn verdict(cx: &Cx<'_>, id: StatementId, check: &str) -> Verdict {
    let (_, checked) = statement::show(cx, id).unwrap();
    let mut found = checked.findings.into_iter();
    found.find(|finding| finding.name == check).unwrap().verdict
}

fn total(cx: &Cx<'_>, words: &str) -> i64 {
    let filter = Filter {
        words: words.to_owned(),
        frame: None,
    };
    statement::list(cx, &filter, Window::of_page(1, 50))
        .unwrap()
        .total
}

/// F003 with the sources of groups 1 and 7 set to budget, and the missing project beside them.
fn with_the_missing_project() -> String {
    F003.replace(
        r#""g1_budget": {"text": null"#,
        r#""g8_projects": "1 đề án", "g8": "210 triệu đồng", "g8_budget": "209,98 triệu đồng",
           "g8_counterpart": "0,02 triệu đồng", "g1_budget": {"text": "735,5 triệu đồng""#,
    )
    .replace(
        r#""g7_budget": {"text": null"#,
        r#""g7_budget": {"text": "239,3 triệu đồng""#,
    )
    .replace(
        r#""g1_counterpart": {"text": null"#,
        r#""g1_counterpart": {"text": "0 triệu đồng""#,
    )
    .replace(
        r#""g7_counterpart": {"text": null"#,
        r#""g7_counterpart": {"text": "0 triệu đồng""#,
    )
    .replace(r#""g7_projects"]"#, r#""g7_projects", "g8_projects"]"#)
    .replace(r#""g6", "g7"]"#, r#""g6", "g7", "g8"]"#)
    .replace(r#""g7_budget"],"#, r#""g7_budget", "g8_budget"],"#)
    .replace(
        r#""g7_counterpart"],"#,
        r#""g7_counterpart", "g8_counterpart"],"#,
    )
    .replace(r#""listed": 64"#, r#""listed": 65"#)
}

#[test]
fn v05_the_missing_project_closes_every_gap_and_removing_it_opens_them_again() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, F003)).unwrap();
        let (_, before) = statement::show(&officer, id).unwrap();
        assert_eq!(before.doubtful(), 4);

        office.set_clock("2026-11-23");
        amend(&officer, id, 1, with_the_missing_project(), None).unwrap();
        let (_, closed) = statement::show(&officer, id).unwrap();
        for finding in &closed.findings {
            assert_eq!(finding.verdict, Verdict::Agrees, "{}", finding.name);
        }

        amend(&officer, id, 2, F003.to_owned(), None).unwrap();
        let (kept, after) = statement::show(&officer, id).unwrap();
        assert_eq!(after, before, "every earlier verdict is restored");
        assert_eq!(kept.version, 3);

        let history = audit::of_record(&officer, id).unwrap();
        assert_eq!(history.len(), 3);
        let added = &history[1];
        assert_eq!(added.name, Role::CentreOfficer.name(Lang::Vi));
        assert_eq!(added.at.day().to_string(), "2026-11-23");
        assert!(added.detail.contains("thêm g8 = 210 triệu đồng"));
        assert!(added.detail.contains("“Kinh phí theo nhóm”: lệch → khớp"));
        assert!(history[0].detail.contains("bỏ g8 = 210 triệu đồng"));
    }
}

#[test]
fn v05_a_stale_form_and_a_figure_that_cannot_be_read_change_nothing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, F003)).unwrap();
        amend(&officer, id, 1, with_the_missing_project(), None).unwrap();
        let stale = amend(&officer, id, 1, F003.to_owned(), None);
        assert!(matches!(stale, Err(Failure::Stale)));
        let wrong = F003.replace("5.760 triệu", "5.76 triệu");
        let refused = amend(&officer, id, 2, wrong.clone(), None).unwrap_err();
        assert_eq!(refused.code(), "figure.separators");
        assert!(keep(&officer, new(&cast, &wrong)).is_err());
        let (kept, checked) = statement::show(&officer, id).unwrap();
        assert_eq!((kept.version, checked.is_fine()), (2, true));
        assert_eq!(total(&officer, ""), 1);
    }
}

#[test]
fn v13_hedged_plan_money_agrees_until_the_budget_is_too_small() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, VUNG_TAU)).unwrap();
        let check = "Kinh phí theo nguồn";
        assert_eq!(verdict(&officer, id, check), Verdict::Agrees);
        let with = |budget: &str| VUNG_TAU.replace("gần 5,7 tỷ", budget);
        amend(&officer, id, 1, with("5,5 tỷ"), None).unwrap();
        assert_eq!(verdict(&officer, id, check), Verdict::AgreesWithin);
        amend(&officer, id, 2, with("4,5 tỷ"), None).unwrap();
        assert_eq!(verdict(&officer, id, check), Verdict::Differs);
        let history = audit::of_record(&officer, id).unwrap();
        assert!(history[0].detail.contains("budget: 5,5 tỷ → 4,5 tỷ"));
    }
}

#[test]
fn v14_splitting_a_listed_item_settles_the_count_and_stays_in_the_history() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, VUNG_TAU)).unwrap();
        let check = "Chương trình được liệt kê";
        assert_eq!(verdict(&officer, id, check), Verdict::Unsettled);
        let split = VUNG_TAU.replace("\"listed\": 10", "\"listed\": 11");
        amend(&officer, id, 1, split, None).unwrap();
        assert_eq!(verdict(&officer, id, check), Verdict::Agrees);
        let history = audit::of_record(&officer, id).unwrap();
        let split = &history[0].detail;
        assert!(split.contains("programmes liệt kê 11 chưa đủ"));
        assert!(split.contains("không đủ số liệu → khớp"));
    }
}

#[test]
fn v24_a_result_published_early_keeps_its_warning() {
    let checked = check_pasted(F003).unwrap();
    let warning = checked.statement.date_warning().unwrap();
    let wanted = "công bố trước khi kết thúc kỳ 55 ngày: số ước";
    assert_eq!(warning.text().vi, wanted);
}

#[test]
fn a_statement_is_hidden_from_other_provinces_and_kept_only_by_those_who_may() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, F003)).unwrap();
        assert_eq!(total(&officer, "HAI phong"), 1);
        assert_eq!(total(&officer, "Hà Nội"), 0);

        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert_eq!(total(&foreigner, ""), 0);
        assert!(search::find(&foreigner, "hai phong").unwrap().is_empty());
        for refused in [
            statement::show(&foreigner, id).map(drop),
            amend(&foreigner, id, 1, F003.to_owned(), None),
            withdraw(&foreigner, id, 1, "x"),
            keep(&foreigner, new(&cast, F003)).map(drop),
        ] {
            assert!(matches!(refused, Err(Failure::NotFound)));
        }
        let auditor = cast.person(Role::Auditor).at(&office);
        let refused = keep(&auditor, new(&cast, F003)).unwrap_err();
        assert!(matches!(refused, Failure::Denied(_)));
        assert_eq!(total(&auditor, ""), 1);
        let firm = cast.person(Role::Firm).at(&office);
        assert!(statement::list(&firm, &Filter::default(), Window::of_page(1, 50)).is_err());
    }
}

#[test]
fn a_withdrawn_statement_is_found_no_more_but_keeps_its_history() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-11-22");
        let cast = Cast::gather(&office);
        let officer = cast.person(Role::CentreOfficer).at(&office);
        let id = keep(&officer, new(&cast, F003)).unwrap();
        let silent = withdraw(&officer, id, 1, "  ").unwrap_err();
        assert!(silent.say(Lang::Vi).contains("lý do"));
        let found = || {
            let hits = search::find(&officer, "hai phong").unwrap();
            hits.iter().filter(|hit| hit.word == "statement").count()
        };
        assert_eq!(found(), 1);

        withdraw(&officer, id, 1, "nhập trùng").unwrap();
        assert_eq!(total(&officer, ""), 0);
        assert_eq!(found(), 0);
        let again = withdraw(&officer, id, 2, "lần nữa");
        assert!(matches!(again, Err(Failure::Stale)));
        let (kept, _) = statement::show(&officer, id).unwrap();
        assert!(kept.withdrawn_at.is_some());
        let history = audit::of_record(&officer, id).unwrap();
        assert!(history[0].detail.contains("nhập trùng"));
        assert_eq!(history[0].outcome, Outcome::Done);
    }
}
