//! The list handed to the treasury: each approved move once, with numbers and sums.

use super::{Story, day};
use kc_app::kernel::{Failure, Window};
use kc_app::payment::handover::{NewHandover, hand_over, list, preview, show, workbook};
use kc_domain::identity::Role;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::ledger::MoveKind;
use kc_testkit::Engine;

fn of_period(number: &str, from: &str, to: &str) -> NewHandover {
    NewHandover {
        number: number.into(),
        handed_on: day("2026-04-01"),
        period: Period::new(day(from), day(to)).unwrap(),
    }
}

#[test]
fn each_approved_move_stands_on_one_list_and_waiting_ones_on_none() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-04-01");
        let accountant = story.at(Role::Accountant);
        let march = || of_period("03/BK-TTKC", "2026-03-01", "2026-03-31");
        let waiting = story.move_of(MoveKind::Advance, 70_000_000, "2026-03-10");
        let waiting = story.prepare(&waiting, &[]).unwrap();
        let none = hand_over(&accountant, &march()).unwrap_err();
        assert_eq!(none.code(), "payment.nothing-to-hand-over");

        kc_app::payment::approve(&story.at(Role::PaymentApprover), waiting).unwrap();
        let april = Period::new(day("2026-04-01"), day("2026-04-30")).unwrap();
        assert!(preview(&accountant, april).unwrap().is_empty());
        let id = hand_over(&accountant, &march()).unwrap();
        let (_, lines) = show(&accountant, id).unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].id, lines[0].amount), (waiting, Dong(70_000_000)));
        assert_eq!(lines[0].contract.as_deref(), Some("15/HĐ-TTKC"));
        let taken = hand_over(&accountant, &march()).unwrap_err();
        assert_eq!(taken.code(), "payment.number-taken");
        let again = of_period("04/BK-TTKC", "2026-03-01", "2026-03-31");
        let empty = hand_over(&accountant, &again).unwrap_err();
        assert_eq!(empty.code(), "payment.nothing-to-hand-over");
        assert_eq!(list(&accountant, Window::of_page(1, 10)).unwrap().total, 1);
        let (name, bytes) = workbook(&accountant, id).unwrap();
        assert_eq!(name, "bang-ke-03-BK-TTKC.xlsx");
        assert!(bytes.starts_with(b"PK"));
    }
}

#[test]
fn only_whoever_prepares_makes_a_list_and_no_stranger_sees_it() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-04-01");
        story
            .pay(MoveKind::Advance, 70_000_000, "2026-03-10")
            .unwrap();
        let new = of_period("03/BK-TTKC", "2026-03-01", "2026-03-31");
        let approver = hand_over(&story.at(Role::PaymentApprover), &new);
        assert!(matches!(approver, Err(Failure::Denied(_))));
        let id = hand_over(&story.at(Role::Accountant), &new).unwrap();
        let foreigner = story.cast.foreigner(Role::Accountant).at(&story.office);
        assert!(matches!(show(&foreigner, id), Err(Failure::NotFound)));
        assert_eq!(list(&foreigner, Window::of_page(1, 10)).unwrap().total, 0);
    }
}
