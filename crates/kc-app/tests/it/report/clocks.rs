//! Two clocks: what was true by a day, and what was known at a moment.

use super::office::{CODE, Centre, Put, day, moment};
use super::{asked, open};
use kc_app::report::{Ask, show};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Source, Stage};
use kc_testkit::Engine;

#[test]
fn what_is_recorded_later_does_not_change_a_report_known_earlier() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let earlier =
            Ask::programme(CODE).on(day("2020-12-31"), moment("2020-12-02T00:00:00+07:00"));
        let before = show(&centre.reader(), &earlier).unwrap();

        centre.office.set_clock("2021-02-01");
        centre.change(|tx| {
            let late = centre.put(tx, &Put::new("HP-LATE", "2"));
            centre.give(tx, late, Source::Local, 5_000_000, "2019-01-01");
        });
        let again = show(&centre.reader(), &earlier).unwrap();
        assert_eq!(again.report, before.report);
        let now = open(&centre.reader());
        assert_eq!(now.report.total.projects, before.report.total.projects + 1);
        let more = now
            .report
            .total
            .sources
            .total()
            .minus(before.report.total.sources.total());
        assert_eq!(more, Dong(5_000_000));
    }
}

#[test]
fn what_is_effective_later_does_not_count_earlier() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let known = moment("2026-11-22");
        let on = |text| {
            let ask = Ask::programme(CODE).on(day(text), known);
            show(&centre.reader(), &ask).unwrap().report.total
        };
        assert_eq!(on("2016-05-31").projects, 0, "not registered yet");
        assert_eq!(on("2018-05-09").projects, 64);
        assert_eq!(on("2018-05-09").cells().total, None, "no money yet");
        assert_eq!(on("2018-05-10").sources.total(), Dong(41_096_530_000));
    }
}

#[test]
fn a_group_changed_later_moves_the_project_only_in_later_reports() {
    for engine in Engine::BOTH {
        let centre = Centre::empty(engine);
        centre.change(|tx| {
            centre.put(tx, &Put::new("HP-M", "2"));
        });
        centre.office.set_clock("2021-01-05");
        centre.change(|tx| centre.amend(tx, &Put::new("HP-M", "3")));
        let group = |known: &str| {
            let ask = Ask::programme(CODE).on(day("2020-12-31"), moment(known));
            let report = show(&centre.reader(), &ask).unwrap().report;
            let keys: Vec<_> = report
                .groups
                .iter()
                .map(|row| row.key.to_string())
                .collect();
            keys
        };
        assert_eq!(group("2020-12-31"), ["group:2"]);
        assert_eq!(group("2026-11-22"), ["group:3"]);
        assert_eq!(group("2020-01-01"), [""; 0]);
    }
}

#[test]
fn money_that_moves_on_stays_counted_and_money_taken_back_does_not() {
    for engine in Engine::BOTH {
        let centre = Centre::empty(engine);
        centre.change(|tx| {
            let id = centre.put(tx, &Put::new("HP-P", "4"));
            centre.give(tx, id, Source::Local, 100, "2018-01-01");
            let mut go = |from, to, amount| {
                centre.enter(tx, (id, Source::Local), (from, to), amount, "2018-02-01");
            };
            go(Stage::Approved, Stage::Contracted, 80);
            go(Stage::Contracted, Stage::Paid, 80);
            go(Stage::Paid, Stage::Recovered, 5);
            go(Stage::Approved, Stage::Available, 20);
        });
        let opened = open(&centre.reader());
        assert_eq!(opened.report.total.sources.total(), Dong(75));
        let reached: Vec<_> = opened.stages.iter().map(|(_, amount)| amount.0).collect();
        assert_eq!(reached, [75, 75, 0, 75, 0, 0, 0]);
        let later = show(&centre.reader(), &asked()).unwrap();
        assert_eq!(later.report, opened.report);
    }
}
