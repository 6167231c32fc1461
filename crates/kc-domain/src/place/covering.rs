//! Which provinces of before a province of today holds.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The provinces of today: code, name, type, changes of type, and the provinces they were
/// made of. See `reference/places/README.md`.
pub(super) const PROVINCES: &str = include_str!("../../../../reference/places/provinces.csv");

/// Provinces of today with those each was made of, and provinces of before with that of today.
struct Merged {
    made_of: BTreeMap<&'static str, Vec<&'static str>>,
    today: BTreeMap<&'static str, &'static str>,
}

fn merged() -> &'static Merged {
    static MERGED: OnceLock<Merged> = OnceLock::new();
    MERGED.get_or_init(|| {
        let rows = PROVINCES.lines().skip(1);
        let made_of: BTreeMap<_, _> = rows.filter_map(read).collect();
        let pairs = made_of.iter();
        let today = pairs
            .flat_map(|(today, former)| former.iter().map(|former| (*former, *today)))
            .collect();
        Merged { made_of, today }
    })
}

fn read(row: &'static str) -> Option<(&'static str, Vec<&'static str>)> {
    let (code, _) = row.split_once(',')?;
    let (_, former) = row.rsplit_once(',')?;
    Some((code, former.split_whitespace().collect()))
}

/// The codes of the provinces that the province `code` of today took in on 01/07/2025,
/// without its own; none for a code that is not in use today.
pub(super) fn absorbed_provinces(code: &str) -> impl Iterator<Item = &'static str> {
    let former = merged().made_of.get(code).into_iter().flatten();
    former.copied().filter(move |former| *former != code)
}

/// The code of the province of today that holds the province `code` of before.
pub(super) fn today_of(code: &str) -> Option<&'static str> {
    merged().today.get(code).copied()
}
