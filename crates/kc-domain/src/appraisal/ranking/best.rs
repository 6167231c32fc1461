//! The exact optimum, for comparison only: the files with most points in sum that fit together.
//!
//! It drops files that rank higher, and more money may remove one of its files. No council decides
//! by it; it shows what the line costs.

use super::{File, Purse, Rules};
use crate::appraisal::Points;
use crate::kernel::money::Dong;
use std::collections::{BTreeMap, BTreeSet};

/// Most files it is computed for.
pub const FILES_MAX: usize = 30;

/// Most branches that are looked at, so that no page waits.
const BRANCHES_MAX: usize = 400_000;

/// The best choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// The codes of the chosen files.
    pub codes: BTreeSet<String>,
    /// Their points in sum.
    pub points: Points,
    /// Their money in sum.
    pub amount: Dong,
}

/// The files over the threshold whose points sum up highest within the purses; of equal sums the
/// one that takes the better files. `None` where there are too many files or branches.
pub fn best(files: &[File], purses: &[Purse], rules: &Rules) -> Option<Best> {
    let known: BTreeMap<&str, &Purse> = purses.iter().map(|p| (&*p.code, p)).collect();
    let mut items: Vec<Item> = files
        .iter()
        .filter(|file| super::unranked(file, &known, rules).is_none())
        .map(|file| Item::of(file, purses))
        .collect();
    if items.len() > FILES_MAX {
        return None;
    }
    items.sort_by(|a, b| (b.points, &a.code).cmp(&(a.points, &b.code)));
    let mut search = Search {
        items: &items,
        chosen: Vec::new(),
        best: (0, Vec::new()),
        branches: 0,
    };
    let room: Vec<i64> = purses.iter().map(|purse| purse.available.0).collect();
    search.go(0, &room, 0);
    (search.branches <= BRANCHES_MAX).then(|| search.answer())
}

/// A file with what it asks of each purse.
struct Item {
    code: String,
    points: i64,
    asks: Vec<i64>,
    /// The purse it asks most of, counted from 0.
    main: usize,
}

impl Item {
    fn of(file: &File, purses: &[Purse]) -> Self {
        let asked = |purse: &Purse| {
            let asks = file.asks.iter().filter(|ask| ask.purse == purse.code);
            asks.map(|ask| ask.amount).sum::<Dong>().0
        };
        let asks: Vec<i64> = purses.iter().map(asked).collect();
        let most = asks.iter().enumerate().max_by_key(|(_, amount)| **amount);
        Self {
            code: file.code.clone(),
            points: file.points.unwrap_or_default().0,
            main: most.map_or(0, |(purse, _)| purse),
            asks,
        }
    }

    fn amount(&self) -> i64 {
        self.asks.iter().copied().fold(0, i64::saturating_add)
    }
}

/// Depth-first, the best file first; a branch that cannot beat the best is cut.
struct Search<'a> {
    items: &'a [Item],
    chosen: Vec<usize>,
    /// Points, and which.
    best: (i64, Vec<usize>),
    branches: usize,
}

impl Search<'_> {
    fn go(&mut self, at: usize, room: &[i64], points: i64) {
        self.branches = self.branches.saturating_add(1);
        if self.branches > BRANCHES_MAX {
            return;
        }
        if points > self.best.0 {
            self.best = (points, self.chosen.clone());
        }
        let rest = self.items.get(at..).unwrap_or_default();
        let Some(item) = rest.first() else { return };
        if points.saturating_add(bound(rest, room)) <= self.best.0 {
            return;
        }
        let next = at.saturating_add(1);
        if item.asks.iter().zip(room).all(|(ask, left)| ask <= left) {
            let pairs = room.iter().zip(&item.asks);
            let less: Vec<i64> = pairs.map(|(left, ask)| left.saturating_sub(*ask)).collect();
            self.chosen.push(at);
            self.go(next, &less, points.saturating_add(item.points));
            self.chosen.pop();
        }
        self.go(next, room, points);
    }

    fn answer(self) -> Best {
        let chosen = || self.best.1.iter().filter_map(|at| self.items.get(*at));
        Best {
            codes: chosen().map(|item| item.code.clone()).collect(),
            points: Points(self.best.0),
            amount: Dong(chosen().map(Item::amount).fold(0, i64::saturating_add)),
        }
    }
}

/// No fewer points than the rest can bring: each file counted at the purse it asks most of, each
/// purse filled as if files could be cut into pieces.
fn bound(rest: &[Item], room: &[i64]) -> i64 {
    let purses = room.iter().enumerate();
    let bounds = purses.map(|(purse, left)| bound_of(rest, purse, *left));
    bounds.fold(0, i64::saturating_add)
}

fn bound_of(rest: &[Item], purse: usize, room: i64) -> i64 {
    let ask = |item: &Item| i128::from(item.asks.get(purse).copied().unwrap_or(0));
    let mut sorted: Vec<&Item> = rest.iter().filter(|item| item.main == purse).collect();
    // Points by đồng, highest first.
    sorted.sort_by(|a, b| {
        let (left, right) = (i128::from(b.points) * ask(a), i128::from(a.points) * ask(b));
        left.cmp(&right)
    });
    let mut left = i128::from(room.max(0));
    let mut sum = 0_i64;
    for item in sorted {
        let ask = ask(item);
        if ask > left {
            let part = (i128::from(item.points) * left).checked_div(ask);
            let part = i64::try_from(part.unwrap_or(0)).unwrap_or(0);
            return sum.saturating_add(part);
        }
        left -= ask;
        sum = sum.saturating_add(item.points);
    }
    sum
}
