//! Rankings against several purses: tried, kept, and computed again.

use super::Bench;
use kc_app::appraisal::file::AskedOf;
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::rank::{Choice, keep, reopen, runs, try_out};
use kc_app::appraisal::{declare, file, of_project, sitting};
use kc_app::kernel::Failure;
use kc_app::ledger::append::{Move, append};
use kc_app::ledger::purse;
use kc_app::project;
use kc_app::project::propose::{NewProject, record_reported};
use kc_domain::appraisal::ranking::Fill;
use kc_domain::appraisal::{Tie, TieKind};
use kc_domain::identity::Role;
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang::Vi;
use kc_domain::ledger::{MoveKind, Purse, Source};
use kc_testkit::{Engine, THUY_NGUYEN, new_project, new_purse, new_sitting};

/// A purse of 2026 with so many millions in it.
pub fn purse_of(bench: &Bench, code: &str, source: Source, millions: i64) -> PurseId {
    let cx = bench.department();
    let purse = Purse {
        name: code.into(),
        plan: Some(bench.plan),
        source,
        ..new_purse(code, 2026, bench.cast.department)
    };
    let id = purse::open(&cx, purse).unwrap();
    assign(bench, id, source, millions);
    id
}

fn assign(bench: &Bench, purse: PurseId, source: Source, millions: i64) {
    let cx = bench.department();
    let entry = Move {
        kind: MoveKind::Assign,
        source,
        purse: Some(purse),
        project: None,
        amount: Dong(millions * 1_000_000),
        effective_on: "2026-02-01".parse().unwrap(),
        document: None,
        reason: None,
        illustrative: true,
    };
    append(&cx, &entry).unwrap();
}

/// Three files of 90, 85 and 80 points that ask 300, 300 and 100 of a purse of 500; closed.
pub fn closed(bench: &Bench) -> (Choice, [ProjectId; 3]) {
    bench.declare_nothing();
    let files = [
        ("Máy một", 300, 90),
        ("Máy hai", 300, 85),
        ("Máy ba", 100, 80),
    ];
    let files = files.map(|(title, millions, points)| {
        let project = bench.asking(title, millions);
        bench.all_score(project, points);
        project
    });
    bench.all_sit();
    let purse = purse_of(bench, "NSTP", Source::Local, 500);
    let choice = Choice {
        purses: vec![purse],
        reserve: 1,
        ..Choice::default()
    };
    (choice, files)
}

fn sentences(bench: &Bench, choice: &Choice) -> Vec<String> {
    let run = try_out(&bench.department(), bench.council, choice)
        .unwrap()
        .run
        .unwrap();
    let outcomes = run.ranking.outcomes.iter();
    outcomes
        .map(|outcome| outcome.say(&run.rules, Vi))
        .collect()
}

#[test]
fn a_trial_keeps_nothing_and_a_kept_run_is_the_same_when_computed_again() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, files) = closed(&bench);
        let department = bench.department();
        assert_eq!(
            sentences(&bench, &choice)[1],
            "Xếp thứ 2, 85 điểm; xin 300 triệu đồng từ nguồn NSTP, còn 200 triệu đồng: \
             không đủ, dừng tại đây; dự phòng thứ 1."
        );
        assert!(runs(&department, bench.council).unwrap().is_empty());
        let open = keep(&department, bench.council, &choice, None).unwrap_err();
        assert_eq!(open.code(), "appraisal.not-closed");
        close(&department, bench.sitting).unwrap();
        let kept = keep(&department, bench.council, &choice, Some("Đợt I".into())).unwrap();

        assign(&bench, choice.purses[0], Source::Local, 1000);
        let again = reopen(&department, kept).unwrap();
        assert!(again.is_same, "what is kept does not follow the ledger");
        assert_eq!(again.run.purses[0].available, Dong(500_000_000));
        assert_eq!(again.run.ranking.winners().count(), 1);
        let now = try_out(&department, bench.council, &choice)
            .unwrap()
            .run
            .unwrap();
        assert_eq!(now.ranking.winners().count(), 3);
        let of_second = of_project(&department, files[1]).unwrap();
        let (run, said) = of_second[0].ranked.clone().unwrap();
        assert_eq!(run, kept);
        assert!(said.starts_with("Xếp thứ 2, 85 điểm"), "{said}");
    }
}

#[test]
fn several_purses_are_filled_at_once_by_what_each_file_asks() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (mut choice, files) = closed(&bench);
        let central = purse_of(&bench, "NSTW", Source::Central, 250);
        choice.purses.push(central);
        let ask = |purse: PurseId, millions: i64| AskedOf {
            purse,
            amount: Dong(millions * 1_000_000),
        };
        let department = bench.department();
        let both = [ask(choice.purses[0], 50), ask(central, 250)];
        file::set(&department, bench.sitting, files[1], ("e, a", &both)).unwrap();
        let twice = [ask(central, 1), ask(central, 2)];
        let twice = file::set(&department, bench.sitting, files[1], ("", &twice));
        assert_eq!(twice.unwrap_err().code(), "appraisal.asked-twice");
        for (project, millions) in [(files[0], 300), (files[2], 100)] {
            let one = [ask(choice.purses[0], millions)];
            file::set(&department, bench.sitting, project, ("", &one)).unwrap();
        }
        let said = sentences(&bench, &choice);
        assert_eq!(
            said[0],
            "Xếp thứ 1, 85 điểm; xin 50 triệu đồng từ nguồn NSTP, còn 500 triệu đồng và \
             xin 250 triệu đồng từ nguồn NSTW, còn 250 triệu đồng: đủ, được xếp hỗ trợ.",
            "two priority marks stand before more points"
        );
        let run = try_out(&department, bench.council, &choice)
            .unwrap()
            .run
            .unwrap();
        assert_eq!(run.ranking.winners().count(), 3);
        assert_eq!(run.ranking.left["NSTP"], Dong(50_000_000));
    }
}

