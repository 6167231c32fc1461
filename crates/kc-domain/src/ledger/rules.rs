//! What the ledger allows.

use super::refusal::Refusal;
use super::{Approval, Early, MoveKind, Source, Stage};
use crate::kernel::money::Dong;
use crate::kernel::period::Period;
use chrono::NaiveDate;

/// A move as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMove {
    /// What kind of move.
    pub kind: MoveKind,
    /// Whose money.
    pub source: Source,
    /// How much.
    pub amount: Dong,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// Whether a reason is given.
    pub has_reason: bool,
}

/// What must be known to decide on a move.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The changes of the stage the money would leave, by day, in order.
    pub history: &'a [(NaiveDate, i64)],
    /// How the project was approved.
    pub approval: Approval,
    /// The time of the plan, where there is one.
    pub period: Option<Period>,
}

/// Decides on a move: answers the stages it runs between, or why not.
pub fn decide(new: &NewMove, facts: &Facts<'_>) -> Result<(Stage, Stage), Refusal> {
    let (from, to) = new.kind.stages().ok_or(Refusal::WrongSource)?;
    if !new.amount.is_positive() {
        return Err(Refusal::NotPositive);
    }
    let partners_move = matches!(from, Stage::Owner | Stage::Committed);
    if partners_move != new.source.is_of_partners() {
        return Err(Refusal::WrongSource);
    }
    if matches!(new.kind, MoveKind::Cut | MoveKind::Reduce) && !new.has_reason {
        return Err(Refusal::ReasonMissing);
    }
    check_time(new, facts)?;
    check_room(from, new.amount, new.effective_on, facts.history)?;
    Ok((from, to))
}

/// Nothing runs before its approval, and money leaves only within the time of the plan.
fn check_time(new: &NewMove, facts: &Facts<'_>) -> Result<(), Refusal> {
    let (kind, day) = (new.kind, new.effective_on);
    if kind.needs_decision() {
        facts.approval.expect_by(day).map_err(|early| match early {
            Early::Undecided => Refusal::NotApproved { kind },
            Early::Before(decided_on) => Refusal::BeforeDecision { kind, decided_on },
        })?;
    }
    match facts.period {
        Some(period) if kind.is_spending() && !period.holds(day) => {
            Err(Refusal::OutsidePeriod { day, period })
        }
        _ => Ok(()),
    }
}

fn check_room(
    from: Stage,
    asked: Dong,
    day: NaiveDate,
    history: &[(NaiveDate, i64)],
) -> Result<(), Refusal> {
    if from.is_contra() {
        return Ok(());
    }
    let available = room_from(history, day);
    if available < asked {
        return Err(Refusal::OverBalance {
            stage: from,
            available,
            asked,
        });
    }
    Ok(())
}

/// What can leave an account on a day without any later day going below zero.
///
/// `history` holds the changes by day, in order.
pub fn room_from(history: &[(NaiveDate, i64)], day: NaiveDate) -> Dong {
    let before = history.iter().take_while(|(changed, _)| *changed <= day);
    let mut balance = before.fold(0_i64, |sum, (_, change)| sum.saturating_add(*change));
    let mut lowest = balance;
    for (_, change) in history.iter().skip_while(|(changed, _)| *changed <= day) {
        balance = balance.saturating_add(*change);
        lowest = lowest.min(balance);
    }
    Dong(lowest.max(0))
}

