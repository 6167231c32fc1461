//! Catalogues of content groups: versioned data, each group with its source and status.

use std::sync::OnceLock;

const FILE: &str = include_str!("../../../../reference/content-groups/content-groups.csv");

/// The catalogue of what stands in no plan or programme yet: Nghị định 45/2012/NĐ-CP, điều 4.
pub const NATIONAL: &str = "ND45-2012";

/// A versioned catalogue of content groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Its code: `HP-2016-2020`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its groups, in the order of the source.
    pub groups: Vec<ContentGroup>,
}

/// One group of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentGroup {
    /// Its key within the catalogue: `1`.
    pub key: String,
    /// Its name in the source.
    pub label: String,
    /// The act or text it comes from.
    pub basis: String,
    /// Whether the source was read word for word.
    pub verified: bool,
}

/// Every catalogue the program carries.
pub fn all() -> &'static [Catalogue] {
    static CATALOGUES: OnceLock<Vec<Catalogue>> = OnceLock::new();
    CATALOGUES.get_or_init(|| read(FILE))
}

/// The catalogue of a code.
pub fn find(code: &str) -> Option<&'static Catalogue> {
    all().iter().find(|catalogue| catalogue.code == code)
}

/// Stands between the code of a catalogue and the key of its group, where several are counted:
/// group 1 of one catalogue is not group 1 of another.
pub const OF: char = ':';

/// The name of a group of any catalogue, with the catalogue: `HP-2016-2020:1` is
/// `Đào tạo nghề (HP-2016-2020)`.
pub fn label_of(group: &str) -> String {
    let named = group.split_once(OF).and_then(|(code, key)| {
        let label = find(code)?.label(key);
        Some(format!("{label} ({code})"))
    });
    named.unwrap_or_else(|| group.to_owned())
}

impl Catalogue {
    /// The name of a group; what is in no group is said to be so.
    pub fn label<'a>(&'a self, key: &'a str) -> &'a str {
        self.groups
            .iter()
            .find(|group| group.key == key)
            .map_or(key, |group| &group.label)
    }
}

fn read(text: &str) -> Vec<Catalogue> {
    let mut catalogues: Vec<Catalogue> = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes())
        .records()
        .flatten()
    {
        let cell = |column: usize| row.get(column).unwrap_or_default().to_owned();
        if catalogues.last().is_none_or(|last| last.code != cell(0)) {
            catalogues.push(Catalogue {
                code: cell(0),
                name: cell(1),
                groups: Vec::new(),
            });
        }
        let group = ContentGroup {
            key: cell(2),
            label: cell(3),
            basis: cell(4),
            verified: cell(5) == "verified",
        };
        if let Some(last) = catalogues.last_mut() {
            last.groups.push(group);
        }
    }
    catalogues
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_catalogue_is_whole_and_no_group_stands_twice() {
        let sizes: Vec<_> = all()
            .iter()
            .map(|c| (c.code.as_str(), c.groups.len()))
            .collect();
        assert_eq!(
            sizes,
            [("ND45-2012", 9), ("HP-2016-2020", 7), ("BRVT-2023", 5)]
        );
        for catalogue in all() {
            let mut keys: Vec<_> = catalogue.groups.iter().map(|group| &group.key).collect();
            keys.dedup();
            assert_eq!(keys.len(), catalogue.groups.len());
        }
        assert!(find(NATIONAL).is_some());
        assert!(find("không có").is_none());
        assert_eq!(label_of("HP-2016-2020:1"), "Đào tạo nghề (HP-2016-2020)");
        for unknown in ["1", "không có:1"] {
            assert_eq!(label_of(unknown), unknown);
        }
    }
}