#[test]
fn the_options_are_named_and_come_back_with_the_run() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, _) = closed(&bench);
        close(&bench.department(), bench.sitting).unwrap();
        let choice = Choice {
            fill: Fill::Leapfrog,
            points_first: true,
            reduce_from: Some(9000),
            floors: vec![("kind:single".into(), 1)],
            ..choice
        };
        let kept = keep(&bench.department(), bench.council, &choice, None).unwrap();
        let again = reopen(&bench.department(), kept).unwrap();
        assert_eq!(again.run.rules.fill, Fill::Leapfrog);
        assert_eq!(again.run.rules.floors[0].label, "ít nhất 1 đề án: Đề án");
        assert_eq!(again.run.rules.reduce_from, Some(9000));
        assert_eq!(again.run.ranking.winners().count(), 2);
        let best = again.run.best.unwrap();
        assert_eq!(
            best.points.to_string(),
            "170",
            "the optimum is shown beside it"
        );
    }
}

#[test]
fn a_ranking_waits_for_the_correction_of_minutes_with_a_void_score() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, _) = closed(&bench);
        let department = bench.department();
        close(&department, bench.sitting).unwrap();
        let own = vec![Tie {
            kind: TieKind::Unit,
            written: "Sở Công Thương Hải Phòng".into(),
        }];
        declare::declare(&department, bench.council, bench.members[2].user, own).unwrap();
        let refused = keep(&department, bench.council, &choice, None).unwrap_err();
        assert_eq!(refused.code(), "appraisal.recused-after-closing");
        assert!(runs(&department, bench.council).unwrap().is_empty());
    }
}

#[test]
fn files_without_a_quorum_have_no_points_and_members_choose_no_purse() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, _) = closed(&bench);
        sitting::note(&bench.department(), bench.sitting, &[], None).unwrap();
        let said = sentences(&bench, &choice);
        assert_eq!(said[0], "Chưa có điểm hợp lệ: không xếp hạng.");
        let member = bench.member(1);
        let trial = try_out(&member, bench.council, &choice).unwrap();
        assert!(trial.purses.is_empty() && trial.run.is_none());
        let kept = keep(&member, bench.council, &choice, None);
        assert!(matches!(kept, Err(Failure::Denied(_))));
        let foreigner = bench
            .cast
            .foreigner(Role::DepartmentOfficer)
            .at(&bench.office);
        let hidden = try_out(&foreigner, bench.council, &choice);
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let none = Choice::default();
        sitting::open(
            &bench.department(),
            bench.council,
            new_sitting("2026-06-01"),
        )
        .unwrap();
        let refused = keep(&bench.department(), bench.council, &none, None).unwrap_err();
        assert_eq!(refused.code(), "appraisal.no-purse");
    }
}

/// The codes in the order of the line.
fn order(bench: &Bench, choice: &Choice) -> Vec<String> {
    let trial = try_out(&bench.department(), bench.council, choice).unwrap();
    let outcomes = trial.run.unwrap().ranking.outcomes;
    outcomes.into_iter().map(|outcome| outcome.code).collect()
}

fn code(bench: &Bench, project: ProjectId) -> String {
    project::show(&bench.department(), project).unwrap().code
}

#[test]
fn v18_files_stand_in_the_order_of_their_priority_marks() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let proposals = [
            ("a", "A, E, F", 80),
            ("b", "E", 99),
            ("c", "A, E", 80),
            ("d", "A, E", 80),
        ];
        let codes = proposals.map(|(title, marks, points)| {
            let project = bench.asking(title, 100);
            file::set(&bench.department(), bench.sitting, project, (marks, &[])).unwrap();
            bench.all_score(project, points);
            code(&bench, project)
        });
        bench.all_sit();
        let choice = Choice {
            purses: vec![purse_of(&bench, "NSTP", Source::Local, 1000)],
            ..Choice::default()
        };
        let [a, b, c, d] = codes;
        assert_eq!(order(&bench, &choice), [a, c, d, b]);
    }
}

#[test]
fn of_equal_files_the_one_of_the_experienced_unit_stands_first() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let of_unit = |title: &str, unit| {
            let project = bench.listed(NewProject {
                unit: Some(unit),
                support_asked: Some(Dong(1_000_000)),
                ..new_project(title, THUY_NGUYEN, bench.cast.department)
            });
            bench.all_score(project, 80);
            code(&bench, project)
        };
        let new = of_unit("Đơn vị mới", bench.cast.firm);
        let experienced = of_unit("Đơn vị đã làm", bench.cast.service);
        let centre = bench.cast.person(Role::CentreOfficer).at(&bench.office);
        let done = NewProject {
            unit: Some(bench.cast.service),
            ..new_project("Đã làm năm trước", THUY_NGUYEN, bench.cast.centre)
        };
        record_reported(&centre, done).unwrap();
        bench.all_sit();
        let choice = Choice {
            purses: vec![purse_of(&bench, "NSTP", Source::Local, 1000)],
            ..Choice::default()
        };
        assert_eq!(order(&bench, &choice), [experienced, new]);
    }
}
