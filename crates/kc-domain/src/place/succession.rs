//! What became of a unit: the official table of 07/2025, and mergers before it.

use super::load::rows;
use crate::kernel::text::Lang;
use std::collections::BTreeMap;

const SUCCESSION: &str = include_str!("../../../../reference/places/succession.csv");
const MERGED_BEFORE: &str = include_str!("../../../../reference/places/merged_before.csv");

/// How much of a unit went into its successor, in the words of the official table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Nothing changed but, perhaps, the type.
    Unchanged,
    /// The whole unit.
    Whole,
    /// A part of the unit.
    Part,
    /// A part of its land.
    PartOfLand,
    /// A part of its people.
    PartOfPeople,
    /// A part of its land with all of its people.
    PartOfLandAllPeople,
}

impl Extent {
    const ALL: [Self; 6] = [
        Self::Unchanged,
        Self::Whole,
        Self::Part,
        Self::PartOfLand,
        Self::PartOfPeople,
        Self::PartOfLandAllPeople,
    ];

    /// The code that never changes, as in `mot_phan`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unchanged => "giu_nguyen",
            Self::Whole => "toan_bo",
            Self::Part => "mot_phan",
            Self::PartOfLand => "mot_phan_dien_tich",
            Self::PartOfPeople => "mot_phan_dan_so",
            Self::PartOfLandAllPeople => "mot_phan_dien_tich_toan_bo_dan_so",
        }
    }

    /// The extent in words.
    pub fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::Unchanged => lang.t("giữ nguyên", "unchanged"),
            Self::Whole => lang.t("toàn bộ", "whole"),
            Self::Part => lang.t("một phần", "part"),
            Self::PartOfLand => lang.t("một phần diện tích", "part of the land"),
            Self::PartOfPeople => lang.t("một phần dân số", "part of the people"),
            Self::PartOfLandAllPeople => lang.t(
                "một phần diện tích, toàn bộ dân số",
                "part of the land, all people",
            ),
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extent| extent.code() == code)
    }
}

/// What a succession rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The official table of conversion (07/2025), or the same code kept.
    Official,
    /// Derived from lists of former names in the press; a person must confirm.
    Derived,
}

impl Basis {
    /// The code that never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Official => "chinh_thuc",
            Self::Derived => "suy_ra",
        }
    }
}

/// A unit that took over from another, wholly or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Successor<'a> {
    /// The unit, in the version of the day asked for.
    pub unit: &'a super::unit::Unit,
    /// How much of the former unit went into it.
    pub extent: Extent,
    /// Whether the official table shows it to be the main successor of a split unit.
    pub is_main: bool,
    /// Whether the carrier of the table suggests it by coordinates; never to be followed
    /// without a person.
    pub is_suggested: bool,
    /// What this rests on.
    pub basis: Basis,
}

/// A row of the official table, as codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) today: &'static str,
    pub(super) extent: Extent,
    pub(super) is_main: bool,
    pub(super) is_suggested: bool,
}

/// The tables of succession between communes, by code.
#[derive(Debug)]
pub(super) struct Successions {
    on_2025_07_01: BTreeMap<&'static str, &'static str>,
    merged_before: BTreeMap<&'static str, &'static str>,
}

pub(super) fn load() -> Successions {
    let pairs = |list| rows(list).map(|[from, to, ..]| (from, to));
    Successions {
        on_2025_07_01: pairs(SUCCESSION).collect(),
        merged_before: pairs(MERGED_BEFORE)
            .filter(|(_, into)| !into.is_empty())
            .collect(),
    }
}

impl Successions {
    /// The communes of today that a commune of 30/06/2025 became.
    pub(super) fn of(&self, code: &str) -> impl Iterator<Item = Pair> + use<> {
        let found = self.on_2025_07_01.get(code).copied().unwrap_or_default();
        found.split(' ').filter(|text| !text.is_empty()).map(pair)
    }

    /// The commune of 30/06/2025 that took in a commune which had ended before.
    pub(super) fn merged_into(&self, code: &str) -> Option<&'static str> {
        self.merged_before.get(code).copied()
    }

    /// Whether a commune still existed on 30/06/2025.
    pub(super) fn has(&self, code: &str) -> bool {
        self.on_2025_07_01.contains_key(code)
    }

    /// The communes of 30/06/2025.
    pub(super) fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.on_2025_07_01.keys().copied()
    }
}

fn pair(text: &'static str) -> Pair {
    let mut words = text.split(':');
    let today = words.next().unwrap_or_default();
    let marks: Vec<&str> = words.collect();
    Pair {
        today,
        extent: marks
            .iter()
            .find_map(|mark| Extent::of_code(mark))
            .unwrap_or(Extent::Whole),
        is_main: marks.contains(&"chinh"),
        is_suggested: marks.contains(&"goi_y"),
    }
}
