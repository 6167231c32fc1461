//! The path of an area, as records and permissions keep it.
//!
//! A path is written once and never rewritten: a file of 2017 keeps its district.
//! The shape tells the structure it was written under, so equal codes never mix:
//!
//! | path | meaning |
//! |---|---|
//! | `VN` | the nation |
//! | `VN/31` | a province, by its code, of either structure |
//! | `VN/31/311` | a district; there are none after 30/06/2025 |
//! | `VN/31/311/11521` | a commune of a district, until 30/06/2025 |
//! | `VN/31/11506` | a commune right under its province, from 01/07/2025 |
//!
//! A province of today may hold several of before: the office of Hải Phòng (31) also looks
//! after what was written under Hải Dương (30). [`AreaPath::covering_prefixes`] says which.

use super::covering::{absorbed_provinces, today_of};
use std::fmt;

/// The path of an area; only well-formed paths exist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaPath(String);

/// How deep a path reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaLevel {
    /// The whole nation.
    Nation,
    /// A province or a city under the centre.
    Province,
    /// A district, abolished on 01/07/2025.
    District,
    /// A commune of a district, until 30/06/2025.
    OldCommune,
    /// A commune right under its province, from 01/07/2025.
    Commune,
}

/// A text that is no path of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAreaPath(pub String);

impl fmt::Display for NoAreaPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "«{}» không phải đường dẫn địa bàn (ví dụ VN/31/11506)",
            self.0
        )
    }
}

impl std::error::Error for NoAreaPath {}

impl AreaPath {
    /// The whole nation.
    pub fn nation() -> Self {
        Self("VN".to_owned())
    }

    /// Reads a path; refuses anything but the five shapes.
    pub fn parse(text: &str) -> Result<Self, NoAreaPath> {
        match level_of(text) {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(NoAreaPath(text.to_owned())),
        }
    }

    /// The path of a province, by its code of two digits.
    pub fn of_province(province: &str) -> Result<Self, NoAreaPath> {
        Self::parse(&format!("VN/{province}"))
    }

    /// The path of a district, by the codes of its province (2 digits) and its own (3).
    pub fn of_district(province: &str, district: &str) -> Result<Self, NoAreaPath> {
        Self::parse(&format!("VN/{province}/{district}"))
    }

    /// The path of a commune as it was until 30/06/2025, below its district.
    pub fn of_old_commune(
        province: &str,
        district: &str,
        commune: &str,
    ) -> Result<Self, NoAreaPath> {
        Self::parse(&format!("VN/{province}/{district}/{commune}"))
    }

    /// The path of a commune as it is from 01/07/2025, right below its province.
    pub fn of_commune(province: &str, commune: &str) -> Result<Self, NoAreaPath> {
        Self::parse(&format!("VN/{province}/{commune}"))
    }

    /// The path as text, as databases keep it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How deep the path reaches.
    pub fn level(&self) -> AreaLevel {
        level_of(&self.0).unwrap_or(AreaLevel::Nation)
    }

    /// The code of the province, unless the path is the nation's.
    pub fn province(&self) -> Option<&str> {
        self.0.split('/').nth(1)
    }

    /// The code of the district, where the path has one.
    pub fn district(&self) -> Option<&str> {
        self.0.split('/').nth(2).filter(|code| code.len() == 3)
    }

    /// The code of the commune, of either structure.
    pub fn commune(&self) -> Option<&str> {
        self.0.split('/').find(|code| code.len() == 5)
    }

    /// The area right above, or nothing above the nation.
    pub fn parent(&self) -> Option<Self> {
        self.0
            .rsplit_once('/')
            .map(|(above, _)| Self(above.to_owned()))
    }

    /// The province this path lies in; the nation stays the nation.
    pub fn of_own_province(&self) -> Self {
        match self.province() {
            Some(code) => Self(format!("VN/{code}")),
            None => self.clone(),
        }
    }

    /// The province of today this path lies in; nothing for the nation.
    pub fn of_province_today(&self) -> Option<Self> {
        let code = today_of(self.province()?)?;
        Some(Self(format!("VN/{code}")))
    }

    /// Whether this path is `other` or lies below it. Reads paths only: see
    /// [`AreaPath::is_covered_by`] for what a province of today looks after.
    pub fn is_within(&self, other: &Self) -> bool {
        match self.0.strip_prefix(&other.0) {
            Some(rest) => rest.is_empty() || rest.starts_with('/'),
            None => false,
        }
    }

    /// Whether an office with the area `scope` looks after this path, old provinces included.
    pub fn is_covered_by(&self, scope: &Self) -> bool {
        self.is_within(scope)
            || scope.level() == AreaLevel::Province
                && scope.absorbed().any(|code| self.province() == Some(code))
    }

