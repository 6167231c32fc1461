//! Every pair of states walked; dates and references in order.

use super::refusal::{Doing, Refusal};
use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

pub(crate) fn project(status: Status) -> Project {
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
        standing: None,
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
fn every_status_has_its_code() {
    for status in Status::ALL {
        assert_eq!(Status::from_code(status.code()), Some(status));
    }
    let said = Refusal::NoDecision {
        doing: Doing::Contract,
    };
    assert_eq!(
        said.say(Lang::Vi),
        "Không lập được hợp đồng: đề án chưa có quyết định phê duyệt. Ghi quyết định trước."
    );
}

#[test]
fn a_contract_stands_on_or_after_its_decision_and_not_in_the_future() {
    let decided = Some(day("2/10/2017"));
    let today = day("5/10/2017");
    let early = expect_contracted(decided, day("1/10/2017"), today).unwrap_err();
    assert_eq!(early.code(), "project.contract-before-decision");
    let late = expect_contracted(decided, day("6/10/2017"), today).unwrap_err();
    assert_eq!(late.code(), "project.in-the-future");
    assert_eq!(expect_contracted(decided, day("2/10/2017"), today), Ok(()));
    assert!(expect_contracted(None, day("2/10/2017"), today).is_err());
}

#[test]
fn an_acceptance_stands_on_or_after_its_contract() {
    let under_contract = Project {
        contracted_on: Some(day("2/10/2017")),
        ..project(Status::Contracted)
    };
    let today = day("5/12/2017");
    let early = expect_accepted(&under_contract, day("1/10/2017"), today).unwrap_err();
    assert_eq!(early.code(), "project.accepted-before-contract");
    assert_eq!(
        expect_accepted(&under_contract, day("2/10/2017"), today),
        Ok(())
    );
}

#[test]
fn a_decision_without_a_date_approves_nothing() {
    assert!(expect_decided("12/QĐ-UBND", None).is_err());
    let dated = expect_decided("12/QĐ-UBND", Some(day("2/10/2017")));
    assert_eq!(dated, Ok(day("2/10/2017")));
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
