//! The gazetteer: every unit we know, found by code and by name. Read at first use.

use super::area::AreaPath;
use super::load;
use super::name::loose_key;
use super::succession::{self, Successions};
use super::unit::{Era, Level, Unit};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

const ALIASES: &str = include_str!("../../../../reference/places/aliases.csv");

/// Every administrative unit in every version we know.
#[derive(Debug)]
pub struct Gazetteer {
    units: Vec<Unit>,
    by_code: BTreeMap<(Level, Era, &'static str), Range<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
    pub(super) successions: Successions,
}

/// The gazetteer of this program, read from its lists at first use.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(Gazetteer::load)
}

impl Gazetteer {
    fn load() -> Self {
        let units = load::units();
        let by_code = index_codes(&units);
        let mut by_name = index_names(&units);
        add_aliases(&mut by_name, &by_code);
        Self {
            units,
            by_code,
            by_name,
            successions: succession::load(),
        }
    }

    /// All versions of all units, those of one unit together, oldest first.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The versions of one unit, oldest first; none for an unknown code.
    pub fn versions(&self, level: Level, era: Era, code: &str) -> &[Unit] {
        let range = self.by_code.get(&(level, era, code)).cloned();
        range
            .and_then(|range| self.units.get(range))
            .unwrap_or_default()
    }

    /// The version of a unit that was in force on a day.
    pub fn version_on(&self, level: Level, era: Era, code: &str, day: NaiveDate) -> Option<&Unit> {
        let versions = self.versions(level, era, code);
        versions.iter().rev().find(|unit| unit.is_valid_on(day))
    }

    /// The district a commune lay in, in the version that fits the commune's.
    pub fn district_of(&self, unit: &Unit) -> Option<&Unit> {
        let code = unit.district.filter(|_| unit.level == Level::Commune)?;
        self.fitting(Level::District, Era::Before, code, unit)
    }

    /// The province a unit lies in, in the version that fits the unit's.
    pub fn province_of(&self, unit: &Unit) -> Option<&Unit> {
        self.fitting(Level::Province, unit.era, unit.province, unit)
    }

    /// The unit with those above it: `Xã Mỹ Đồng, Huyện Thuỷ Nguyên, Thành phố Hải Phòng`.
    pub fn address_of(&self, unit: &Unit) -> String {
        let province = self
            .province_of(unit)
            .filter(|_| unit.level != Level::Province);
        let above = [self.district_of(unit), province];
        let mut address = unit.full_name();
        for unit in above.into_iter().flatten() {
            address.push_str(", ");
            address.push_str(&unit.full_name());
        }
        address
    }

    /// The unit a path names, in its latest version. A province is today's where there is one.
    pub fn unit_at(&self, area: &AreaPath) -> Option<&Unit> {
        self.bearers(area).last().copied()
    }

    /// The unit a path named on a day. Codes were given again: what bore `11521` in 2017 is not
    /// what bore it in 2025. Before the first and after the last day we know, the nearest stands.
    pub fn unit_on(&self, area: &AreaPath, day: NaiveDate) -> Option<&Unit> {
        let bearers = self.bearers(area);
        let in_force = bearers.iter().rev().find(|unit| unit.is_valid_on(day));
        let ended = || bearers.iter().rev().find(|unit| unit.has_ended_by(day));
        let nearest = in_force.or_else(ended).or_else(|| bearers.first());
        nearest.copied()
    }

    /// Every version that ever stood under a path, oldest first.
    pub fn bearers(&self, area: &AreaPath) -> Vec<&Unit> {
        let Some(province) = area.province() else {
            return Vec::new();
        };
        let found = match (area.district(), area.commune()) {
            (Some(_), Some(code)) => self.versions(Level::Commune, Era::Before, code),
            (Some(code), None) => self.versions(Level::District, Era::Before, code),
            (None, Some(code)) => self.versions(Level::Commune, Era::Today, code),
            (None, None) => match self.versions(Level::Province, Era::Today, province) {
                [] => self.versions(Level::Province, Era::Before, province),
                today => today,
            },
        };
        let lies_there = |unit: &&Unit| area.is_within(&unit.area());
        found.iter().filter(lies_there).collect()
    }

    pub(super) fn named(&self, loose: &str) -> impl Iterator<Item = &Unit> {
        let found = self
            .by_name
            .get(loose)
            .map(Vec::as_slice)
            .unwrap_or_default();
        found.iter().filter_map(|at| self.units.get(*at))
    }

    pub(super) fn named_like(&self, start: &str) -> impl Iterator<Item = &Unit> {
        let from_start = self.by_name.range(start.to_owned()..);
        let start = start.to_owned();
        from_start
            .take_while(move |(name, _)| name.starts_with(&start))
            .flat_map(|(_, found)| found.iter().filter_map(|at| self.units.get(*at)))
    }

    /// The version of a unit that was in force together with `other`, else its latest.
    fn fitting(&self, level: Level, era: Era, code: &str, other: &Unit) -> Option<&Unit> {
        let versions = self.versions(level, era, code);
        let day = other.valid_to();
        let fits = |unit: &&Unit| day.is_some_and(|day| unit.is_valid_on(day));
        versions.iter().find(fits).or_else(|| versions.last())
    }
}

fn index_codes(units: &[Unit]) -> BTreeMap<(Level, Era, &'static str), Range<usize>> {
    let mut by_code: BTreeMap<_, Range<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        let range = by_code.entry(unit.key()).or_insert(at..at);
        range.end = at.saturating_add(1);
    }
    by_code
}

fn index_names(units: &[Unit]) -> BTreeMap<String, Vec<usize>> {
    // Few names are unique: each spelling is folded once.
    let mut spellings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        spellings.entry(unit.name).or_default().push(at);
    }
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (name, found) in spellings {
        by_name.entry(loose_key(name)).or_default().extend(found);
    }
    by_name
}

fn add_aliases(
    by_name: &mut BTreeMap<String, Vec<usize>>,
    by_code: &BTreeMap<(Level, Era, &'static str), Range<usize>>,
) {
    for [code, era, alias, ..] in load::rows(ALIASES) {
        let level = if code.len() == 2 {
            Level::Province
        } else {
            Level::Commune
        };
        let era = if era == "today" {
            Era::Today
        } else {
            Era::Before
        };
        let range = by_code
            .get(&(level, era, code))
            .cloned()
            .unwrap_or_default();
        by_name.entry(loose_key(alias)).or_default().extend(range);
    }
}