    /// All paths an office with this area looks after: itself first, and for a province of
    /// today also those it absorbed on 01/07/2025 (Nghị quyết 202/2025/QH15).
    pub fn covering_prefixes(&self) -> Vec<Self> {
        let mut prefixes = vec![self.clone()];
        if self.level() == AreaLevel::Province {
            prefixes.extend(self.absorbed().map(|code| Self(format!("VN/{code}"))));
        }
        prefixes
    }

    /// The codes of the provinces that the province of this path took in.
    fn absorbed(&self) -> impl Iterator<Item = &'static str> {
        self.province().into_iter().flat_map(absorbed_provinces)
    }

    /// Bounds for `area >= low AND area < high` under byte order (C collation): exactly this
    /// path and all below it. `0` is the byte after `/`.
    pub fn prefix_range(&self) -> (String, String) {
        (self.0.clone(), format!("{}0", self.0))
    }
}

impl fmt::Display for AreaPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for AreaPath {
    type Err = NoAreaPath;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl AsRef<str> for AreaPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn level_of(text: &str) -> Option<AreaLevel> {
    let mut parts = text.split('/');
    if parts.next() != Some("VN") {
        return None;
    }
    let codes: Vec<&str> = parts.collect();
    let is_number = |code: &&str| code.bytes().all(|b| b.is_ascii_digit());
    if !codes.iter().all(is_number) {
        return None;
    }
    let digits: Vec<usize> = codes.iter().map(|code| code.len()).collect();
    match digits.as_slice() {
        [] => Some(AreaLevel::Nation),
        [2] => Some(AreaLevel::Province),
        [2, 3] => Some(AreaLevel::District),
        [2, 3, 5] => Some(AreaLevel::OldCommune),
        [2, 5] => Some(AreaLevel::Commune),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> AreaPath {
        AreaPath::parse(text).expect("a path")
    }

    #[test]
    fn a_path_has_one_of_five_shapes() {
        for (text, level) in [
            ("VN", AreaLevel::Nation),
            ("VN/31", AreaLevel::Province),
            ("VN/31/311", AreaLevel::District),
            ("VN/31/311/11521", AreaLevel::OldCommune),
            ("VN/31/11506", AreaLevel::Commune),
        ] {
            assert_eq!(path(text).level(), level);
        }
        for text in [
            "",
            "vn",
            "VN/",
            "VN/3",
            "VN/31/",
            "VN/31/11506/311",
            "VN/3a",
            "VN/31/%",
            "X/31",
        ] {
            assert_eq!(AreaPath::parse(text), Err(NoAreaPath(text.to_owned())));
        }
    }

    #[test]
    fn a_path_lies_within_those_above_it_and_no_other() {
        let commune = path("VN/31/311/11521");
        for above in ["VN", "VN/31", "VN/31/311", "VN/31/311/11521"] {
            assert!(commune.is_within(&path(above)), "{above}");
        }
        for other in ["VN/30", "VN/31/312", "VN/31/11521", "VN/31/311/11522"] {
            assert!(!commune.is_within(&path(other)), "{other}");
        }
    }

    #[test]
    fn the_range_of_a_path_holds_what_lies_within_it_and_nothing_else() {
        let all = [
            "VN",
            "VN/30",
            "VN/31",
            "VN/31/11506",
            "VN/31/311",
            "VN/31/311/11521",
            "VN/33",
        ];
        for scope in all {
            let (low, high) = path(scope).prefix_range();
            for area in all {
                let is_in_range = area >= low.as_str() && area < high.as_str();
                assert_eq!(
                    is_in_range,
                    path(area).is_within(&path(scope)),
                    "{area} in {scope}"
                );
            }
        }
    }

    #[test]
    fn a_province_of_today_covers_those_it_absorbed_but_not_the_other_way_round() {
        let prefixes = path("VN/31").covering_prefixes();
        assert_eq!(prefixes, [path("VN/31"), path("VN/30")]);
        assert!(path("VN/30/288/10507").is_covered_by(&path("VN/31")));
        assert!(!path("VN/31/11506").is_covered_by(&path("VN/30")));
        assert!(!path("VN/30/288").is_covered_by(&path("VN/31/311")));
        assert_eq!(path("VN/01").covering_prefixes(), [path("VN/01")]);
    }

    #[test]
    fn parts_of_a_path_can_be_read() {
        let old = path("VN/31/311/11521");
        assert_eq!(
            (old.province(), old.district(), old.commune()),
            (Some("31"), Some("311"), Some("11521"))
        );
        let new = path("VN/31/11506");
        assert_eq!(
            (new.province(), new.district(), new.commune()),
            (Some("31"), None, Some("11506"))
        );
        assert_eq!(new.parent(), Some(path("VN/31")));
        assert_eq!(path("VN").parent(), None);
    }
}
