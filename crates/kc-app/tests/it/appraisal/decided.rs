//! From a ranking to the decision: what it gives stands in the draft, and a newer ranking fells it.

use super::Bench;
use super::ranking::purse_of;
use crate::decision::signed;
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::rank::{Choice, keep, reopen};
use kc_app::decision::draft::{StartWith, draft};
use kc_app::decision::issue::issue;
use kc_app::decision::ranking::found_on;
use kc_app::decision::{self, see};
use kc_app::kernel::Failure;
use kc_app::plan::record::record;
use kc_app::project::propose::NewProject;
use kc_domain::identity::Role;
use kc_domain::kernel::id::{ProjectId, RankingId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_testkit::{Engine, THUY_NGUYEN, new_decision, new_plan, new_project};

/// Two files of 90 and 85 points that ask 300 each of a purse of 500; the first wins.
fn ranked(bench: &Bench) -> (Choice, RankingId, [ProjectId; 2]) {
    bench.declare_nothing();
    let files = [("Máy một", 90), ("Máy hai", 85)].map(|(title, points)| {
        let project = bench.listed(NewProject {
            level: Some(Level::Local),
            support_asked: Some(Dong(300_000_000)),
            ..new_project(title, THUY_NGUYEN, bench.cast.department)
        });
        bench.all_score(project, points);
        project
    });
    bench.all_sit();
    close(&bench.department(), bench.sitting).unwrap();
    let choice = Choice {
        purses: vec![purse_of(bench, "NSTP", Source::Local, 500)],
        ..Choice::default()
    };
    let kept = keep(&bench.department(), bench.council, &choice, None).unwrap();
    (choice, kept, files)
}

#[test]
fn a_draft_built_from_a_ranking_lists_what_it_gives_and_names_it() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (_, kept, files) = ranked(&bench);
        let department = bench.department();
        let start = StartWith::Ranking(kept);
        let early = draft(&department, new_decision(bench.plan), start).unwrap();
        let sight = see(&department, early).unwrap();
        assert!(sight.lines.is_empty(), "nobody waits for approval yet");
        let left_out = sight.ranked.unwrap().left_out;
        assert_eq!(left_out.len(), 1, "{left_out:?}");

        bench.cast.bring(&bench.office, files[0], "L5");
        bench.cast.bring(&bench.office, files[1], "L5");
        let id = draft(&department, new_decision(bench.plan), start).unwrap();
        let sight = see(&department, id).unwrap();
        let lines: Vec<_> = sight.lines.iter().map(|line| line.item).collect();
        assert_eq!(lines.len(), 1, "who did not win is not listed");
        assert_eq!(
            (lines[0].project, lines[0].after),
            (files[0], Dong(300_000_000))
        );
        let ranked = sight.ranked.unwrap();
        assert_eq!((ranked.id, ranked.replaced), (kept, None));
        assert!(ranked.left_out.is_empty() && ranked.beyond.is_empty());
        let named = found_on(&department, kept).unwrap();
        assert_eq!(
            named.iter().map(|act| act.id).collect::<Vec<_>>(),
            [early, id]
        );
    }
}

#[test]
fn a_replaced_ranking_begins_no_draft_and_fells_those_built_from_it() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let (choice, old, files) = ranked(&bench);
        bench.cast.bring(&bench.office, files[0], "L5");
        let department = bench.department();
        let id = draft(
            &department,
            new_decision(bench.plan),
            StartWith::Ranking(old),
        )
        .unwrap();
        let new = keep(&department, bench.council, &choice, None).unwrap();
        assert!(reopen(&department, new).unwrap().replaced_by.is_none());
        let replaced = reopen(&department, old).unwrap().replaced_by.unwrap();
        assert_eq!(replaced.id, new);

        let again = draft(
            &department,
            new_decision(bench.plan),
            StartWith::Ranking(old),
        );
        assert_eq!(again.unwrap_err().code(), "decision.ranking-replaced");
        let found = see(&department, id).unwrap().findings;
        let codes: Vec<_> = found.iter().map(|found| found.failure.code()).collect();
        assert_eq!(codes, ["decision.ranking-replaced"]);
        let head = bench.cast.person(Role::DepartmentHead).at(&bench.office);
        let version = decision::show(&head, id).unwrap().version;
        let issued = issue(&head, id, version, &signed("7/QĐ-UBND", "2026-05-18"));
        assert_eq!(issued.unwrap_err().code(), "decision.ranking-replaced");

        let centre = bench.cast.person(Role::CentreOfficer).at(&bench.office);
        let other = record(&centre, new_plan(&bench.cast, 2027)).unwrap();
        let foreign = draft(&department, new_decision(other), StartWith::Ranking(new));
        assert_eq!(foreign.unwrap_err().code(), "decision.other-ranking");
        let stranger = bench
            .cast
            .foreigner(Role::DepartmentOfficer)
            .at(&bench.office);
        let hidden = draft(&stranger, new_decision(bench.plan), StartWith::Ranking(new));
        assert!(matches!(hidden, Err(Failure::NotFound)));
    }
}
