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
    row.map(former_codes)
        .into_iter()
        .flatten()
        .filter(|former| *former != code)
        .collect()
}

/// The code of the province of today that holds the province `code` of before.
pub(super) fn today_of(code: &str) -> Option<&'static str> {
    let rows = PROVINCES.lines().skip(1);
    let row = rows
        .into_iter()
        .find(|row| former_codes(row).any(|former| former == code))?;
    row.split(',').next()
}

fn former_codes(row: &'static str) -> impl Iterator<Item = &'static str> {
    let codes = row.split(',').next_back().unwrap_or_default();
    codes.split(' ').filter(|code| !code.is_empty())
}
