//! Money by the stage it has reached.

use crate::kernel::money::Dong;
use crate::ledger::Stage;

/// What has reached each stage or gone beyond it, in the order of the way: the stages of the
/// budget, then those of partners' money.
pub fn reached(moves: &[(Stage, Stage, Dong)]) -> Vec<(Stage, Dong)> {
    let stages = Stage::OF_BUDGET.into_iter().chain(Stage::OF_PARTNERS);
    stages
        .map(|stage| (stage, reached_one(moves, stage)))
        .collect()
}

fn reached_one(moves: &[(Stage, Stage, Dong)], stage: Stage) -> Dong {
    let later = stage.and_later();
    moves.iter().fold(Dong::ZERO, |sum, (from, to, amount)| {
        match (later.contains(from), later.contains(to)) {
            (false, true) => sum.plus(*amount),
            (true, false) => sum.minus(*amount),
            _ => sum,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_that_went_on_still_counts_where_it_was_and_money_taken_back_does_not() {
        let moves = [
            (Stage::Available, Stage::Approved, Dong(100)),
            (Stage::Approved, Stage::Contracted, Dong(80)),
            (Stage::Contracted, Stage::Paid, Dong(50)),
            (Stage::Paid, Stage::Recovered, Dong(5)),
            (Stage::Owner, Stage::Committed, Dong(7)),
        ];
        let reached: Vec<_> = reached(&moves).into_iter().map(|(_, sum)| sum.0).collect();
        assert_eq!(reached, [95, 75, 0, 45, 0, 7, 0]);
    }
}
