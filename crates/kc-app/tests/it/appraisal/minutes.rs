//! Minutes: quorum, closing, and the correction as a new version.

use super::Bench;
use kc_app::appraisal::correct::correct;
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::sitting::{note, open};
use kc_app::appraisal::{Mark, declare, file, score, see, sittings, waiting_for};
use kc_app::kernel::Failure;
use kc_domain::appraisal::{StruckFor, Tie, TieKind};
use kc_testkit::{Engine, new_score, new_sitting};

#[test]
fn minutes_close_with_a_quorum_and_every_score_and_then_nothing_changes() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        let department = bench.department();
        let refused = |code: &str| {
            assert_eq!(close(&department, bench.sitting).unwrap_err().code(), code);
        };
        refused("appraisal.no-quorum");
        bench.all_sit();
        refused("appraisal.scores-owed");
        bench.all_score(project, 80);
        bench.score(0, project, 90).unwrap();
        close(&bench.member(4), bench.sitting).unwrap();

        refused("appraisal.closed");
        let code = |failure: Failure| failure.code();
        assert_eq!(
            code(bench.score(1, project, 85).unwrap_err()),
            "appraisal.closed"
        );
        let noted = note(&department, bench.sitting, &[], None);
        assert_eq!(code(noted.unwrap_err()), "appraisal.closed");
        let set = file::set(&department, bench.sitting, project, ("A", &[]));
        assert_eq!(code(set.unwrap_err()), "appraisal.closed");
        let removed = file::remove(&department, bench.sitting, project);
        assert_eq!(code(removed.unwrap_err()), "appraisal.closed");
        let sight = see(&department, bench.sitting).unwrap();
        assert_eq!(sight.files[0].result.unwrap().to_string(), "82");
        assert_eq!(
            sight.struck[0].struck.as_ref().unwrap().why,
            StruckFor::Rescored
        );
        assert!(waiting_for(&bench.member(0)).unwrap().is_empty());
    }
}

#[test]
fn who_did_not_sit_does_not_count_and_a_council_without_its_chair_does_not_close() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_score(project, 80);
        bench.score(1, project, 20).unwrap();
        let department = bench.department();
        let seats = |numbers: &[usize]| -> Vec<_> {
            numbers.iter().map(|n| bench.members[*n].user).collect()
        };
        note(&department, bench.sitting, &seats(&[1, 2, 3, 4]), None).unwrap();
        let refused = close(&department, bench.sitting).unwrap_err();
        assert_eq!(refused.code(), "appraisal.no-quorum");
        assert_eq!(see(&department, bench.sitting).unwrap().files[0].counted, 5);

        note(&department, bench.sitting, &seats(&[0, 2, 3, 4]), None).unwrap();
        close(&department, bench.sitting).unwrap();
        let sight = see(&department, bench.sitting).unwrap();
        assert_eq!(
            (sight.files[0].counted, sight.files[0].result.unwrap().0),
            (4, 8000)
        );
        let why: Vec<_> = sight
            .struck
            .iter()
            .map(|s| s.struck.as_ref().unwrap().why)
            .collect();
        assert_eq!(why, [StruckFor::Rescored, StruckFor::Absent]);
    }
}

#[test]
fn a_sitting_does_not_close_before_its_day() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let later = open(
            &bench.department(),
            bench.council,
            new_sitting("2026-05-19"),
        )
        .unwrap();
        let refused = close(&bench.department(), later).unwrap_err();
        assert_eq!(refused.code(), "appraisal.not-held-yet");
    }
}

#[test]
fn a_correction_is_a_new_version_and_leaves_the_closed_one_as_it_is() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_sit();
        bench.all_score(project, 80);
        let department = bench.department();
        let early = correct(&department, bench.sitting, "nhầm").unwrap_err();
        assert_eq!(early.code(), "appraisal.still-open");
        close(&department, bench.sitting).unwrap();
        let silent = correct(&department, bench.sitting, " ").unwrap_err();
        assert_eq!(silent.code(), "appraisal.no-reason");
        let new = correct(&department, bench.sitting, "Cộng nhầm điểm").unwrap();
        let again = correct(&department, bench.sitting, "Lần nữa").unwrap_err();
        assert_eq!(again.code(), "appraisal.corrected-already");

        score::score(&bench.member(0), new, project, new_score(90)).unwrap();
        close(&department, new).unwrap();
        let result = |id| {
            see(&department, id).unwrap().files[0]
                .result
                .unwrap()
                .to_string()
        };
        assert_eq!(
            (result(bench.sitting), result(new)),
            ("80".into(), "82".into())
        );
        let versions: Vec<_> = sittings(&department, bench.council).unwrap();
        let versions: Vec<_> = versions.iter().map(|s| (s.number, s.version)).collect();
        assert_eq!(versions, [(1, 2), (1, 1)]);
    }
}

#[test]
fn a_recusal_after_closing_leaves_the_minutes_and_falls_out_of_the_correction() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_sit();
        bench.all_score(project, 80);
        bench.score(1, project, 30).unwrap();
        let department = bench.department();
        close(&department, bench.sitting).unwrap();
        let own = vec![Tie {
            kind: TieKind::Unit,
            written: "Sở Công Thương Hải Phòng".into(),
        }];
        let member = bench.member(1);
        declare::declare(&member, bench.council, bench.members[1].user, own).unwrap();

        let closed = see(&department, bench.sitting).unwrap();
        assert_eq!(closed.files[0].result.unwrap().to_string(), "70");
        assert!(matches!(closed.files[0].marks[1], Mark::Late(..)));
        let new = correct(&department, bench.sitting, "Hồi tị phát sinh").unwrap();
        let sight = see(&department, new).unwrap();
        assert_eq!(
            (sight.files[0].counted, sight.files[0].result.unwrap().0),
            (4, 8000)
        );
    }
}
