//! From a commune of today back to the provinces of before that it came from.

use super::area::AreaPath;
use super::gazetteer::gazetteer;
use super::unit::{Era, Level};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The provinces of before that a commune of today came from; of any other area, none. A province
/// that kept its code is among them.
pub fn former_provinces(area: &AreaPath) -> Vec<AreaPath> {
    static FORMER: OnceLock<BTreeMap<&'static str, BTreeSet<&'static str>>> = OnceLock::new();
    let former = FORMER.get_or_init(load);
    let commune = area.commune().filter(|_| area.district().is_none());
    let codes = commune.and_then(|code| former.get(code));
    codes
        .into_iter()
        .flatten()
        .filter_map(|code| AreaPath::of_province(code).ok())
        .collect()
}

fn load() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let gazetteer = gazetteer();
    let mut former: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for before in gazetteer.successions.codes() {
        let versions = gazetteer.versions(Level::Commune, Era::Before, before);
        let Some(unit) = versions.last() else {
            continue;
        };
        for pair in gazetteer.successions.of(before) {
            former.entry(pair.today).or_default().insert(unit.province);
        }
    }
    former
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_of_today_knows_the_provinces_it_came_from() {
        let former = |path: &str| former_provinces(&AreaPath::parse(path).expect("a path"));
        let province = |code: &str| AreaPath::of_province(code).expect("a province");
        // Phường Lê Ích Mộc lies in what was Hải Phòng; phường Lê Thanh Nghị in what was Hải Dương.
        assert_eq!(former("VN/31/11506"), [province("31")]);
        assert_eq!(former("VN/31/10532"), [province("30")]);
        assert_eq!(former("VN/31"), []);
        assert_eq!(former("VN/31/311/11521"), []);
    }
}
