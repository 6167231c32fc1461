//! The words that say how exactly a published number is meant.

use super::interval::{End, Interval};
use super::quantity::Quantity;
use super::scan;

/// How exactly a number is meant. The word is part of the value and is shown again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// No word: meant as printed.
    #[default]
    Exact,
    /// "trên": that much and a little more.
    Over,
    /// "hơn": the same as "trên".
    MoreThan,
    /// "gần": a little less than that.
    Nearly,
    /// "khoảng": a little less or more.
    About,
    /// "ít nhất": that much or any more.
    AtLeast,
    /// "tối thiểu": the same as "ít nhất".
    Minimum,
    /// "không quá": that much or any less.
    NotOver,
    /// "tối đa": the same as "không quá".
    Maximum,
    /// "dưới": any less than that.
    Under,
}

/// Words as they are printed; of two that begin alike the longer stands first.
const WORDS: [(&str, Hedge); 25] = [
    ("trên dưới", Hedge::About),
    ("trên", Hedge::Over),
    (">", Hedge::Over),
    ("hơn", Hedge::MoreThan),
    ("gần", Hedge::Nearly),
    ("khoảng", Hedge::About),
    ("xấp xỉ", Hedge::About),
    ("chừng", Hedge::About),
    ("ước tính", Hedge::About),
    ("ước đạt", Hedge::About),
    ("ước", Hedge::About),
    ("≈", Hedge::About),
    ("~", Hedge::About),
    ("ít nhất", Hedge::AtLeast),
    ("không dưới", Hedge::AtLeast),
    ("không ít hơn", Hedge::AtLeast),
    ("≥", Hedge::AtLeast),
    ("tối thiểu", Hedge::Minimum),
    ("không vượt quá", Hedge::NotOver),
    ("không quá", Hedge::NotOver),
    ("≤", Hedge::NotOver),
    ("tối đa", Hedge::Maximum),
    ("nhiều nhất", Hedge::Maximum),
    ("dưới", Hedge::Under),
    ("<", Hedge::Under),
];

impl Hedge {
    /// The word as offices write it; empty for an exact number.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::Over => "trên",
            Self::MoreThan => "hơn",
            Self::Nearly => "gần",
            Self::About => "khoảng",
            Self::AtLeast => "ít nhất",
            Self::Minimum => "tối thiểu",
            Self::NotOver => "không quá",
            Self::Maximum => "tối đa",
            Self::Under => "dưới",
        }
    }

    /// Takes the word at the head of a text: the hedge and the rest.
    pub(super) fn take(text: &str) -> Option<(Self, &str)> {
        WORDS
            .iter()
            .find_map(|(word, hedge)| scan::after_word(text, word).map(|rest| (*hedge, rest)))
    }

    /// Where the true number may lie, for a number or range printed to the step `u`; without a
    /// hedge, `slack` around it. Nothing published lies below zero.
    pub(super) fn interval(
        self,
        low: Quantity,
        high: Quantity,
        u: Quantity,
        slack: Quantity,
    ) -> Interval {
        let floor = End::Closed(Quantity::ZERO);
        let (low, high) = match self {
            Self::Exact => (End::Closed(low.minus(slack)), End::Closed(high.plus(slack))),
            Self::Over | Self::MoreThan => (End::Closed(low), End::Open(high.plus(u))),
            Self::Nearly => (End::Open(low.minus(u)), End::Closed(high)),
            Self::About => (End::Closed(low.minus(u)), End::Closed(high.plus(u))),
            Self::AtLeast | Self::Minimum => (End::Closed(low), End::Free),
            Self::NotOver | Self::Maximum => (floor, End::Closed(high)),
            Self::Under => (floor, End::Open(high)),
        };
        Interval::not_below_zero(low, high)
    }
}
