//! Acceptance: machines side by side, the project's step in the same transaction, every refusal.

use super::{acceptance, day, firm, installed, machine, request, running};
use kc_app::acceptance::record::{NewAcceptance, record};
use kc_app::acceptance::{passed, see};
use kc_app::kernel::{Cx, Failure};
use kc_app::ledger::append::{Move, append};
use kc_app::monitoring::withdraw::withdraw;
use kc_app::{followup, monitoring, project};
use kc_domain::acceptance::Installed;
use kc_domain::identity::Role;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::monitoring::{Side, Verdict, read_people};
use kc_domain::project::Status;
use kc_testkit::{Cast, Engine, TestOffice};

fn promise(cx: &Cx<'_>, project: ProjectId, amount: Dong) {
    let asked = Move {
        kind: MoveKind::Commit,
        source: Source::Counterpart,
        purse: None,
        project: Some(project),
        amount,
        effective_on: day("5/3/2026"),
        document: None,
        reason: None,
        illustrative: true,
    };
    append(cx, &asked).unwrap();
}

#[test]
fn a_passed_acceptance_moves_the_project_on_and_opens_the_follow_up() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        promise(&centre, id, Dong(750_000_000));
        let stood = installed(machine(&centre, id));
        let visit = record(&centre, id, acceptance("15/6/2026", vec![stood])).unwrap();

        let found = project::show(&centre, id).unwrap();
        assert_eq!(found.status, Status::Accepted);
        assert_eq!(found.accepted_on, Some(day("15/6/2026")));
        let sight = see(&centre, visit).unwrap().unwrap();
        let told: Vec<_> = sight.machines[0]
            .1
            .iter()
            .filter(|row| row.difference.is_marked())
            .map(|row| (row.aspect.name(Lang::Vi), row.difference.say(Lang::Vi)))
            .collect();
        assert_eq!(told, [("Xuất xứ", "khác".to_owned())]);
        assert_eq!(
            passed(&centre, id).unwrap().support,
            Some(Dong(300_000_000))
        );
        let rounds = followup::of_project(&centre, id).unwrap();
        let due: Vec<_> = rounds.iter().map(|round| round.followup.due_on).collect();
        assert_eq!(due, [day("15/6/2027"), day("15/6/2028"), day("15/6/2029")]);
        let kept = withdraw(&centre, visit, "Nhầm").unwrap_err();
        assert_eq!(kept.code(), "monitoring.acceptance-stays");
        let stood = installed(machine(&centre, id));
        let again = record(&centre, id, acceptance("16/6/2026", vec![stood])).unwrap_err();
        assert_eq!(again.code(), "process.not-from-here");
    }
}

/// Acceptances that lack one thing each, and the code of the refusal.
fn unproven(whole: &dyn Fn() -> Vec<Installed>) -> Vec<(NewAcceptance, &'static str)> {
    let with = |change: &dyn Fn(&mut NewAcceptance)| {
        let mut new = acceptance("15/6/2026", whole());
        change(&mut new);
        new
    };
    vec![
        (
            acceptance("1/3/2026", whole()),
            "project.accepted-before-contract",
        ),
        (acceptance("2/7/2026", whole()), "monitoring.in-the-future"),
        (
            acceptance("15/6/2026", Vec::new()),
            "acceptance.not-installed",
        ),
        (
            with(&|new| new.counterpart = None),
            "acceptance.counterpart-missing",
        ),
        (
            with(&|new| new.counterpart = Some(Dong(749_999_999))),
            "acceptance.counterpart-missing",
        ),
        (
            with(&|new| new.support = Some(Dong(1_050_000_001))),
            "acceptance.support-over-cost",
        ),
        (
            with(&|new| new.people = read_people(Side::Beneficiary, "Trần Thị Bình")),
            "acceptance.nobody-of-the-state",
        ),
        (
            with(&|new| new.people = read_people(Side::Department, "Lê Cường")),
            "acceptance.nobody-of-the-beneficiary",
        ),
        (
            with(&|new| new.verdict = Some(Verdict::Conditional)),
            "acceptance.no-request",
        ),
        (
            with(&|new| new.verdict = Some(Verdict::Failed)),
            "acceptance.no-conclusion",
        ),
        (with(&|new| new.verdict = None), "monitoring.no-verdict"),
    ]
}

#[test]
fn nothing_passes_that_is_not_proven() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        promise(&centre, id, Dong(750_000_000));
        let machine = machine(&centre, id);
        for (new, code) in unproven(&|| vec![installed(machine)]) {
            assert_eq!(record(&centre, id, new).unwrap_err().code(), code);
        }
        let found = project::show(&centre, id).unwrap();
        assert_eq!(found.status, Status::Contracted);
        let kept = monitoring::of_project(&centre, id).unwrap();
        assert!(kept.visits.is_empty() && kept.matters.is_empty());
        assert!(followup::of_project(&centre, id).unwrap().is_empty());
    }
}

#[test]
fn a_condition_is_kept_with_its_request_and_the_project_waits() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let new = NewAcceptance {
            verdict: Some(Verdict::Conditional),
            requests: vec![request("30/6/2026")],
            ..acceptance("15/6/2026", Vec::new())
        };
        let visit = record(&centre, id, new).unwrap();
        assert_eq!(
            project::show(&centre, id).unwrap().status,
            Status::Contracted
        );
        assert_eq!(monitoring::see(&centre, visit).unwrap().requests.len(), 1);
        assert!(matches!(passed(&centre, id), Err(Failure::NotFound)));
        let stood = installed(machine(&centre, id));
        record(&centre, id, acceptance("28/6/2026", vec![stood])).unwrap();
        assert_eq!(project::show(&centre, id).unwrap().status, Status::Accepted);
    }
}

#[test]
fn only_who_may_accepts_and_never_before_a_contract() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        for role in [Role::CommuneOfficer, Role::Auditor, Role::Firm] {
            let cx = cast.person(role).at(&office);
            let refused = record(&cx, id, acceptance("15/6/2026", Vec::new()));
            assert!(
                matches!(refused, Err(Failure::Denied(_))),
                "{}",
                role.code()
            );
        }
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        let hidden = record(&foreigner, id, acceptance("15/6/2026", Vec::new()));
        assert!(matches!(hidden, Err(Failure::NotFound)));
        let new = kc_testkit::new_project("Chưa ký", kc_testkit::THUY_NGUYEN, cast.centre);
        let unsigned = project::propose::propose(&centre, new).unwrap();
        let refused = record(&centre, unsigned, acceptance("15/6/2026", Vec::new()));
        assert_eq!(refused.unwrap_err().code(), "project.no-contract");
    }
}
