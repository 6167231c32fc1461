//! Every cell opens, and what stands behind it comes to the cell.

use super::office::{Centre, Put};
use super::{asked, open};
use kc_app::kernel::{Failure, Window};
use kc_app::report::behind::{Cells, Contents, entries};
use kc_app::report::{About, Ask, show};
use kc_domain::ledger::{Source, Stage};
use kc_domain::place::area::AreaPath;
use kc_domain::report::{Cell, RowKey, SourceNode};
use kc_testkit::Engine;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const ALL: Window = Window {
    offset: 0,
    limit: 10_000,
};

fn behind(centre: &Centre, row: &str, cell: Cell) -> Cells {
    let row = RowKey::parse(row).unwrap();
    entries(&centre.reader(), &asked(), (row, cell), ALL).unwrap()
}

/// The sum of the rows themselves, not the sum the store states.
fn added(cells: &Cells) -> i64 {
    match &cells.behind {
        Contents::Entries(behind) => behind.rows.iter().map(|row| row.effect.0).sum(),
        Contents::Projects(behind) => behind.rows.iter().map(|row| row.value).sum(),
    }
}

#[test]
fn every_cell_of_the_published_programme_opens_to_what_it_is_made_of() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let report = open(&centre.reader()).report;
        let rows = report
            .groups
            .iter()
            .chain(&report.levels)
            .chain(&report.statuses);
        for row in rows {
            let key = row.key.to_string();
            let sources = &row.tally.sources;
            let wanted = [
                (Cell::Projects, row.tally.projects),
                (Cell::Total, sources.total().0),
                (Cell::Budget, sources.budget().0),
                (Cell::Counterpart, sources.counterpart.0),
                (Cell::Unstated, sources.unstated.0),
                (Cell::Workers, row.tally.workers.unwrap_or(0)),
                (Cell::Turns, row.tally.turns.unwrap_or(0)),
            ];
            for (cell, value) in wanted {
                let opened = behind(&centre, &key, cell);
                assert_eq!(opened.behind.sum(), value, "{key} {cell:?}");
                assert_eq!(added(&opened), value, "{key} {cell:?}");
            }
        }
        for node in SourceNode::ALL {
            let opened = behind(&centre, &format!("source:{}", node.code()), Cell::Total);
            assert_eq!(added(&opened), report.total.sources.at(node).0, "{node:?}");
        }
    }
}

#[test]
fn groups_of_several_catalogues_stand_apart_and_open_apart() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let outside = Put {
            workers: Some(7),
            ..Put::new("NGOAI", "1")
        };
        centre.change(|tx| centre.put_outside(tx, &outside));
        let ask =
            Ask::about(About::Everything).on(asked().as_of.unwrap(), asked().known_at.unwrap());
        let report = show(&centre.reader(), &ask).unwrap().report;
        let of = |key: &str| {
            let found = report.groups.iter().find(|row| row.key.to_string() == key);
            found.map(|row| (row.label.as_str(), row.tally.projects))
        };
        assert_eq!(of("group:1"), None, "a key alone names no group");
        let trades = Some(("Đào tạo nghề (HP-2016-2020)", 3));
        assert_eq!(of("group:HP-2016-2020:1"), trades);
        let national = of("group:ND45-2012:1").unwrap();
        assert!(national.0.ends_with("(ND45-2012)") && national.1 == 1);
        for row in &report.groups {
            let place = (row.key.clone(), Cell::Projects);
            let opened = entries(&centre.reader(), &ask, place, ALL).unwrap();
            assert_eq!(opened.behind.sum(), row.tally.projects, "{}", row.key);
        }
        let all: i64 = report.groups.iter().map(|row| row.tally.projects).sum();
        assert_eq!(all, report.total.projects);
    }
}

