//! Where the projects of a report lie: by province of the nation, by commune of a province.

use super::{Fact, Tally};
use crate::place::area::{AreaLevel, AreaPath};
use std::collections::BTreeMap;

/// Projects and money by place. Nothing is guessed: what names no single unit of today, such as a
/// commune that was split or a project of the whole province, is counted apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The nation or the province whose units are the rows.
    pub within: AreaPath,
    /// Each unit of today with projects.
    pub rows: BTreeMap<AreaPath, Tally>,
    /// What lies in no single unit of today.
    pub elsewhere: Tally,
}

/// Puts the counts into the units of today below the nation or below a province.
pub fn places(facts: &[Fact], within: AreaPath) -> Places {
    let mut places = Places {
        within,
        rows: BTreeMap::new(),
        elsewhere: Tally::default(),
    };
    for fact in facts {
        let unit = fact
            .place
            .as_ref()
            .and_then(|place| unit(place, &places.within));
        let sum = match unit {
            Some(unit) => places.rows.entry(unit).or_default(),
            None => &mut places.elsewhere,
        };
        *sum = sum.plus(fact.tally);
    }
    places
}

/// The unit of today that a place lies in for certain.
fn unit(place: &AreaPath, within: &AreaPath) -> Option<AreaPath> {
    if within.level() == AreaLevel::Nation {
        return place.of_province_today();
    }
    let is_unit = place.level() == AreaLevel::Commune && place.is_covered_by(within);
    is_unit.then(|| place.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(place: &str, projects: i64) -> Fact {
        Fact {
            group: None,
            level: None,
            status: "approved".into(),
            place: AreaPath::parse(place).ok(),
            tally: Tally {
                projects,
                ..Tally::default()
            },
        }
    }

    fn counted(facts: &[Fact], within: &str) -> (Vec<(String, i64)>, i64) {
        let found = places(facts, AreaPath::parse(within).unwrap());
        let rows = found.rows.into_iter();
        let rows = rows.map(|(area, tally)| (area.to_string(), tally.projects));
        (rows.collect(), found.elsewhere.projects)
    }

    #[test]
    fn a_province_that_was_absorbed_counts_for_the_one_of_today() {
        let facts = [
            fact("VN/31/11506", 1),
            fact("VN/30", 2),
            fact("VN/01", 4),
            fact("VN", 8),
        ];
        let wanted = vec![("VN/01".to_owned(), 4), ("VN/31".to_owned(), 3)];
        assert_eq!(counted(&facts, "VN"), (wanted, 8));
    }

    #[test]
    fn only_communes_of_today_are_units_of_a_province() {
        let facts = [
            fact("VN/31/11506", 1),
            fact("VN/31/311/11521", 2),
            fact("VN/31", 4),
            fact("VN/01/00004", 8),
            fact("cắt cụt", 16),
        ];
        let wanted = vec![("VN/31/11506".to_owned(), 1)];
        assert_eq!(counted(&facts, "VN/31"), (wanted, 30));
    }
}
