//! Changes: which way they move, who confirms and decides, when they fall.

use super::refusal::Refusal;
use super::*;
use crate::identity::Role;
use crate::kernel::level::Level;
use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::ledger::Source;
use crate::project::Status;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn change(kind: AmendmentKind, facts: Vec<Fact>) -> Amendment {
    Amendment {
        id: AmendmentId([1; 16]),
        project: ProjectId([2; 16]),
        kind,
        reason: "Máy về chậm".into(),
        facts,
        stand: Stand::Asked,
        rule: String::new(),
        asked_on: day("2026-06-01"),
        asked_by: UserId([1; 16]),
        confirmed: None,
        decided: None,
        decision: None,
        note: None,
        area: AreaPath::parse("VN/31").unwrap(),
        organisation: OrganisationId([3; 16]),
        party: None,
        illustrative: false,
    }
}

fn ends(before: &str, after: &str) -> Fact {
    Fact {
        what: What::EndsOn,
        purse: None,
        before: Some(before.into()),
        after: Some(after.into()),
    }
}

fn support(source: Source, before: i64, after: i64) -> Fact {
    Fact::support(source, None, Dong(before), Dong(after))
}

#[test]
fn every_kind_has_a_way_at_each_level_with_its_citation() {
    for kind in AmendmentKind::ALL {
        assert_eq!(AmendmentKind::from_code(kind.code()), Some(kind));
        for level in [Level::National, Level::Local] {
            let found = route(kind, level, false).unwrap();
            assert!(!found.citation.is_empty());
            assert_eq!(found.needs_confirmation, level == Level::National);
            assert_eq!(Route::of_code(&found.code), Some(found));
        }
    }
    assert_eq!(routes().len(), 19);
}

#[test]
fn the_ministry_decides_on_money_content_next_year_and_stop_the_agency_on_the_rest() {
    let table = [
        (AmendmentKind::RaiseSupport, false, Authority::Ministry),
        (AmendmentKind::Adjust, false, Authority::Ministry),
        (AmendmentKind::Stop, false, Authority::Ministry),
        (AmendmentKind::Extend, true, Authority::Ministry),
        (AmendmentKind::Extend, false, Authority::Agency),
        (AmendmentKind::ReplaceBeneficiary, false, Authority::Agency),
        (AmendmentKind::LowerSupport, false, Authority::Agency),
        (AmendmentKind::LowerSupport, true, Authority::Agency),
    ];
    for (kind, next_year, authority) in table {
        let found = route(kind, Level::National, next_year).unwrap();
        assert_eq!(found.authority, authority, "{kind:?}");
    }
    for kind in AmendmentKind::ALL {
        let local = route(kind, Level::Local, true).unwrap();
        assert_eq!(local.authority, Authority::DepartmentHead);
    }
}

#[test]
fn a_change_moves_the_way_its_kind_says_or_is_refused() {
    use AmendmentKind::{Extend, LowerSupport, RaiseSupport, Stop, SwitchSource};
    let table = [
        (Extend, vec![ends("2026-10-31", "2026-11-30")], None),
        (
            Extend,
            vec![ends("2026-10-31", "2026-10-30")],
            Some("amendment.wrong-way"),
        ),
        (
            Extend,
            vec![ends("2026-10-31", "2026-10-31")],
            Some("amendment.nothing-changes"),
        ),
        (Extend, vec![], Some("amendment.nothing-changes")),
        (RaiseSupport, vec![support(Source::Local, 200, 250)], None),
        (
            RaiseSupport,
            vec![support(Source::Local, 200, 150)],
            Some("amendment.wrong-way"),
        ),
        (LowerSupport, vec![support(Source::Local, 200, 150)], None),
        (
            LowerSupport,
            vec![support(Source::Local, 200, -1)],
            Some("amendment.wrong-way"),
        ),
        (
            SwitchSource,
            vec![
                support(Source::Local, 200, 0),
                support(Source::Central, 0, 200),
            ],
            None,
        ),
        (
            SwitchSource,
            vec![
                support(Source::Local, 200, 0),
                support(Source::Central, 0, 201),
            ],
            Some("amendment.wrong-way"),
        ),
        (Stop, vec![], None),
    ];
    for (kind, facts, refused) in table {
        let answer = request(&change(kind, facts), Status::Contracted, &[]);
        assert_eq!(
            answer.err().map(|refusal| refusal.code()),
            refused,
            "{kind:?}"
        );
    }
}

