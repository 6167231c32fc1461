//! Reports through the use cases, on both engines.

mod cells;
mod clocks;
mod decision;
mod files;
mod office;

use kc_app::kernel::{Cx, Failure};
use kc_app::report::{Ask, Opened, show, to_json};
use kc_domain::identity::Role;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use kc_domain::report::RowKey;
use kc_domain::statement::Verdict;
use kc_testkit::Engine;
use office::{CODE, Centre, Put, day, moment};
use serde_json::{Value, json};

/// The report as of the end of the programme, as known on 22/11/2026.
fn asked() -> Ask {
    let known = moment("2026-11-22T00:00:00+07:00");
    Ask::programme(CODE).on(day("2020-12-31"), known)
}

fn open(cx: &Cx<'_>) -> Opened {
    show(cx, &asked()).unwrap()
}

fn verdict(opened: &Opened, name: &str) -> Verdict {
    let found = opened.findings.iter().find(|finding| finding.name == name);
    found.unwrap().verdict
}

#[test]
fn v02_the_report_as_json_names_the_gap() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let found = to_json(&open(&centre.reader()), Lang::Vi);
        assert_eq!(found["report"], "programme");
        assert_eq!(found["programme"], CODE);
        assert_eq!(found["as_of"], "2020-12-31");
        assert_eq!(found["known_at"], "2026-11-22T00:00:00+07:00");
        assert_eq!(
            found["rows"][0],
            json!({"key": "group:1", "label": "Đào tạo nghề", "cells": {"projects": 3,
                   "total": 735_500_000, "budget": null, "counterpart": null, "workers": 610}})
        );
        assert_eq!(found["totals"]["projects"], 64);
        assert_eq!(found["totals"]["total"], 41_096_530_000_i64);
        assert_eq!(
            found["published"],
            json!({"projects": 65, "total": 41_306_530_000_i64})
        );
        assert_eq!(found["gap"], json!({"projects": 1, "total": 210_000_000}));
        assert_eq!(found["audit_head"].as_str().unwrap().len(), 64);
        assert_eq!(found["illustrative"], true);
    }
}

#[test]
fn v03_money_by_source_is_a_tree_and_levels_nobody_stated_stay_unstated() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let found = to_json(&open(&centre.reader()), Lang::Vi);
        let of = |key: &str| {
            let rows = found["sources"].as_array().unwrap();
            let row = rows.iter().find(|row| row["key"] == key).unwrap();
            row["cells"]["total"].as_i64().unwrap()
        };
        assert_eq!(of("source:state"), 11_393_700_000);
        assert_eq!(of("source:local"), 1_823_000_000);
        assert_eq!(of("source:budget"), 9_570_700_000);
        assert_eq!(of("source:counterpart"), 28_728_030_000);
        assert_eq!(of("source:unstated"), 974_800_000);
        assert_eq!(found["levels"][0]["key"], "level:none");
        assert_eq!(found["levels"][0]["cells"]["projects"], 64);
        assert_eq!(found["indicators"]["budget_share"], "30.45");
        assert_eq!(found["indicators"]["leverage"], "2.2839");
    }
}

#[test]
fn v04_missing_sources_are_listed_and_leave_a_range() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let opened = open(&centre.reader());
        assert_eq!(verdict(&opened, "Ngân sách nhà nước"), Verdict::Differs);
        assert_eq!(verdict(&opened, "Đối ứng"), Verdict::AgreesWithin);
        let found = to_json(&opened, Lang::Vi);
        assert_eq!(found["totals"]["budget"], Value::Null);
        assert_eq!(found["totals"]["budget_low"], 11_393_700_000_i64);
        assert_eq!(found["totals"]["budget_high"], 12_368_500_000_i64);
        let notes: Vec<_> = found["notes"].as_array().unwrap().iter().collect();
        assert!(
            notes
                .iter()
                .any(|note| *note == "thiếu nguồn vốn: nhóm 1, 7"),
            "{notes:?}"
        );
    }
}

#[test]
fn v05_a_found_project_closes_the_gap_and_withdrawing_it_opens_the_gap_again() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let before = open(&centre.reader());
        let missing = Put {
            level: Some(Level::Local),
            ..Put::new("HP-GD-1", "4")
        };
        centre.change(|tx| {
            let project = centre.put(tx, &missing);
            centre.give(tx, project, Source::Budget, 209_980_000, "2019-03-01");
            centre.give(tx, project, Source::Counterpart, 20_000, "2019-03-01");
        });
        let found = open(&centre.reader());
        let gap = found.report.gap().unwrap();
        assert_eq!((gap.projects, gap.total), (Some(0), Some(Dong::ZERO)));
        assert!(
            found
                .findings
                .iter()
                .all(|finding| finding.verdict.is_fine())
        );

        centre.office.set_clock("2020-12-02");
        centre.change(|tx| centre.withdraw(tx, &missing));
        let after = open(&centre.reader());
        assert_eq!(after.report, before.report);
        assert_eq!(after.findings, before.findings);
    }
}

#[test]
fn v10_a_project_without_known_money_is_counted_and_named_but_not_summed() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        centre.change(|tx| {
            centre.put(tx, &Put::new("HP-HC", "4"));
        });
        let opened = open(&centre.reader());
        let total = opened.report.total.cells();
        assert_eq!(
            (total.projects, total.total),
            (65, Some(Dong(41_096_530_000)))
        );
        let found = to_json(&opened, Lang::Vi);
        assert_eq!(found["notes"][0], "1 đề án chưa có kinh phí");
    }
}

#[test]
fn a_project_in_no_group_has_a_row_of_its_own() {
    for engine in Engine::BOTH {
        let centre = Centre::empty(engine);
        let nameless = Put {
            group: None,
            ..Put::new("HP-X", "1")
        };
        centre.change(|tx| {
            centre.put(tx, &nameless);
        });
        let opened = open(&centre.reader());
        let row = opened.report.groups.first().unwrap();
        assert_eq!(row.key, RowKey::Group(None));
        assert_eq!(row.label, "Chưa phân nhóm");
        assert_eq!(row.tally.cells().total, None, "unknown is not nought");
        assert_eq!(opened.report.gap(), None, "nothing was published");
    }
}

#[test]
fn another_province_learns_nothing_of_the_programme_and_outsiders_have_no_reports() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let foreigner = centre.cast.foreigner(Role::CentreHead);
        let refused = show(&foreigner.at(&centre.office), &asked()).unwrap_err();
        assert!(matches!(refused, Failure::NotFound));
        let everything = Ask::about(kc_app::report::About::Everything);
        let theirs = show(&foreigner.at(&centre.office), &everything).unwrap();
        assert_eq!(theirs.report.total.projects, 0);
        let ours = show(&centre.reader(), &everything).unwrap();
        assert_eq!(ours.report.total.projects, 64);
        for role in [Role::Firm, Role::CommuneOfficer, Role::SystemAdministrator] {
            let cx = centre.cast.person(role).at(&centre.office);
            assert!(
                matches!(show(&cx, &asked()), Err(Failure::Denied(_))),
                "{role:?}"
            );
        }
    }
}
