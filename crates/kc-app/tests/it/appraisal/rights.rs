//! Who may do what about councils: foreigners see nothing, members touch only their own.

use super::{Bench, judge_of};
use kc_app::appraisal::council::{NewCouncil, call, establish};
use kc_app::appraisal::minutes::close;
use kc_app::appraisal::{self, declare, score, see};
use kc_app::identity::invite::invite;
use kc_app::kernel::{Failure, Window};
use kc_app::plan;
use kc_domain::appraisal::Post;
use kc_domain::identity::Role;
use kc_testkit::{Engine, new_council, new_plan, new_score};

#[test]
fn a_stranger_to_the_council_does_not_score_and_a_foreigner_sees_nothing() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        let stranger = bench.cast.person(Role::CouncilMember).at(&bench.office);
        let refused = score::score(&stranger, bench.sitting, project, new_score(80)).unwrap_err();
        assert_eq!(refused.code(), "appraisal.not-a-member");
        let foreigner = bench.cast.foreigner(Role::CouncilMember).at(&bench.office);
        let hidden = score::score(&foreigner, bench.sitting, project, new_score(80));
        assert!(matches!(hidden, Err(Failure::NotFound)));
        assert!(matches!(
            see(&foreigner, bench.sitting),
            Err(Failure::NotFound)
        ));
        let listed = appraisal::list(&foreigner, None, Window::of_page(1, 9)).unwrap();
        assert_eq!(listed.total, 0);
        let firm = bench.cast.person(Role::Firm).at(&bench.office);
        assert!(appraisal::list(&firm, None, Window::of_page(1, 9)).is_err());
        assert!(matches!(see(&firm, bench.sitting), Err(Failure::NotFound)));
        assert!(see(&bench.department(), bench.sitting).unwrap().files[0].counted == 0);
    }
}

#[test]
fn officers_do_not_score_and_members_do_not_run_the_council() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        let officer = bench.department();
        let denied = score::score(&officer, bench.sitting, project, new_score(80));
        assert!(matches!(denied, Err(Failure::Denied(_))));
        let member = bench.member(1);
        assert!(matches!(
            close(&member, bench.sitting),
            Err(Failure::Denied(_))
        ));
        let denied = establish(&member, new_council(bench.plan));
        assert!(matches!(denied, Err(Failure::Denied(_))));
        let of_another = declare::declare(&member, bench.council, bench.members[2].user, vec![]);
        assert!(matches!(of_another, Err(Failure::Denied(_))));
        let peeked = declare::declared(&member, bench.council, bench.members[2].user);
        assert!(matches!(peeked, Err(Failure::NotFound)));
    }
}

#[test]
fn only_holders_of_the_role_are_called_once_each_and_one_chairs() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let department = bench.department();
        let administrator = bench
            .cast
            .person(Role::SystemAdministrator)
            .at(&bench.office);
        let (user, _) = invite(&administrator, "nguoimoi", "Người mới").unwrap();
        let refused = call(&department, bench.council, user, Post::Member).unwrap_err();
        assert_eq!(refused.code(), "appraisal.no-council-role");
        let again = call(
            &department,
            bench.council,
            bench.members[1].user,
            Post::Member,
        );
        assert_eq!(again.unwrap_err().code(), "appraisal.already-member");
        let who = (user, "Người mới");
        judge_of(&bench.office, &bench.cast, who, bench.cast.service);
        let second = call(&department, bench.council, user, Post::Chair).unwrap_err();
        assert_eq!(second.code(), "appraisal.second-chair");
        call(&department, bench.council, user, Post::Member).unwrap();
        assert_eq!(
            appraisal::members(&department, bench.council)
                .unwrap()
                .len(),
            6
        );
    }
}

#[test]
fn a_member_does_not_see_what_others_gave_until_the_minutes_are_closed() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        bench.declare_nothing();
        let project = bench.asking("Máy cắt", 100);
        bench.all_sit();
        bench.all_score(project, 80);
        let member = bench.member(1);
        assert!(see(&member, bench.sitting).unwrap().is_blind);
        let council = appraisal::show(&member, bench.council).unwrap();
        assert!(!appraisal::may_see_history(&member, &council));
        assert!(appraisal::may_see_history(&bench.department(), &council));
        assert!(!see(&bench.department(), bench.sitting).unwrap().is_blind);
        close(&bench.department(), bench.sitting).unwrap();
        assert!(!see(&bench.member(1), bench.sitting).unwrap().is_blind);
    }
}

#[test]
fn a_council_takes_a_sheet_that_exists_and_is_in_force_in_its_year() {
    for engine in Engine::BOTH {
        let bench = Bench::set_up(engine);
        let department = bench.department();
        let with = |plan, sheet: &str| NewCouncil {
            sheet: sheet.into(),
            ..new_council(plan)
        };
        let unknown = establish(&department, with(bench.plan, "khong-co")).unwrap_err();
        assert_eq!(unknown.code(), "appraisal.unknown-sheet");
        let of_2013 = plan::record::record(&department, new_plan(&bench.cast, 2013)).unwrap();
        let early = establish(&department, with(of_2013, "san-pham-2014")).unwrap_err();
        assert_eq!(early.code(), "appraisal.sheet-not-in-force");
        establish(&department, with(bench.plan, "san-pham-2014")).unwrap();
    }
}
