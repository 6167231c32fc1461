//! Every pair of states walked; dates and references in order.

use super::lifecycle::{MOVES, Move, expect_decision, next, steps_from};
use super::refusal::{Doing, Refusal};
use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn project(status: Status) -> Project {
    Project {
        id: ProjectId([1; 16]),
        code: "DA-2017-00001".into(),
        title: "Hỗ trợ máy móc đúc kim loại".into(),
        programme: None,
        plan: None,
        batch: None,
        kind: ProjectKind::Single,
        level: None,
        content_group: None,
        trade: None,
        status,
        place_written: None,
        establishment: None,
        unit: None,
        starts_on: None,
        ends_on: None,
        need: None,
        outcome: None,
        cost_estimated: None,
        support_asked: None,
        workers: None,
        turns: None,
        note: None,
        area: AreaPath::parse("VN/31/311").unwrap(),
        organisation: OrganisationId([2; 16]),
        party: None,
        proposed_by: None,
        decision: None,
        contract_number: None,
        contracted_on: None,
        accepted_on: None,
        registered_on: day("1/3/2017"),
        reason: None,
        withdrawn_at: None,
        illustrative: false,
        version: 1,
    }
}

#[test]
fn every_pair_of_states_is_joined_by_one_step_or_by_none() {
    for from in Status::ALL {
        for to in Status::ALL {
            let steps: Vec<_> = Move::ALL
                .into_iter()
                .filter(|step| next(from, *step) == Ok(to))
                .collect();
            let rows = MOVES.iter().filter(|row| row.0 == from && row.2 == to);
            assert_eq!(steps, rows.map(|row| row.1).collect::<Vec<_>>());
            assert!(steps.len() <= 1, "{from:?} → {to:?} by {steps:?}");
        }
    }
}

#[test]
fn every_step_that_does_not_lead_on_says_why_and_what_next() {
    for from in Status::ALL {
        for step in Move::ALL {
            let offered = steps_from(from).any(|other| other == step);
            assert_eq!(next(from, step).is_ok(), offered);
            if let Err(refusal) = next(from, step) {
                let said = refusal.say(Lang::Vi);
                assert!(said.matches(". ").count() >= 1, "{said}");
                assert_ne!(said, refusal.say(Lang::En));
            }
        }
    }
}

#[test]
fn nothing_leads_on_from_a_final_state_and_nothing_back_from_withdrawal() {
    for status in Status::ALL {
        assert_eq!(status.is_final(), steps_from(status).count() == 0);
        assert_eq!(Status::from_code(status.code()), Some(status));
    }
}

#[test]
fn without_a_decision_there_is_no_contract_and_no_money() {
    for status in [Status::Registered, Status::Submitted, Status::Returned] {
        let refused = contract(&project(status), None, day("2/10/2017"), day("3/10/2017"));
        let doing = Doing::Contract;
        assert_eq!(refused, Err(Refusal::NoDecision { doing }));
        assert!(expect_decision(status).is_err());
    }
    let said = Refusal::NoDecision {
        doing: Doing::Contract,
    };
    assert_eq!(
        said.say(Lang::Vi),
        "Không lập được hợp đồng: đề án chưa có quyết định phê duyệt. Ghi quyết định trước."
    );
    for status in [Status::Approved, Status::Contracted, Status::Reported] {
        assert_eq!(expect_decision(status), Ok(()));
    }
}

#[test]
fn a_contract_stands_on_or_after_its_decision_and_not_in_the_future() {
    let approved = project(Status::Approved);
    let decided = Some(day("2/10/2017"));
    let today = day("5/10/2017");
    let early = contract(&approved, decided, day("1/10/2017"), today).unwrap_err();
    assert_eq!(early.code(), "project.contract-before-decision");
    let late = contract(&approved, decided, day("6/10/2017"), today).unwrap_err();
    assert_eq!(late.code(), "project.in-the-future");
    assert_eq!(
        contract(&approved, decided, day("2/10/2017"), today),
        Ok(Status::Contracted)
    );
}

#[test]
fn a_decision_without_a_date_approves_nothing() {
    let submitted = project(Status::Submitted);
    assert!(approve(&submitted, "12/QĐ-UBND", None).is_err());
    let dated = approve(&submitted, "12/QĐ-UBND", Some(day("2/10/2017")));
    assert_eq!(dated, Ok(Status::Approved));
}

#[test]
fn a_project_that_contradicts_itself_is_refused() {
    let backward = Project {
        starts_on: Some(day("2/1/2017")),
        ends_on: Some(day("1/1/2017")),
        ..project(Status::Registered)
    };
    assert_eq!(check(&backward, None, None), Err(Refusal::BackwardPeriod));
    let task = Project {
        kind: ProjectKind::Task,
        establishment: Some(EstablishmentId([4; 16])),
        ..project(Status::Registered)
    };
    assert_eq!(check(&task, None, None), Err(Refusal::TaskWithBeneficiary));
    let vague = Project {
        outcome: Some("nhiều".into()),
        ..project(Status::Registered)
    };
    assert_eq!(
        check(&vague, None, None).unwrap_err().field(),
        Some("outcome")
    );
    assert_eq!(check(&project(Status::Registered), None, None), Ok(()));
}
