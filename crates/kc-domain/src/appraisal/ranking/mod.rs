//! Ranking: which files get money from which purse, and one sentence for each saying why.
//!
//! Threshold, then floors, then the order of keys, then from the top down. With [`Fill::StopAll`]
//! (the default) and [`Fill::StopPurse`], with or without reducing to fit, these hold: no purse is
//! overdrawn, a higher score never drops a file, more money never removes a winner. With
//! [`Fill::Leapfrog`] the last one fails: a file that fits only now takes what a smaller one had.

mod best;
mod fill;
mod floor;
mod order;
mod say;

#[cfg(test)]
mod tests;

pub use best::{Best, FILES_MAX as BEST_FILES_MAX, best};
pub use order::Key;

use super::Points;
use crate::kernel::money::Dong;
use crate::kernel::text::Lang;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A whole in hundredths of a percent.
pub const WHOLE: i64 = 10_000;

/// A file that asks for money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its code, which no other file has; the last word between equals.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The result of the council; `None` where there is none.
    pub points: Option<Points>,
    /// Whether it is a flagship project (đề án điểm).
    pub is_flagship: bool,
    /// Priority marks it carries: `A`, `E`.
    pub marks: Vec<String>,
    /// Projects the unit carried out before.
    pub experience: i64,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// What floors can ask for: `kind:flagship`, `area:VN/31/316`.
    pub groups: Vec<String>,
    /// What it asks for.
    pub asks: Vec<Ask>,
}

/// An amount asked of one purse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The code of the purse.
    pub purse: String,
    /// The amount.
    pub amount: Dong,
}

/// A purse with what is free in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purse {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What is free.
    pub available: Dong,
}

/// That at least so many files of a group are considered before all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// The group.
    pub group: String,
    /// The group in words.
    pub label: String,
    /// How many.
    pub at_least: usize,
}

/// What happens at the first file that does not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fill {
    /// The whole line stops there.
    #[default]
    StopAll,
    /// The purses it asks stop there; files that ask none of them go on.
    StopPurse,
    /// It is passed over; smaller files behind it may still fit.
    Leapfrog,
}

impl Fill {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::StopAll, Self::StopPurse, Self::Leapfrog];

    /// The code kept with a run.
    pub fn code(self) -> &'static str {
        match self {
            Self::StopAll => "stop-all",
            Self::StopPurse => "stop-purse",
            Self::Leapfrog => "leapfrog",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fill| fill.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::StopAll => lang.t(
                "Dừng ở đề án đầu tiên không đủ kinh phí",
                "Stop at the first that does not fit",
            ),
            Self::StopPurse => lang.t(
                "Dừng theo từng nguồn: chỉ khóa các nguồn mà đề án không đủ đã xin",
                "Stop purse by purse: only those the unfitting file asks of",
            ),
            Self::Leapfrog => lang.t(
                "Xét vượt: bỏ qua đề án không đủ, xét tiếp đề án nhỏ hơn phía sau",
                "Leapfrog: pass over what does not fit, go on with smaller ones",
            ),
        }
    }

    /// Whether more money can never remove a winner.
    pub fn is_monotone(self) -> bool {
        self != Self::Leapfrog
    }
}

/// The rules of one run; recorded with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Points from which on a file is considered.
    pub threshold: Points,
    /// What is considered first.
    pub floors: Vec<Floor>,
    /// The order; the code of the file decides last.
    pub keys: Vec<Key>,
    /// What happens at the first that does not fit.
    pub fill: Fill,
    /// The smallest share of what it asks, in hundredths of a percent, that the first unfitting
    /// file may be reduced to; `None` reduces nothing.
    pub reduce_from: Option<i64>,
    /// How many files behind the line stand on the reserve list.
    pub reserve: usize,
}

