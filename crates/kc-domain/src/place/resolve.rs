//! Finds the unit an address names on a day, or all it may name; never guesses.

use super::address::{Part, parts};
use super::answer::{Answer, Match, Note, Standing};
use super::find::{Within, find, fits_level, narrow_to_spelling};
use super::gazetteer::{Gazetteer, gazetteer};
use super::unit::{Level, Unit};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Finds the units that an address may name, as they stand on a day.
///
/// A unit in force that day is preferred to former ones of the same name and level; a former
/// one comes with its successors. Several that fit are all answered: a person chooses.
pub fn resolve(address: &str, on: NaiveDate) -> Answer {
    let gazetteer = gazetteer();
    let (found, mut notes) = locate(gazetteer, &parts(address));
    let (chosen, left_aside) = choose(gazetteer, &found, on);
    let matches: Vec<Match> = chosen
        .into_iter()
        .map(|unit| matched(gazetteer, unit, on))
        .collect();
    if left_aside > 0 {
        notes.push(Note::FormerNamesakes(left_aside));
    }
    if matches.iter().any(|found| found.unit.has_observed_dates()) {
        notes.push(Note::ObservedDates);
    }
    Answer {
        query: address.to_owned(),
        on,
        matches: without_absorbed(gazetteer, matches),
        notes,
    }
}

pub(super) fn matched(gazetteer: &'static Gazetteer, unit: &'static Unit, on: NaiveDate) -> Match {
    Match {
        unit,
        standing: standing(unit, on),
        later: gazetteer.later_versions(unit),
        successors: gazetteer.successors(unit, on),
    }
}

fn standing(unit: &Unit, on: NaiveDate) -> Standing {
    match (unit.is_valid_on(on), unit.has_ended_by(on)) {
        (true, _) => Standing::InForce,
        (false, true) => Standing::Ended,
        (false, false) => Standing::NotYet,
    }
}

