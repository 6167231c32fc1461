//! Contracts: after the decision, for what was approved; months owed and overdue.

use super::progress::{due_on, months, overdue};
use super::refusal::Refusal;
use super::*;
use crate::calendar::national;
use crate::kernel::refuse::Refuse;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn part(source: Source, amount: i64) -> Part {
    Part {
        source,
        purse: None,
        amount: Dong(amount),
    }
}

fn contract(kind: ContractKind, signed_on: &str, parts: Vec<Part>) -> Contract {
    Contract {
        id: ContractId([1; 16]),
        project: ProjectId([2; 16]),
        kind,
        number: "15/HĐ-TTKC".into(),
        signed_on: day(signed_on),
        giver: "Trung tâm".into(),
        taker: "Đơn vị".into(),
        parts,
        advance_percent: Some(30),
        starts_on: None,
        ends_on: Some(day("2026-11-30")),
        terms: None,
        schedule: None,
        document: None,
        appendices: Vec::new(),
        liquidation: None,
        area: AreaPath::parse("VN/31").unwrap(),
        organisation: OrganisationId([3; 16]),
        illustrative: false,
    }
}

fn facts<'a>(approved: &'a [Part], execution: Option<&'a Contract>) -> Facts<'a> {
    Facts {
        decided_on: Some(day("2026-02-10")),
        approved,
        execution,
        accepted_on: None,
        is_stopped: false,
        today: day("2026-06-30"),
    }
}

#[test]
fn a_contract_carries_exactly_what_was_approved_from_each_source() {
    let approved = [part(Source::Local, 200), part(Source::Central, 100)];
    let table = [
        (
            vec![part(Source::Local, 200), part(Source::Central, 100)],
            None,
        ),
        (
            vec![part(Source::Local, 300)],
            Some("contract.not-as-approved"),
        ),
        (
            vec![part(Source::Local, 199), part(Source::Central, 100)],
            Some("contract.not-as-approved"),
        ),
        (
            vec![part(Source::Local, 200)],
            Some("contract.not-as-approved"),
        ),
    ];
    for (parts, refused) in table {
        let new = contract(ContractKind::Execution, "2026-02-10", parts);
        let answer = sign(&new, &facts(&approved, None));
        assert_eq!(answer.err().map(|refusal| refusal.code()), refused);
    }
}

#[test]
fn a_contract_is_never_older_than_its_decision_nor_of_tomorrow() {
    let approved = [part(Source::Local, 200)];
    for (on, refused) in [
        ("2026-02-09", Some("contract.before-decision")),
        ("2026-02-10", None),
        ("2026-06-30", None),
        ("2026-07-01", Some("contract.in-the-future")),
    ] {
        let new = contract(ContractKind::Execution, on, approved.to_vec());
        let answer = sign(&new, &facts(&approved, None));
        assert_eq!(answer.err().map(|refusal| refusal.code()), refused, "{on}");
    }
    let undecided = Facts {
        decided_on: None,
        ..facts(&approved, None)
    };
    let new = contract(ContractKind::Execution, "2026-03-01", approved.to_vec());
    assert_eq!(sign(&new, &undecided), Err(Refusal::NoDecision));
}

#[test]
fn the_beneficiary_is_promised_no_more_than_the_unit_received() {
    let approved = [part(Source::Local, 200)];
    let execution = contract(ContractKind::Execution, "2026-03-01", approved.to_vec());
    let support =
        |on: &str, amount| contract(ContractKind::Support, on, vec![part(Source::Local, amount)]);
    let known = facts(&approved, Some(&execution));
    assert_eq!(sign(&support("2026-03-02", 200), &known), Ok(()));
    let over = sign(&support("2026-03-02", 201), &known).unwrap_err();
    assert_eq!(over.code(), "contract.over-execution");
    let early = sign(&support("2026-02-28", 200), &known).unwrap_err();
    assert_eq!(early.code(), "contract.before-contract");
    let alone = sign(&support("2026-03-02", 200), &facts(&approved, None));
    assert_eq!(alone, Err(Refusal::NoExecution));
}

#[test]
fn an_appendix_changes_what_holds_and_keeps_what_was_signed() {
    let mut held = contract(
        ContractKind::Execution,
        "2026-03-01",
        vec![part(Source::Local, 200)],
    );
    let approved = [part(Source::Local, 150)];
    let lower = Appendix {
        number: "01/PL".into(),
        signed_on: day("2026-05-01"),
        parts: approved.to_vec(),
        ends_on: Some(day("2026-12-15")),
        reason: "Giảm hỗ trợ".into(),
    };
    assert_eq!(append(&held, &lower, &facts(&approved, None)), Ok(()));
    let wrong = Appendix {
        parts: vec![part(Source::Local, 160)],
        ..lower.clone()
    };
    assert!(append(&held, &wrong, &facts(&approved, None)).is_err());
    held.appendices.push(lower.clone());
    assert_eq!(held.value_now(), Dong(150));
    assert_eq!(held.ends_now(), Some(day("2026-12-15")));
    assert_eq!(held.parts, vec![part(Source::Local, 200)]);
    let early = Appendix {
        signed_on: day("2026-04-30"),
        ..lower
    };
    assert!(append(&held, &early, &facts(&approved, None)).is_err());
}

#[test]
fn a_contract_ends_once_and_only_on_acceptance_or_stop() {
    let mut held = contract(
        ContractKind::Execution,
        "2026-03-01",
        vec![part(Source::Local, 200)],
    );
    let end = Liquidation {
        number: None,
        on: day("2026-06-01"),
    };
    let open = facts(&[], None);
    assert_eq!(liquidate(&held, &end, &open), Err(Refusal::NotAccepted));
    let accepted = Facts {
        accepted_on: Some(day("2026-06-02")),
        ..open
    };
    assert!(
        liquidate(&held, &end, &accepted).is_err(),
        "before the acceptance"
    );
    let stopped = Facts {
        is_stopped: true,
        ..open
    };
    assert_eq!(liquidate(&held, &end, &stopped), Ok(()));
    held.liquidation = Some(end.clone());
    assert_eq!(liquidate(&held, &end, &stopped), Err(Refusal::Ended));
}

#[test]
fn a_report_is_owed_for_each_month_and_late_after_five_working_days() {
    let owed = months(day("2026-03-20"), None, day("2026-06-10"));
    assert_eq!(owed.len(), 4);
    // 31/3/2026 is a Tuesday: 1, 2, 3, 6 and 7 April are the five working days.
    assert_eq!(due_on(national(), day("2026-03-01")), day("2026-04-07"));
    let reported = [day("2026-04-01")];
    let late = overdue(national(), &owed, &reported, day("2026-06-10"));
    assert_eq!(late, [day("2026-03-01"), day("2026-05-01")]);
    let at_due = overdue(national(), &owed, &reported, day("2026-04-07"));
    assert!(at_due.is_empty(), "the last day is still in time");
}

proptest! {
    #[test]
    fn months_owed_are_in_order_and_none_is_of_the_future(start in 0u64..900, end in proptest::option::of(0u64..900)) {
        let first = day("2024-01-01");
        let today = day("2026-06-10");
        let signed = first + chrono::Days::new(start);
        let owed = months(signed, end.map(|offset| first + chrono::Days::new(offset)), today);
        prop_assert!(owed.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(owed.iter().all(|month| *month <= today));
    }
}