#[test]
fn a_change_is_asked_only_between_decision_and_acceptance_and_once() {
    let new = change(AmendmentKind::Stop, Vec::new());
    for status in Status::ALL {
        let open = matches!(status, Status::Approved | Status::Contracted);
        assert_eq!(request(&new, status, &[]).is_ok(), open, "{status:?}");
    }
    let twice = request(&new, Status::Approved, &[AmendmentKind::Stop]);
    assert!(matches!(twice, Err(Refusal::AskedAlready { .. })));
    let mute = Amendment {
        reason: String::new(),
        ..new
    };
    assert_eq!(
        request(&mute, Status::Approved, &[]),
        Err(Refusal::NoReason)
    );
}

fn hand(user: u8, roles: &[Role], has_document: bool) -> Hand<'_> {
    Hand {
        user: UserId([user; 16]),
        roles,
        on: day("2026-06-10"),
        has_document,
        today: day("2026-06-10"),
    }
}

#[test]
fn a_local_change_is_asked_by_one_and_decided_by_another() {
    let local = route(AmendmentKind::Stop, Level::Local, false).unwrap();
    let asked = change(AmendmentKind::Stop, Vec::new());
    let (head, agency) = ([Role::DepartmentHead], [Role::AgencyOfficer]);
    assert_eq!(decide(&asked, local, &hand(2, &head, false)), Ok(()));
    assert_eq!(
        decide(&asked, local, &hand(1, &head, false)),
        Err(Refusal::SameHand)
    );
    let foreign = decide(&asked, local, &hand(2, &agency, true)).unwrap_err();
    assert_eq!(foreign.code(), "amendment.wrong-authority");
    assert_eq!(
        confirm(&asked, local, &hand(2, &head, false)),
        Err(Refusal::NoConfirmation)
    );
}

#[test]
fn three_people_ask_confirm_and_decide_a_national_change_and_each_may() {
    let national = route(AmendmentKind::Stop, Level::National, false).unwrap();
    let asked = change(AmendmentKind::Stop, Vec::new());
    let (head, agency) = ([Role::DepartmentHead], [Role::AgencyOfficer]);
    assert_eq!(
        decide(&asked, national, &hand(3, &agency, false)),
        Err(Refusal::NotConfirmed)
    );
    assert_eq!(
        confirm(&asked, national, &hand(1, &head, false)),
        Err(Refusal::SameHand)
    );
    assert_eq!(confirm(&asked, national, &hand(2, &head, false)), Ok(()));
    let confirmed = Amendment {
        stand: Stand::Confirmed,
        confirmed: Some(Act {
            on: day("2026-06-05"),
            by: UserId([2; 16]),
            number: "88/SCT".into(),
        }),
        ..asked
    };
    assert_eq!(
        decide(&confirmed, national, &hand(3, &agency, false)),
        Ok(())
    );
    assert_eq!(
        decide(&confirmed, national, &hand(2, &agency, false)),
        Err(Refusal::SameHand)
    );
    let paperless = decide(&confirmed, national, &hand(3, &head, false)).unwrap_err();
    assert_eq!(paperless.code(), "amendment.wrong-authority");
    assert_eq!(decide(&confirmed, national, &hand(3, &head, true)), Ok(()));
    let early = Hand {
        on: day("2026-06-04"),
        ..hand(3, &agency, false)
    };
    assert_eq!(
        decide(&confirmed, national, &early).unwrap_err().code(),
        "amendment.too-early"
    );
    let over = Amendment {
        stand: Stand::Granted,
        ..confirmed
    };
    assert!(matches!(
        decide(&over, national, &hand(3, &agency, false)),
        Err(Refusal::Settled { .. })
    ));
}

#[test]
fn a_request_is_stale_in_exactly_the_facts_that_changed_since() {
    let facts = [
        ends("2026-10-31", "2026-11-30"),
        support(Source::Local, 200, 150),
    ];
    let same = stale(&facts, |fact| fact.before.clone());
    assert!(same.is_empty());
    let moved = stale(&facts, |fact| match fact.what {
        What::EndsOn => Some("2026-11-15".to_owned()),
        _ => fact.before.clone(),
    });
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].0.what, What::EndsOn);
}