#[test]
fn places_come_to_the_whole_and_each_opens_as_a_report_of_its_own() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let here = Put {
            area: "VN/31/11506",
            workers: Some(5),
            ..Put::new("O-DAY", "1")
        };
        centre.change(|tx| {
            centre.put(tx, &here);
        });
        let opened = open(&centre.reader());
        let commune = AreaPath::parse("VN/31/11506").unwrap();
        let found = opened.places.rows.get(&commune).copied().unwrap();
        assert_eq!((opened.places.rows.len(), found.projects), (1, 1));
        assert_eq!(opened.places.elsewhere.projects, 64);
        assert_eq!(opened.places.elsewhere.plus(found), opened.report.total);
        let narrowed = Ask {
            place: Some(commune),
            ..asked()
        };
        let alone = show(&centre.reader(), &narrowed).unwrap();
        assert_eq!(alone.report.total, found);
    }
}

#[test]
fn a_page_of_rows_is_a_part_and_the_sum_is_of_all() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let window = Window {
            offset: 2,
            limit: 1,
        };
        let place = (RowKey::parse("group:1").unwrap(), Cell::Total);
        let opened = entries(&centre.reader(), &asked(), place, window).unwrap();
        assert_eq!(
            (opened.behind.count(), opened.behind.sum()),
            (3, 735_500_000)
        );
        let Contents::Entries(page) = &opened.behind else {
            panic!("money opens entries");
        };
        assert_eq!(page.rows.len(), 1);
    }
}

#[test]
fn money_rows_have_no_count_of_projects() {
    let centre = Centre::published(Engine::Sqlite);
    let place = (RowKey::parse("source:local").unwrap(), Cell::Projects);
    let refused = entries(&centre.reader(), &asked(), place, ALL);
    assert!(matches!(refused, Err(Failure::NotFound)));
}

/// One random entry: which project, source, move, amount.
type Random = (usize, usize, usize, i64);

const MOVES: [(Stage, Stage); 8] = [
    (Stage::Available, Stage::Approved),
    (Stage::Approved, Stage::Available),
    (Stage::Approved, Stage::Contracted),
    (Stage::Contracted, Stage::Advanced),
    (Stage::Advanced, Stage::Paid),
    (Stage::Paid, Stage::Settled),
    (Stage::Paid, Stage::Recovered),
    (Stage::Contracted, Stage::Approved),
];

fn put_random(centre: &Centre, random: &[Random]) {
    centre.change(|tx| {
        let projects =
            ["1", "2", "3"].map(|group| centre.put(tx, &Put::new(&format!("HP-R{group}"), group)));
        for (project, source, step, amount) in random {
            let source = Source::ALL[*source];
            let stages = if source.is_of_partners() {
                [
                    (Stage::Owner, Stage::Committed),
                    (Stage::Committed, Stage::Owner),
                ][step % 2]
            } else {
                MOVES[*step]
            };
            centre.enter(
                tx,
                (projects[*project], source),
                stages,
                *amount,
                "2018-01-01",
            );
        }
    });
}

#[test]
fn for_any_entries_those_behind_a_cell_come_to_the_cell() {
    let one = (0..3_usize, 0..6_usize, 0..8_usize, 1..1_000_000_i64);
    let entries = proptest::collection::vec(one, 0..40);
    let mut runner = TestRunner::new(Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    });
    let checked = runner.run(&entries, |random| {
        let centre = Centre::empty(Engine::Sqlite);
        put_random(&centre, &random);
        let opened = open(&centre.reader());
        for row in &opened.report.groups {
            let key = row.key.to_string();
            let total = behind(&centre, &key, Cell::Total);
            prop_assert_eq!(added(&total), row.tally.sources.total().0);
            let budget = behind(&centre, &key, Cell::Budget);
            prop_assert_eq!(added(&budget), row.tally.sources.budget().0);
        }
        for (stage, reached) in &opened.stages {
            let opened = behind(&centre, &format!("stage:{}", stage.code()), Cell::Total);
            prop_assert_eq!(added(&opened), reached.0);
        }
        Ok(())
    });
    checked.unwrap();
}
