//! Who is tied to a file never has a score for it that counts.

use super::Bench;
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::{Mark, declare, file, recuse, score, see, waiting_for};
use kc_app::establishment::record::{self as establishment, NewEstablishment};
use kc_app::kernel::Cx;
use kc_app::project::propose::{NewProject, propose};
use kc_domain::appraisal::{GroundKind, StruckFor, Tie, TieKind};
use kc_domain::identity::Role;
use kc_domain::kernel::id::ProjectId;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Engine, THUY_NGUYEN, new_project, new_score};

fn tie(kind: TieKind, written: &str) -> Vec<Tie> {
    vec![Tie {
        kind,
        written: written.into(),
    }]
}

/// A file whose beneficiary is the firm of Ngô Văn Cường in Mỹ Đồng.
fn with_beneficiary(bench: &Bench) -> ProjectId {
    let centre = bench.cast.person(Role::CentreOfficer).at(&bench.office);
    let firm = NewEstablishment {
        owner_name: Some("Ngô Văn Cường".into()),
        ..NewEstablishment::named(
            "Công ty Cổ phần cơ khí Hoàng Cường",
            "thôn 3, xã Mỹ Đồng, huyện Thủy Nguyên",
            AreaPath::parse(THUY_NGUYEN).unwrap(),
            bench.cast.centre,
        )
    };
    let firm = establishment::record(&centre, firm, false).unwrap();
    bench.listed(NewProject {
        establishment: Some(firm),
        ..new_project("Máy đúc kim loại", THUY_NGUYEN, bench.cast.department)
    })
}

fn mark(cx: &Cx<'_>, bench: &Bench, project: ProjectId, member: usize) -> Mark {
    let sight = see(cx, bench.sitting).unwrap();
    let file = sight.files.iter().find(|f| f.facts.project == project);
    let person = bench.members[member].user;
    sight.mark_of(file.unwrap(), person).unwrap()
}

#[test]
fn a_declaration_keeps_a_member_from_the_file_and_from_no_other() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let tied = with_beneficiary(&bench);
        let other = bench.asking("Máy cắt", 100);
        let own = tie(TieKind::Establishment, "CTCP Cơ khí Hoàng Cường");
        let member = bench.member(1);
        declare::declare(&member, bench.council, bench.members[1].user, own).unwrap();

        let refused = bench.score(1, tied, 80).unwrap_err();
        assert_eq!(refused.code(), "appraisal.recused");
        bench.score(1, other, 80).unwrap();
        bench.score(2, tied, 80).unwrap();
        let Mark::Recused(ground) = mark(&bench.department(), &bench, tied, 1) else {
            panic!("recused");
        };
        assert_eq!(ground.kind, GroundKind::Establishment);
    }
}

#[test]
fn a_score_is_struck_when_a_tie_is_declared_later_and_stays_to_be_read() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let tied = with_beneficiary(&bench);
        bench.score(1, tied, 95).unwrap();
        for (number, points) in [(0, 70), (2, 72), (3, 74)] {
            bench.score(number, tied, points).unwrap();
        }
        let member = bench.member(1);
        let own = tie(TieKind::Person, "ngô văn cường");
        declare::declare(&member, bench.council, bench.members[1].user, own).unwrap();

        let sight = see(&bench.department(), bench.sitting).unwrap();
        assert_eq!(sight.files[0].counted, 3);
        assert_eq!(sight.files[0].result.unwrap().to_string(), "72");
        let struck = &sight.struck[0];
        assert_eq!(struck.total.to_string(), "95");
        assert_eq!(struck.struck.as_ref().unwrap().why, StruckFor::Recused);
        let refused = bench.score(1, tied, 80).unwrap_err();
        assert_eq!(refused.code(), "appraisal.recused");
    }
}

#[test]
fn taking_a_tie_back_does_not_bring_the_member_back() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let tied = with_beneficiary(&bench);
        let (member, person) = (bench.member(1), bench.members[1].user);
        let own = tie(TieKind::Address, "Mỹ Đồng, Thủy Nguyên");
        declare::declare(&member, bench.council, person, own).unwrap();
        declare::declare(&member, bench.council, person, Vec::new()).unwrap();
        let refused = bench.score(1, tied, 80).unwrap_err();
        assert_eq!(refused.code(), "appraisal.recused");
    }
}

