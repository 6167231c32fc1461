//! Units that a part of an address may name, within the places named around it.

use super::address::{Part, Reading};
use super::covering::{absorbed_provinces, today_of};
use super::gazetteer::Gazetteer;
use super::name::strict_key;
use super::unit::{Era, Kind, Level, Unit};
use std::collections::BTreeSet;

/// Where to look: within provinces, within districts, or anywhere (`None`).
#[derive(Debug, Clone, Default)]
pub(super) struct Within {
    provinces: Option<BTreeSet<(Era, &'static str)>>,
    districts: Option<BTreeSet<&'static str>>,
}

impl Within {
    /// Within the provinces an address names; anywhere when it names none.
    pub(super) fn provinces(named: &[&'static Unit]) -> Self {
        let codes: BTreeSet<_> = named.iter().map(|unit| (unit.era, unit.code)).collect();
        Self {
            provinces: (!codes.is_empty()).then_some(codes),
            districts: None,
        }
    }

    /// Also within what those provinces were made of or became: people write the province
    /// of today behind a commune of before, and the other way round.
    pub(super) fn widened(&self) -> Self {
        let named = self.provinces.iter().flatten();
        let other_era = named.clone().flat_map(|(era, code)| match era {
            Era::Today => absorbed_provinces(code).map(|c| (Era::Before, c)).collect(),
            Era::Before => Vec::from_iter(today_of(code).map(|c| (Era::Today, c))),
        });
        let all: BTreeSet<_> = named.copied().chain(other_era).collect();
        Self {
            provinces: self.provinces.as_ref().map(|_| all),
            districts: self.districts.clone(),
        }
    }

    /// Within the districts an address names.
    pub(super) fn districts(named: &[&'static Unit]) -> Self {
        Self {
            provinces: None,
            districts: Some(named.iter().map(|unit| unit.code).collect()),
        }
    }

    fn holds(&self, unit: &Unit) -> bool {
        let in_province = match &self.provinces {
            Some(codes) => codes.contains(&(unit.era, unit.province)),
            None => true,
        };
        let in_district = match (&self.districts, unit.district) {
            (Some(codes), Some(district)) => codes.contains(district),
            (Some(_), None) => false,
            (None, _) => true,
        };
        in_province && in_district
    }
}

/// The units of a level that a part may name. Accents and the type narrow the choice where
/// they fit something, and are passed over where they fit nothing.
pub(super) fn find(
    gazetteer: &'static Gazetteer,
    part: &Part,
    level: Level,
    within: &Within,
) -> Vec<&'static Unit> {
    for reading in part
        .readings
        .iter()
        .filter(|reading| fits_level(reading.kind, level))
    {
        let named = gazetteer.named(&reading.loose);
        let mut found: Vec<_> = named
            .filter(|unit| unit.level == level && within.holds(unit))
            .collect();
        narrow_by_accents(&mut found, reading);
        narrow_by_kind(&mut found, reading.kind);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether the word of a type can stand before the name of a unit of this level.
pub(super) fn fits_level(kind: Option<Kind>, level: Level) -> bool {
    match kind {
        None => true,
        Some(Kind::Tinh) => level == Level::Province,
        Some(Kind::ThanhPho) => level != Level::Commune,
        Some(kind) if kind.is_district() => level == Level::District,
        Some(_) => level == Level::Commune,
    }
}

/// Leaves the units spelt as the part is, across levels: `Hải Phòng` is not `Xã Hải Phong`.
pub(super) fn narrow_to_spelling(found: &mut Vec<&Unit>, part: &Part) {
    if let Some(reading) = part.readings.first() {
        narrow_by_accents(found, reading);
    }
}

fn narrow_by_accents(found: &mut Vec<&Unit>, reading: &Reading) {
    let is_same = |unit: &&Unit| strict_key(unit.name) == reading.strict;
    if reading.is_accented && found.iter().any(is_same) {
        found.retain(is_same);
    }
}

fn narrow_by_kind(found: &mut Vec<&Unit>, kind: Option<Kind>) {
    if found.iter().any(|unit| Some(unit.kind) == kind) {
        found.retain(|unit| Some(unit.kind) == kind);
    }
}
