//! Follow-up: ranges kept, missing answers missing, a firm answers for itself alone.

use super::{acceptance, day, firm, installed, machine, running};
use kc_app::acceptance::record::record;
use kc_app::followup::answer::{Given, answer};
use kc_app::followup::{self, Filter, schedule, waiting_for};
use kc_app::kernel::{Failure, Window};
use kc_app::{audit, project};
use kc_domain::followup::{Answer, find, show_answer};
use kc_domain::identity::Role;
use kc_domain::kernel::text::Lang;
use kc_testkit::{Cast, Engine, TestOffice};

fn given(on: &str, answers: &[(&str, &str)]) -> Given {
    let answer = |(question, written): &(&str, &str)| Answer {
        question: (*question).to_owned(),
        written: (*written).to_owned(),
    };
    Given {
        on: day(on),
        by: "Trần Thị Bình".into(),
        answers: answers.iter().map(answer).collect(),
        note: None,
    }
}

#[test]
fn a_firm_answers_with_a_range_and_what_it_leaves_out_is_missing() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let stood = installed(machine(&centre, id));
        record(&centre, id, acceptance("15/6/2026", vec![stood])).unwrap();
        let round = followup::of_project(&centre, id).unwrap()[0].followup.id;
        let owner = cast.person(Role::Firm).at(&office);
        assert!(waiting_for(&owner).unwrap().is_empty(), "a year ahead");

        office.set_clock("2027-06-01");
        let due = waiting_for(&owner).unwrap();
        assert_eq!((due.len(), due[0].due), (1, day("15/6/2027")));
        let answers = [("machine", "in-use"), ("output", "3.000–3.500 tấn/năm")];
        answer(&owner, round, given("1/6/2027", &answers)).unwrap();
        assert!(waiting_for(&owner).unwrap().is_empty());

        let rows = followup::list(&centre, Filter::default(), Window::of_page(1, 50)).unwrap();
        let first = &rows.rows[0];
        let output = first.followup.written("output").unwrap();
        assert_eq!(output, "3.000–3.500 tấn/năm", "kept as written");
        let shown = show_answer(find("output").unwrap(), output, Lang::Vi);
        assert_eq!(shown, "3.000 – 3.500 tấn/năm");
        assert_eq!(
            first.followup.written("revenue"),
            None,
            "missing, not nought"
        );
        assert_eq!(first.support, None, "nobody recorded money");

        answer(
            &centre,
            round,
            given("1/6/2027", &[("jobs", "35 lao động")]),
        )
        .unwrap();
        let told = audit::of_record(&centre, id).unwrap();
        assert!(told.iter().any(|entry| {
            entry.detail.contains("3.000 – 3.500 tấn/năm") && entry.detail.contains("35 lao động")
        }));
    }
}

#[test]
fn figures_that_cannot_be_read_and_strangers_leave_nothing_behind() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-07-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let of = firm(&centre, &cast, "Đúc Mỹ Đồng");
        let id = running(&office, &cast, Some(of));
        let early = schedule::open(&centre, id).unwrap_err();
        assert_eq!(early.code(), "followup.not-accepted");
        let stood = installed(machine(&centre, id));
        record(&centre, id, acceptance("15/6/2026", vec![stood])).unwrap();
        let again = schedule::open(&centre, id).unwrap_err();
        assert_eq!(again.code(), "followup.already-scheduled");

        let round = followup::of_project(&centre, id).unwrap()[0].followup.id;
        let wrong = answer(&centre, round, given("1/7/2026", &[("revenue", "5.76 tỷ")]));
        assert_eq!(wrong.unwrap_err().code(), "followup.unreadable");
        let empty = answer(&centre, round, given("1/7/2026", &[]));
        assert_eq!(empty.unwrap_err().code(), "followup.nothing-answered");
        let good = || given("1/7/2026", &[("jobs", "35 lao động")]);
        let auditor = cast.person(Role::Auditor).at(&office);
        assert!(matches!(
            answer(&auditor, round, good()),
            Err(Failure::Denied(_))
        ));
        for role in [Role::CentreOfficer, Role::Firm] {
            let stranger = cast.foreigner(role).at(&office);
            assert!(matches!(
                answer(&stranger, round, good()),
                Err(Failure::NotFound)
            ));
            let page = followup::list(&stranger, Filter::default(), Window::of_page(1, 50));
            assert_eq!(page.unwrap().total, 0);
        }
        let held = &followup::of_project(&centre, id).unwrap()[0].followup;
        assert_eq!((held.answered_on, held.answers.len()), (None, 0));
        assert!(project::show(&centre, id).is_ok());
    }
}
