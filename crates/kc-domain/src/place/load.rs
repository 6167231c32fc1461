//! The lists of units in `reference/places`, read into versions.

use super::covering::PROVINCES;
use super::span::Span;
use super::unit::{Era, Kind, Level, Unit};
use std::collections::BTreeMap;

const PROVINCES_BEFORE: &str = include_str!("../../../../reference/places/provinces_before.csv");
const DISTRICTS_BEFORE: &str = include_str!("../../../../reference/places/districts_before.csv");
const COMMUNES_BEFORE: &str = include_str!("../../../../reference/places/communes_before.csv");
const COMMUNES: &str = include_str!("../../../../reference/places/communes.csv");

/// All versions; those of one unit stand together, oldest first.
pub(super) fn units() -> Vec<Unit> {
    let mut units = Vec::with_capacity(17_000);
    units.extend(rows(PROVINCES_BEFORE).filter_map(province_before));
    units.extend(rows(PROVINCES).flat_map(province_today));
    let districts: Vec<Unit> = rows(DISTRICTS_BEFORE).filter_map(district).collect();
    let provinces: BTreeMap<&str, &'static str> = districts
        .iter()
        .map(|unit| (unit.code, unit.province))
        .collect();
    units.extend(districts);
    units.extend(rows(COMMUNES_BEFORE).filter_map(|row| commune_before(row, &provinces)));
    units.extend(rows(COMMUNES).flat_map(commune_today));
    units
}

/// The rows of a list, six fields each, without its heading. No field holds a comma.
pub(super) fn rows(list: &'static str) -> impl Iterator<Item = [&'static str; 6]> {
    list.lines().skip(1).map(|line| {
        let mut fields = line.split(',');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

fn province_before([code, kind, name, _, from, to]: [&'static str; 6]) -> Option<Unit> {
    Some(Unit {
        era: Era::Before,
        level: Level::Province,
        kind: Kind::of_code(kind)?,
        code,
        name,
        province: code,
        district: None,
        span: Span::before(from, to),
    })
}

fn province_today([code, name, kind, first_kind, changed_on, _]: [&'static str; 6]) -> Vec<Unit> {
    let unit = |kind, span| {
        Some(Unit {
            era: Era::Today,
            level: Level::Province,
            kind: Kind::of_code(kind)?,
            code,
            name,
            province: code,
            district: None,
            span,
        })
    };
    versions(kind, first_kind, changed_on, unit)
}

fn district([code, kind, name, province, from, to]: [&'static str; 6]) -> Option<Unit> {
    Some(Unit {
        era: Era::Before,
        level: Level::District,
        kind: Kind::of_code(kind)?,
        code,
        name,
        province,
        district: Some(code),
        span: Span::before(from, to),
    })
}

fn commune_before(
    [code, kind, name, district, from, to]: [&'static str; 6],
    provinces: &BTreeMap<&str, &'static str>,
) -> Option<Unit> {
    Some(Unit {
        era: Era::Before,
        level: Level::Commune,
        kind: Kind::of_code(kind)?,
        code,
        name,
        province: provinces.get(district)?,
        district: Some(district),
        span: Span::before(from, to),
    })
}

fn commune_today(
    [code, kind, name, province, first_kind, changed_on]: [&'static str; 6],
) -> Vec<Unit> {
    let unit = |kind, span| {
        Some(Unit {
            era: Era::Today,
            level: Level::Commune,
            kind: Kind::of_code(kind)?,
            code,
            name,
            province,
            district: None,
            span,
        })
    };
    versions(kind, first_kind, changed_on, unit)
}

/// One version, or two where the type changed after 01/07/2025.
fn versions(
    kind: &'static str,
    first_kind: &'static str,
    changed_on: &'static str,
    unit: impl Fn(&'static str, Span) -> Option<Unit>,
) -> Vec<Unit> {
    let both = match changed_on {
        "" => [unit(kind, Span::today("", "")), None],
        day => [
            unit(first_kind, Span::today("", day)),
            unit(kind, Span::today(day, "")),
        ],
    };
    both.into_iter().flatten().collect()
}
