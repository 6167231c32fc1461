//! Which provinces of before a province of today holds.

/// The provinces of today: code, name, type, changes of type, and the provinces they were
/// made of. See `reference/places/README.md`.
pub(super) const PROVINCES: &str = include_str!("../../../../reference/places/provinces.csv");

/// The codes of the provinces that the province `code` of today took in on 01/07/2025,
/// without its own; none for a code that is not in use today.
pub(super) fn absorbed_provinces(code: &str) -> Vec<&'static str> {
    let row = PROVINCES
        .lines()
        .find(|line| line.split(',').next() == Some(code));
    let olds = row
        .and_then(|line| line.split(',').next_back())
        .unwrap_or_default();
    olds.split(' ')
        .filter(|old| *old != code && !old.is_empty())
        .collect()
}