type Located = (Vec<&'static Unit>, Vec<Note>);

/// The units a list of parts may name, smallest place first in the list.
fn locate(gazetteer: &'static Gazetteer, parts: &[Part]) -> Located {
    let Some((last, before_last)) = parts.split_last() else {
        return (Vec::new(), Vec::new());
    };
    let provinces = find(gazetteer, last, Level::Province, &Within::default());
    if before_last.is_empty() {
        let mut found = provinces;
        found.extend(below(gazetteer, parts, &Within::default()).0);
        narrow_to_spelling(&mut found, last);
        return (found, Vec::new());
    }
    if provinces.is_empty() {
        return below(gazetteer, parts, &Within::default());
    }
    let within = Within::provinces(&provinces);
    for scope in [within.clone(), within.widened()] {
        let located = below(gazetteer, before_last, &scope);
        if !located.0.is_empty() {
            return located;
        }
    }
    let unread = before_last
        .last()
        .map(|part| part.text.clone())
        .unwrap_or_default();
    (provinces, vec![Note::OnlyAbove(unread)])
}

/// The district or commune named by the last of the parts, or the commune in front of it.
fn below(gazetteer: &'static Gazetteer, parts: &[Part], within: &Within) -> Located {
    let Some((last, before_last)) = parts.split_last() else {
        return (Vec::new(), Vec::new());
    };
    let communes = find(gazetteer, last, Level::Commune, within);
    if !communes.is_empty() && !can_be(last, Level::District) {
        return (communes, Vec::new());
    }
    let districts = find(gazetteer, last, Level::District, within);
    if let (Some(front), false) = (before_last.last(), districts.is_empty()) {
        return below_district(gazetteer, front, last, within, districts, communes);
    }
    let mut found = districts;
    found.extend(communes);
    narrow_to_spelling(&mut found, last);
    (found, Vec::new())
}

fn below_district(
    gazetteer: &'static Gazetteer,
    front: &Part,
    district: &Part,
    within: &Within,
    districts: Vec<&'static Unit>,
    namesakes: Vec<&'static Unit>,
) -> Located {
    let inside = find(
        gazetteer,
        front,
        Level::Commune,
        &Within::districts(&districts),
    );
    if !inside.is_empty() {
        return (inside, Vec::new());
    }
    if !namesakes.is_empty() {
        let mut found = districts;
        found.extend(namesakes);
        return (found, Vec::new());
    }
    let elsewhere = find(gazetteer, front, Level::Commune, within);
    if elsewhere.is_empty() {
        (districts, vec![Note::OnlyAbove(front.text.clone())])
    } else {
        (elsewhere, vec![Note::OtherDistrict(district.text.clone())])
    }
}

/// Whether the likeliest reading of a part can be a unit of a level.
fn can_be(part: &Part, level: Level) -> bool {
    part.readings
        .first()
        .is_some_and(|reading| fits_level(reading.kind, level))
}

/// The best version of each unit; on each level the units in force where there are any, else
/// those that ended, else those still to come. Also how many former ones, carried on by none of
/// them, were left aside.
fn choose(
    gazetteer: &'static Gazetteer,
    found: &[&'static Unit],
    on: NaiveDate,
) -> (Vec<&'static Unit>, usize) {
    let mut best: BTreeMap<_, &'static Unit> = BTreeMap::new();
    for unit in found {
        let kept = best.entry(unit.key()).or_insert(unit);
        if rank(unit, on) <= rank(kept, on) {
            *kept = unit;
        }
    }
    let mut first: BTreeMap<Level, Standing> = BTreeMap::new();
    let stands = |unit: &Unit| standing_of_unit(gazetteer, unit, on);
    for unit in best.values() {
        let kept = first.entry(unit.level).or_insert(Standing::NotYet);
        *kept = (*kept).min(stands(unit));
    }
    let (chosen, aside): (Vec<_>, Vec<_>) = best
        .into_values()
        .partition(|unit| first.get(&unit.level) == Some(&stands(unit)));
    let is_carried_on = |unit: &Unit| {
        chosen
            .iter()
            .any(|other| (other.level, other.code) == (unit.level, unit.code))
    };
    let is_former = |unit: &&Unit| stands(unit) == Standing::Ended && !is_carried_on(unit);
    let former = aside.into_iter().filter(is_former).count();
    (chosen, former)
}

/// How a unit stands whatever its version: `xã` that became `phường` is still in force.
fn standing_of_unit(gazetteer: &Gazetteer, unit: &Unit, on: NaiveDate) -> Standing {
    match gazetteer.version_on(unit.level, unit.era, unit.code, on) {
        Some(_) => Standing::InForce,
        None => standing(unit, on),
    }
}

/// Versions in force first, then the latest that ended, then the first to come.
fn rank(unit: &Unit, on: NaiveDate) -> (Standing, i64) {
    let standing = standing(unit, on);
    let days = |day: Option<NaiveDate>| day.map_or(i64::MAX, |day| (on - day).num_days().abs());
    match standing {
        Standing::InForce => (standing, 0),
        Standing::Ended => (standing, days(unit.valid_to())),
        Standing::NotYet => (standing, days(unit.valid_from())),
    }
}

/// Leaves out a former unit that was merged into another of the same name in the answer.
fn without_absorbed(gazetteer: &'static Gazetteer, matches: Vec<Match>) -> Vec<Match> {
    let codes: Vec<_> = matches
        .iter()
        .map(|found| (found.unit.key(), found.unit.name))
        .collect();
    let is_absorbed = |found: &Match| {
        let into = gazetteer.successions.merged_into(found.unit.code);
        let key = into.map(|code| (found.unit.level, found.unit.era, code));
        key.is_some_and(|key| codes.contains(&(key, found.unit.name)))
    };
    let is_ended = |found: &Match| found.standing == Standing::Ended;
    matches
        .into_iter()
        .filter(|found| !(is_ended(found) && is_absorbed(found)))
        .collect()
}