/// Decides on a reversal of an entry that moved `from` → `to`, of which `left` is not yet
/// reversed: answers the stages the reversal runs between.
pub fn decide_reversal(
    (from, to): (Stage, Stage),
    left: Dong,
    new: &NewMove,
    history: &[(NaiveDate, i64)],
) -> Result<(Stage, Stage), Refusal> {
    if !new.amount.is_positive() {
        return Err(Refusal::NotPositive);
    }
    if !new.has_reason {
        return Err(Refusal::ReasonMissing);
    }
    if new.amount > left {
        return Err(Refusal::OverReversal { left });
    }
    check_room(to, new.amount, new.effective_on, history)?;
    Ok((to, from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::date::parse_date;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn pay(amount: i64, on: &str) -> NewMove {
        NewMove {
            kind: MoveKind::Pay,
            source: Source::Local,
            amount: Dong(amount),
            effective_on: day(on),
            has_reason: false,
        }
    }

    #[test]
    fn v11_nothing_is_paid_before_approval() {
        let history = [(day("2017-01-01"), 100)];
        let facts = |approval| Facts {
            history: &history,
            approval,
            period: None,
        };
        let tried = decide(&pay(10, "2017-10-02"), &facts(Approval::None));
        assert_eq!(
            tried,
            Err(Refusal::NotApproved {
                kind: MoveKind::Pay
            })
        );
        let decided = Approval::On(day("2017-10-02"));
        let early = decide(&pay(10, "2017-10-01"), &facts(decided));
        assert!(matches!(early, Err(Refusal::BeforeDecision { .. })));
        assert!(decide(&pay(10, "2017-10-02"), &facts(decided)).is_ok());
    }

    #[test]
    fn v12_one_dong_over_the_balance_is_refused() {
        let history = [
            (day("2019-01-01"), 160_000_000),
            (day("2019-06-01"), -160_000_000),
        ];
        let facts = Facts {
            history: &history,
            approval: Approval::Reported,
            period: None,
        };
        let refused = decide(&pay(1, "2019-06-02"), &facts).unwrap_err();
        let expected = Refusal::OverBalance {
            stage: Stage::Contracted,
            available: Dong::ZERO,
            asked: Dong(1),
        };
        assert_eq!(refused, expected);
        let backdated = decide(&pay(1, "2019-02-01"), &facts);
        assert!(backdated.is_err(), "money spent later is not free earlier");
    }

    #[test]
    fn v16_money_leaves_only_within_the_plan() {
        let history = [(day("2022-09-05"), 100)];
        let period = Period::new(day("2023-01-01"), day("2023-12-31"));
        let facts = Facts {
            history: &history,
            approval: Approval::Reported,
            period,
        };
        for (on, allowed) in [
            ("2022-12-31", false),
            ("2023-01-01", true),
            ("2024-01-01", false),
        ] {
            assert_eq!(decide(&pay(1, on), &facts).is_ok(), allowed, "{on}");
        }
    }

    #[test]
    fn budget_and_partners_money_never_mix() {
        let facts = Facts {
            history: &[],
            approval: Approval::Reported,
            period: None,
        };
        let wrong = NewMove {
            source: Source::Counterpart,
            ..pay(1, "2019-01-01")
        };
        assert_eq!(decide(&wrong, &facts), Err(Refusal::WrongSource));
        let commit = NewMove {
            kind: MoveKind::Commit,
            ..pay(1, "2019-01-01")
        };
        assert_eq!(decide(&commit, &facts), Err(Refusal::WrongSource));
    }

    #[test]
    fn every_kind_has_its_code_and_fixed_stages() {
        for kind in MoveKind::ALL {
            assert_eq!(MoveKind::from_code(kind.code()), Some(kind));
            assert_eq!(kind.stages().is_none(), kind == MoveKind::Reversal);
        }
    }

    proptest! {
        #[test]
        fn no_stage_ever_goes_below_zero(moves in proptest::collection::vec((0u32..400, 1i64..100, any::<bool>()), 1..40)) {
            let start = day("2016-01-01");
            let mut history: Vec<(NaiveDate, i64)> = Vec::new();
            for (offset, amount, comes_in) in moves {
                let on = start + chrono::Days::new(u64::from(offset));
                let room = room_from(&history, on);
                let change = if comes_in { amount } else { -amount.min(room.0) };
                history.push((on, change));
                history.sort_by_key(|(on, _)| *on);
                let mut balance = 0;
                for (index, (on, change)) in history.iter().enumerate() {
                    balance += change;
                    let day_ends = history.get(index + 1).is_none_or(|(next, _)| next != on);
                    prop_assert!(!day_ends || balance >= 0);
                }
            }
        }
    }
}
