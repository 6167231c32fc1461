//! Filling: from the front of the line, each file draws from its purses while they last.

use super::floor::Standing;
use super::{Draw, File, Fill, Outcome, Purse, Rules, Verdict, WHOLE};
use crate::kernel::money::Dong;
use std::collections::{BTreeMap, BTreeSet};

type Purses<'a> = BTreeMap<&'a str, &'a Purse>;

/// The state of the purses while the line passes.
struct Till<'a> {
    purses: &'a Purses<'a>,
    left: BTreeMap<String, Dong>,
    /// The purses that are shut, each with the file that shut it.
    shut: BTreeMap<String, String>,
    reserve: usize,
}

/// What becomes of each file of the line, in its order, and what is left in each purse.
pub(super) fn fill(
    line: &[Standing<'_>],
    purses: &Purses<'_>,
    rules: &Rules,
) -> (Vec<Outcome>, BTreeMap<String, Dong>) {
    let left = purses.values().map(|p| (p.code.clone(), p.available));
    let mut till = Till {
        purses,
        left: left.collect(),
        shut: BTreeMap::new(),
        reserve: 0,
    };
    let outcomes = line.iter().map(|standing| till.serve(standing, rules));
    let outcomes = outcomes.collect();
    (outcomes, till.left)
}

/// A file outside the line.
pub(super) fn outside(file: &File, purses: &Purses<'_>, verdict: Verdict) -> Outcome {
    let left = |code: &str| purses.get(code).map_or(Dong::ZERO, |p| p.available);
    Outcome {
        code: file.code.clone(),
        place: None,
        points: file.points,
        floor: None,
        draws: draws(file, purses, left),
        verdict,
        reserve: None,
    }
}

/// What a file asks, one draw a purse, by the code of the purse.
fn draws(file: &File, purses: &Purses<'_>, left: impl Fn(&str) -> Dong) -> Vec<Draw> {
    let codes: BTreeSet<&str> = file.asks.iter().map(|ask| &*ask.purse).collect();
    let draw = |code: &str| Draw {
        purse: code.to_owned(),
        name: purses.get(code).map_or(code, |p| &p.name).to_owned(),
        asked: file
            .asks
            .iter()
            .filter(|ask| ask.purse == code)
            .map(|ask| ask.amount)
            .sum(),
        left: left(code),
        granted: Dong::ZERO,
    };
    codes.into_iter().map(draw).collect()
}

impl Till<'_> {
    fn serve(&mut self, standing: &Standing<'_>, rules: &Rules) -> Outcome {
        let file = standing.file;
        let left = |code: &str| self.left.get(code).copied().unwrap_or_default();
        let mut draws = draws(file, self.purses, left);
        let verdict = self.verdict(&draws, rules);
        for draw in &mut draws {
            draw.granted = granted(&verdict, draw.asked);
            if let Some(left) = self.left.get_mut(&draw.purse) {
                *left = left.minus(draw.granted);
            }
        }
        if verdict != Verdict::Won {
            self.shut(file, rules.fill, &verdict);
        }
        Outcome {
            code: file.code.clone(),
            place: Some(standing.place),
            points: file.points,
            floor: standing.floor.map(|floor| floor.label.clone()),
            draws,
            reserve: self.reserve_place(&verdict, rules),
            verdict,
        }
    }

    fn verdict(&self, draws: &[Draw], rules: &Rules) -> Verdict {
        if let Some(at) = draws.iter().find_map(|draw| self.shut.get(&draw.purse)) {
            return Verdict::Behind { at: at.clone() };
        }
        let Some(short) = draws.iter().find(|draw| draw.asked > draw.left) else {
            return Verdict::Won;
        };
        let share = draws.iter().map(share_that_fits).min().unwrap_or(0);
        match rules.reduce_from {
            Some(smallest) if share >= smallest.max(1) => Verdict::Reduced { share },
            _ => Verdict::Unfit {
                purse: short.purse.clone(),
            },
        }
    }

    /// Shuts what the way of filling says; a shut purse keeps the first file that shut it. A file
    /// that is not considered shuts its other purses too: else more money, letting it in, would
    /// take from those behind it what they had.
    fn shut(&mut self, file: &File, fill: Fill, verdict: &Verdict) {
        let codes: Vec<&str> = match fill {
            Fill::StopAll => self.purses.keys().copied().collect(),
            Fill::StopPurse => file.asks.iter().map(|ask| &*ask.purse).collect(),
            Fill::Leapfrog => Vec::new(),
        };
        let by = match verdict {
            Verdict::Behind { at } => at,
            _ => &file.code,
        };
        for code in codes {
            let shut = self.shut.entry(code.to_owned());
            shut.or_insert_with(|| by.clone());
        }
    }

    fn reserve_place(&mut self, verdict: &Verdict, rules: &Rules) -> Option<usize> {
        if verdict.is_winner() || self.reserve >= rules.reserve {
            return None;
        }
        self.reserve = self.reserve.saturating_add(1);
        Some(self.reserve)
    }
}

/// The share of what is asked that fits, in hundredths of a percent, cut off, at most a whole.
fn share_that_fits(draw: &Draw) -> i64 {
    let left = i128::from(draw.left.0.max(0));
    let share = (left * i128::from(WHOLE))
        .checked_div(i128::from(draw.asked.0))
        .unwrap_or(0);
    i64::try_from(share).unwrap_or(WHOLE).min(WHOLE)
}

/// What a file gets of one ask; a share is cut off to whole đồng, so that it never exceeds.
fn granted(verdict: &Verdict, asked: Dong) -> Dong {
    match verdict {
        Verdict::Won => asked,
        Verdict::Reduced { share } => {
            let part = i128::from(asked.0) * i128::from(*share) / i128::from(WHOLE);
            Dong(i64::try_from(part).unwrap_or(0))
        }
        _ => Dong::ZERO,
    }
}
