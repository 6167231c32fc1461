//! Reports: counts and money of projects, put in order, beside what was published.
//!
//! The store counts; here the counts become rows, shares, means and sentences. Money is what the
//! ledger holds at `approved` or later, counterpart what is committed or later.

mod check;
mod indicator;
mod key;
mod note;
pub mod paragraph;
mod places;
mod published;
mod sources;
mod stage;
mod tally;

pub use check::checks;
pub use indicator::{Indicators, RowIndicators, indicators, row_indicators};
pub use key::{Cell, RowKey};
pub use note::notes;
pub use places::{Places, places};
pub use published::{Gap, Published};
pub use sources::{SourceNode, Sources};
pub use stage::reached;
pub use tally::{Cells, Fact, Tally};

use crate::kernel::level::Level;
use crate::kernel::text::Lang;
use crate::programme::catalogue::{Catalogue, label_of};
use crate::project::Status;
use std::collections::BTreeMap;

/// A report: rows by content group, level and status, and their total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// By content group, in the order of the catalogue; projects in no group last.
    pub groups: Vec<Row>,
    /// By level; projects of no stated level last, where there are any.
    pub levels: Vec<Row>,
    /// By status, in the order of the codes.
    pub statuses: Vec<Row>,
    /// Everything.
    pub total: Tally,
    /// What was published about the same.
    pub published: Option<Published>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its address.
    pub key: RowKey,
    /// Its name.
    pub label: String,
    /// What was counted.
    pub tally: Tally,
}

impl Report {
    /// Puts the counts in order. A group of the catalogue without projects has no row.
    pub fn build(
        facts: &[Fact],
        catalogue: Option<&Catalogue>,
        published: Option<Published>,
        lang: Lang,
    ) -> Self {
        let total = facts
            .iter()
            .fold(Tally::default(), |sum, fact| sum.plus(fact.tally));
        Self {
            groups: groups(facts, catalogue, lang),
            levels: levels(facts, lang),
            statuses: statuses(facts, lang),
            total,
            published,
        }
    }

    /// How far the published figures are from the counted ones.
    pub fn gap(&self) -> Option<Gap> {
        let published = self.published.as_ref()?;
        Some(published.gap(&self.total.cells()))
    }

    /// The row of a level.
    pub fn level(&self, level: Level) -> Tally {
        let key = RowKey::Level(Some(level));
        let row = self.levels.iter().find(|row| row.key == key);
        row.map(|row| row.tally).unwrap_or_default()
    }
}

fn groups(facts: &[Fact], catalogue: Option<&Catalogue>, lang: Lang) -> Vec<Row> {
    let mut sums = sums(facts, |fact| fact.group.clone());
    let mut rows = Vec::new();
    for group in catalogue
        .map(|held| held.groups.as_slice())
        .unwrap_or_default()
    {
        if let Some(tally) = sums.remove(&Some(group.key.clone())) {
            rows.push(group_row(
                Some(group.key.clone()),
                group.label.clone(),
                tally,
            ));
        }
    }
    let nameless = sums.remove(&None);
    for (key, tally) in sums {
        let label = key.as_deref().map(label_of).unwrap_or_default();
        rows.push(group_row(key, label, tally));
    }
    if let Some(tally) = nameless {
        let label = lang.t("Chưa phân nhóm", "In no group").to_owned();
        rows.push(group_row(None, label, tally));
    }
    rows
}

fn group_row(key: Option<String>, label: String, tally: Tally) -> Row {
    let key = RowKey::Group(key);
    Row { key, label, tally }
}

fn levels(facts: &[Fact], lang: Lang) -> Vec<Row> {
    let sums = sums(facts, |fact| fact.level);
    let order = [Some(Level::National), Some(Level::Local), None];
    let rows = order.into_iter().filter_map(|level| {
        let unstated = lang.t("Chưa rõ cấp", "Level not stated");
        let label = level.map_or(unstated, |level| level.name(lang)).to_owned();
        let tally = *sums.get(&level)?;
        Some(Row {
            key: RowKey::Level(level),
            label,
            tally,
        })
    });
    rows.collect()
}

fn statuses(facts: &[Fact], lang: Lang) -> Vec<Row> {
    let sums = sums(facts, |fact| fact.status.clone());
    let row = |(code, tally): (String, Tally)| Row {
        label: Status::from_code(&code).map_or(code.clone(), |status| status.name(lang).to_owned()),
        key: RowKey::Status(code),
        tally,
    };
    sums.into_iter().map(row).collect()
}

fn sums<K: Ord>(facts: &[Fact], key: impl Fn(&Fact) -> K) -> BTreeMap<K, Tally> {
    let mut sums: BTreeMap<K, Tally> = BTreeMap::new();
    for fact in facts {
        let sum = sums.entry(key(fact)).or_default();
        *sum = sum.plus(fact.tally);
    }
    sums
}

#[cfg(test)]
mod tests;
