//! The rules of decisions as tables and properties.

use super::*;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use crate::ledger::MoveKind;
use proptest::prelude::*;

fn item(before: i64, after: i64) -> Item {
    Item {
        id: DecisionItemId([1; 16]),
        project: ProjectId([2; 16]),
        purse: PurseId([3; 16]),
        source: Source::Local,
        to_purse: None,
        before: Dong(before),
        after: Dong(after),
    }
}

#[test]
fn each_kind_and_status_has_a_code_of_its_own() {
    for kind in DecisionKind::ALL {
        assert_eq!(DecisionKind::from_code(kind.code()), Some(kind));
    }
    for status in DecisionStatus::ALL {
        assert_eq!(DecisionStatus::from_code(status.code()), Some(status));
    }
    for fact in Fact::ALL {
        assert_eq!(Fact::from_code(fact.code()), Some(fact));
    }
}

#[test]
fn a_line_becomes_the_entries_its_kind_says() {
    let carried = Item {
        to_purse: Some(PurseId([9; 16])),
        ..item(100, 40)
    };
    let kinds = |kind, item: &Item| -> Vec<(MoveKind, i64)> {
        let effects = effects(kind, item);
        effects.iter().map(|e| (e.kind, e.amount.0)).collect()
    };
    let table = [
        (
            DecisionKind::Approve,
            item(0, 100),
            vec![(MoveKind::Approve, 100)],
        ),
        (
            DecisionKind::Adjust,
            item(100, 130),
            vec![(MoveKind::Approve, 30)],
        ),
        (
            DecisionKind::Cut,
            item(100, 70),
            vec![(MoveKind::Reduce, 30)],
        ),
        (DecisionKind::Stop, item(100, 40), vec![]),
        (
            DecisionKind::CarryOver,
            carried,
            vec![
                (MoveKind::Reduce, 60),
                (MoveKind::CarryOut, 60),
                (MoveKind::CarryIn, 60),
                (MoveKind::Approve, 60),
            ],
        ),
    ];
    for (kind, item, expected) in table {
        assert_eq!(kinds(kind, &item), expected, "{kind:?}");
    }
}

#[test]
fn a_changed_fact_is_named_with_both_sides() {
    let before = vec![
        (Fact::Cost, "100".to_owned()),
        (Fact::Trade, "mộc".to_owned()),
    ];
    let after = vec![
        (Fact::Cost, "120".to_owned()),
        (Fact::Trade, "mộc".to_owned()),
    ];
    let found = changes(&before, &after);
    assert_eq!(found.len(), 1);
    let refusal = refusal::Refusal::Stale {
        project: "DA-1".to_owned(),
        changes: found,
    };
    assert!(
        refusal
            .say(Lang::Vi)
            .contains("tổng kinh phí dự kiến (100 → 120)")
    );
    assert!(changes(&before, &before).is_empty());
}

proptest! {
    #[test]
    fn what_is_taken_from_a_purse_is_the_sum_of_the_changes(
        lines in proptest::collection::vec((0i64..1_000, 0i64..1_000), 1..20)
    ) {
        let items: Vec<Item> = lines.iter().map(|(before, after)| item(*before, *after)).collect();
        let expected: i64 = lines.iter().map(|(before, after)| after - before).sum();
        let rooms = over_purses(&items, &[(PurseId([3; 16]), Dong(500))].into());
        prop_assert_eq!(rooms.len(), 1);
        prop_assert_eq!(rooms[0].taken, Dong(expected));
        prop_assert_eq!(rooms[0].bears(), expected <= 500);
    }
}
