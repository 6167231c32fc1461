//! What became of a unit by a day, through mergers before and on 01/07/2025.

use super::covering::today_of;
use super::gazetteer::Gazetteer;
use super::succession::{Basis, Extent, Pair, Successor};
use super::unit::{Era, Level, Unit};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Districts of islands, which had no communes of their own on 30/06/2025, and the đặc khu
/// that each became.
const ISLANDS: [(&str, &str); 5] = [
    ("318", "11948"),
    ("471", "19742"),
    ("498", "20333"),
    ("536", "21548"),
    ("755", "26732"),
];

impl Gazetteer {
    /// The units that took over from a unit by a day. None when it was in force that day, or
    /// when nobody has said what became of it.
    pub fn successors(&self, unit: &Unit, on: NaiveDate) -> Vec<Successor<'_>> {
        if !unit.has_ended_by(on) {
            return Vec::new();
        }
        if let Some(same) = self.version_on(unit.level, unit.era, unit.code, on) {
            let extent = if is_alike(unit, same) {
                Extent::Unchanged
            } else {
                Extent::Whole
            };
            return vec![whole(same, extent, Basis::Official)];
        }
        match unit.level {
            Level::Province => self.province_today(unit, on).into_iter().collect(),
            Level::District => self.after_district(unit, on),
            Level::Commune => self.after_commune(unit, on),
        }
    }

    /// The later versions of a commune on its way to 01/07/2025, oldest first.
    pub fn later_versions(&self, unit: &Unit) -> Vec<&Unit> {
        let versions = self.versions(unit.level, unit.era, unit.code).iter();
        let mut later: Vec<&Unit> = versions
            .filter(|other| other.valid_from() > unit.valid_from())
            .collect();
        if let Some(into) = self
            .successions
            .merged_into(unit.code)
            .filter(|_| is_old(unit))
        {
            later.extend(self.versions(Level::Commune, Era::Before, into).last());
        }
        later
    }

    fn province_today(&self, unit: &Unit, on: NaiveDate) -> Option<Successor<'_>> {
        let code = today_of(unit.code)?;
        let today = self.version_on(Level::Province, Era::Today, code, on)?;
        Some(whole(today, Extent::Whole, Basis::Official))
    }

    fn after_commune(&self, unit: &Unit, on: NaiveDate) -> Vec<Successor<'_>> {
        let (code, basis) = match self.successions.merged_into(unit.code) {
            _ if self.successions.has(unit.code) => (unit.code, Basis::Official),
            Some(into) => (into, Basis::Derived),
            None => return Vec::new(),
        };
        if let Some(merged) = self.version_on(Level::Commune, Era::Before, code, on) {
            return vec![whole(merged, Extent::Whole, basis)];
        }
        let pairs = self.successions.of(code);
        pairs
            .filter_map(|pair| self.successor(pair, basis, on))
            .collect()
    }

    fn successor(&self, pair: Pair, basis: Basis, on: NaiveDate) -> Option<Successor<'_>> {
        Some(Successor {
            unit: self.version_on(Level::Commune, Era::Today, pair.today, on)?,
            extent: pair.extent,
            is_main: pair.is_main,
            is_suggested: pair.is_suggested,
            basis,
        })
    }

    /// The communes of today, or the districts of that day, which hold what a district held.
    fn after_district(&self, unit: &Unit, on: NaiveDate) -> Vec<Successor<'_>> {
        let island = ISLANDS.iter().find(|(district, _)| *district == unit.code);
        if let Some((_, code)) = island {
            let today = self.version_on(Level::Commune, Era::Today, code, on);
            return today
                .map(|u| whole(u, Extent::Whole, Basis::Official))
                .into_iter()
                .collect();
        }
        let mut found: BTreeMap<_, (&Unit, Basis)> = BTreeMap::new();
        for commune in self.last_communes_of(unit) {
            for after in self.successors(commune, on) {
                let Some(place) = self.on_level_of_day(after.unit) else {
                    continue;
                };
                let basis = &mut found.entry(place.key()).or_insert((place, after.basis)).1;
                *basis = (*basis).min(after.basis);
            }
        }
        let extent = if found.len() == 1 {
            Extent::Whole
        } else {
            Extent::Part
        };
        found
            .into_values()
            .map(|(unit, basis)| whole(unit, extent, basis))
            .collect()
    }

    /// A commune of today stands for itself, one of before for its district.
    fn on_level_of_day<'a>(&'a self, unit: &'a Unit) -> Option<&'a Unit> {
        match unit.era {
            Era::Today => Some(unit),
            Era::Before => self.district_of(unit),
        }
    }

    /// The communes a district had when it ended.
    fn last_communes_of(&self, district: &Unit) -> impl Iterator<Item = &Unit> {
        let lay_there =
            |unit: &&Unit| unit.level == Level::Commune && unit.district == Some(district.code);
        let end = self
            .versions(Level::District, Era::Before, district.code)
            .last()
            .and_then(Unit::valid_to);
        let units = self.units().iter().filter(lay_there);
        units
            .filter(move |unit| unit.valid_to() >= end)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The communes of before that went wholly into a commune of today, in all versions.
    pub fn whole_predecessors(&self, commune: &str) -> Vec<&Unit> {
        let is_whole = |code: &&str| {
            let pairs: Vec<Pair> = self.successions.of(code).collect();
            matches!(pairs.as_slice(), [only] if only.today == commune)
        };
        let codes: BTreeSet<&str> = self.successions.codes().filter(is_whole).collect();
        let versions = codes.into_iter();
        versions
            .flat_map(|code| self.versions(Level::Commune, Era::Before, code))
            .collect()
    }
}

fn is_old(unit: &Unit) -> bool {
    unit.level == Level::Commune && unit.era == Era::Before
}

fn is_alike(unit: &Unit, other: &Unit) -> bool {
    unit.name == other.name && unit.district == other.district
}

fn whole(unit: &Unit, extent: Extent, basis: Basis) -> Successor<'_> {
    Successor {
        unit,
        extent,
        is_main: true,
        is_suggested: false,
        basis,
    }
}