#[test]
fn who_works_for_the_unit_or_proposed_the_file_stays_away_undeclared() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let of_their_unit = bench.listed(NewProject {
            unit: Some(bench.cast.centre),
            ..new_project("Máy đúc", THUY_NGUYEN, bench.cast.department)
        });
        for member in 0..5 {
            let refused = bench.score(member, of_their_unit, 80).unwrap_err();
            assert_eq!(refused.code(), "appraisal.recused");
        }
        let sight = see(&bench.department(), bench.sitting).unwrap();
        assert_eq!((sight.files[0].counted, sight.files[0].result), (0, None));
        assert!(waiting_for(&bench.member(0)).unwrap().is_empty());
    }
}

#[test]
fn a_member_may_ask_to_stay_away_and_it_holds_for_later_sittings() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.score(3, project, 90).unwrap();
        let member = bench.member(3);
        let silent = recuse::ask(&member, bench.sitting, project, "  ").unwrap_err();
        assert_eq!(silent.code(), "appraisal.no-reason");
        recuse::ask(&member, bench.sitting, project, "bạn học của chủ cơ sở").unwrap();
        assert!(matches!(
            mark(&member, &bench, project, 3),
            Mark::Recused(_)
        ));

        let next = super::new_sitting("2026-06-01");
        let next = kc_app::appraisal::sitting::open(&bench.department(), bench.council, next);
        let next = next.unwrap();
        file::add(&bench.department(), next, &[project]).unwrap();
        let refused = score::score(&member, next, project, new_score(80)).unwrap_err();
        assert_eq!(refused.code(), "appraisal.recused");
    }
}

#[test]
fn nobody_scores_before_declaring_and_a_file_must_be_on_the_list() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let project = bench.asking("Máy cắt", 100);
        let refused = bench.score(2, project, 80).unwrap_err();
        assert_eq!(refused.code(), "appraisal.not-declared");
        let owed = waiting_for(&bench.member(2)).unwrap();
        assert_eq!((owed[0].files, owed[0].must_declare), (1, true));

        bench.declare_nothing();
        let commune = bench.cast.person(Role::CommuneOfficer).at(&bench.office);
        let unlisted = new_project("Dệt", THUY_NGUYEN, bench.cast.department);
        let unlisted = propose(&commune, unlisted).unwrap();
        let refused = bench.score(2, unlisted, 80).unwrap_err();
        assert_eq!(refused.code(), "appraisal.not-listed");
        let foreign = file::add(&bench.department(), bench.sitting, &[unlisted]);
        assert_eq!(foreign.unwrap_err().code(), "appraisal.foreign-file");
    }
}

#[test]
fn the_database_itself_refuses_a_void_score_and_any_change_of_what_stays() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        recuse::ask(&bench.member(3), bench.sitting, project, "quen chủ cơ sở").unwrap();
        bench.all_sit();
        for member in [0, 1, 2, 4] {
            bench.score(member, project, 80).unwrap();
        }
        let refused = |sql: &str, why: &str| {
            let said = bench.office.behind_the_back(sql).unwrap_err();
            assert!(said.contains(why), "{said}");
        };
        refused(
            "INSERT INTO score (id, sitting_id, project_id, person_id, total, scored_at)
             SELECT recusal.project_id, sitting.id, recusal.project_id, recusal.person_id, 8000, 0
             FROM recusal JOIN sitting ON sitting.council_id = recusal.council_id",
            "score_not_recused",
        );
        refused(
            "INSERT INTO score (id, sitting_id, project_id, person_id, total, scored_at)
             SELECT person.id, sitting_file.sitting_id, sitting_file.project_id, person.id, 8000, 0
             FROM sitting_file CROSS JOIN person
             WHERE person.id NOT IN (SELECT person_id FROM council_member)",
            "score_member",
        );
        refused("DELETE FROM recusal", "append-only");
        refused("UPDATE recusal SET detail = 'x'", "append-only");
        refused("UPDATE score SET total = 9000", "score_only_struck");
        refused("DELETE FROM score", "append-only");
        refused("UPDATE score_point SET points = 1", "append-only");
        refused("DELETE FROM interest_declaration", "append-only");
        close(&bench.department(), bench.sitting).unwrap();
        refused("UPDATE sitting SET closed_at = NULL", "sitting_closed");
        refused("DELETE FROM sitting_presence", "sitting_closed");
        refused("UPDATE sitting_file SET marks = 'A'", "sitting_closed");
        let strike = "UPDATE score SET struck_at = 1, struck_for = 'absent'";
        let said = bench.office.behind_the_back(strike).unwrap_err();
        assert!(
            said.contains("score_only_struck") || said.contains("sitting_closed"),
            "{said}"
        );
    }
}
