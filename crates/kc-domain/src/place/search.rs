//! Finds units by the beginning of a name, for search boxes.

use super::answer::Match;
use super::gazetteer::gazetteer;
use super::name::loose_key;
use super::resolve::{matched, resolve};
use super::unit::Unit;
use chrono::NaiveDate;

/// The units an address names, then those whose name begins like it; at most `limit`.
///
/// Within each group the order is: in force on the day first, then by level, name and code.
pub fn search(text: &str, on: NaiveDate, limit: usize) -> Vec<Match> {
    let gazetteer = gazetteer();
    let mut found = resolve(text, on).matches;
    let key = loose_key(text);
    if key.is_empty() {
        return Vec::new();
    }
    let is_new = |unit: &&'static Unit| !found.iter().any(|other| other.unit.is_same_unit(unit));
    let begins: Vec<&'static Unit> = gazetteer.named_like(&key).filter(is_new).collect();
    let mut more: Vec<Match> = Vec::new();
    for unit in begins {
        match more.iter_mut().find(|other| other.unit.is_same_unit(unit)) {
            Some(other) if !other.unit.is_valid_on(on) => *other = plain(unit, on),
            Some(_) => {}
            None => more.push(plain(unit, on)),
        }
        if more.len() >= LOOKED_AT_MAX {
            break;
        }
    }
    more.sort_by_key(|other| (other.standing, other.unit.key()));
    found.extend(more);
    found.truncate(limit);
    found
}

/// The most units looked at for the beginning of a name; "t" alone begins thousands.
const LOOKED_AT_MAX: usize = 500;

fn plain(unit: &'static Unit, on: NaiveDate) -> Match {
    matched(gazetteer(), unit, on)
}