impl Rules {
    /// The default rules over a threshold.
    pub fn over(threshold: Points) -> Self {
        Self {
            threshold,
            floors: Vec::new(),
            keys: Key::USUAL.to_vec(),
            fill: Fill::default(),
            reduce_from: None,
            reserve: 0,
        }
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It gets all it asks.
    Won,
    /// It gets a share of what it asks, in hundredths of a percent, cut off.
    Reduced {
        /// The share.
        share: i64,
    },
    /// It does not fit into a purse; what follows depends on the way of filling.
    Unfit {
        /// The purse that is too small.
        purse: String,
    },
    /// The line stopped before it.
    Behind {
        /// The file at which it stopped.
        at: String,
    },
    /// Below the threshold.
    BelowThreshold,
    /// No result of the council.
    NoPoints,
    /// No amount is known.
    NoAsk,
    /// It asks of a purse that is not in this run.
    ForeignPurse {
        /// The code of the purse.
        purse: String,
    },
}

impl Verdict {
    /// Whether the file gets money.
    pub fn is_winner(&self) -> bool {
        matches!(self, Self::Won | Self::Reduced { .. })
    }

    /// Whether the file was in the line at all.
    pub fn is_ranked(&self) -> bool {
        self.is_winner() || matches!(self, Self::Unfit { .. } | Self::Behind { .. })
    }
}

/// What a file asks of a purse, what was left there when its turn came, and what it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The code of the purse.
    pub purse: String,
    /// Its name.
    pub name: String,
    /// What the file asks.
    pub asked: Dong,
    /// What was left when its turn came.
    pub left: Dong,
    /// What it gets.
    pub granted: Dong,
}

/// The outcome of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The code of the file.
    pub code: String,
    /// Its place by the keys, from 1; `None` outside the line.
    pub place: Option<usize>,
    /// Its points.
    pub points: Option<Points>,
    /// The floor that took it to the front, by its words.
    pub floor: Option<String>,
    /// What it asks and gets, purse by purse.
    pub draws: Vec<Draw>,
    /// What became of it.
    pub verdict: Verdict,
    /// Its place on the reserve list, from 1.
    pub reserve: Option<usize>,
}

/// A whole ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// What became of each file: in the line by place, the others after them by code.
    pub outcomes: Vec<Outcome>,
    /// What is left in each purse, by its code.
    pub left: BTreeMap<String, Dong>,
    /// How many winners each floor got, in the order of the rules.
    pub floors: Vec<usize>,
}

impl Ranking {
    /// Those that get money.
    pub fn winners(&self) -> impl Iterator<Item = &Outcome> {
        let outcomes = self.outcomes.iter();
        outcomes.filter(|outcome| outcome.verdict.is_winner())
    }
}

/// Ranks files against purses. The order of either list is of no account.
pub fn rank(files: &[File], purses: &[Purse], rules: &Rules) -> Ranking {
    let purses: BTreeMap<&str, &Purse> = purses.iter().map(|p| (&*p.code, p)).collect();
    let mut line = Vec::new();
    let mut outside = Vec::new();
    for file in files {
        match unranked(file, &purses, rules) {
            None => line.push(file),
            Some(verdict) => outside.push(fill::outside(file, &purses, verdict)),
        }
    }
    line.sort_by(|a, b| order::compare(a, b, &rules.keys));
    let line = floor::front(&line, &rules.floors);
    let (mut outcomes, left) = fill::fill(&line, &purses, rules);
    let floors = floor::met(&line, &outcomes, &rules.floors);
    outcomes.sort_by_key(|outcome| outcome.place);
    outside.sort_by(|a, b| a.code.cmp(&b.code));
    outcomes.extend(outside);
    Ranking {
        outcomes,
        left,
        floors,
    }
}

/// Why a file is not in the line; `None` where it is.
fn unranked(file: &File, purses: &BTreeMap<&str, &Purse>, rules: &Rules) -> Option<Verdict> {
    let Some(points) = file.points else {
        return Some(Verdict::NoPoints);
    };
    if points < rules.threshold {
        return Some(Verdict::BelowThreshold);
    }
    if file.asks.is_empty() || file.asks.iter().any(|ask| !ask.amount.is_positive()) {
        return Some(Verdict::NoAsk);
    }
    let foreign = file
        .asks
        .iter()
        .find(|ask| !purses.contains_key(&*ask.purse));
    foreign.map(|ask| Verdict::ForeignPurse {
        purse: ask.purse.clone(),
    })
}
