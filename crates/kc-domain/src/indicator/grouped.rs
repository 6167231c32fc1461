//! The lines of a plan by group of content. What is in no group is named, never dropped.

use crate::kernel::text::Text;
use crate::programme::catalogue::Catalogue;

/// A line of a plan: its title, and the key of its group where somebody chose one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Title.
    pub title: String,
    /// Key of the group.
    pub group: Option<String>,
}

/// The lines of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Key within the catalogue.
    pub key: String,
    /// Name within the catalogue.
    pub label: String,
    /// Titles of its lines; empty is shown as empty.
    pub titles: Vec<String>,
}

/// All lines of a plan, group by group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouped {
    /// Every group of the catalogue, in its order, also those without lines.
    pub groups: Vec<Group>,
    /// Titles of the lines in no group of the catalogue.
    pub open: Vec<String>,
}

/// Puts lines into the groups of a catalogue.
pub fn group(catalogue: &Catalogue, lines: &[Line]) -> Grouped {
    let is_known = |key: &str| catalogue.groups.iter().any(|group| group.key == key);
    let titles = |key: &str| {
        let lines = lines
            .iter()
            .filter(|line| line.group.as_deref() == Some(key));
        lines.map(|line| line.title.clone()).collect()
    };
    let groups = catalogue.groups.iter().map(|group| Group {
        key: group.key.clone(),
        label: group.label.clone(),
        titles: titles(&group.key),
    });
    let open = lines
        .iter()
        .filter(|line| !line.group.as_deref().is_some_and(is_known));
    Grouped {
        groups: groups.collect(),
        open: open.map(|line| line.title.clone()).collect(),
    }
}

impl Grouped {
    /// How many lines in all.
    pub fn total(&self) -> usize {
        let grouped: usize = self.groups.iter().map(|group| group.titles.len()).sum();
        grouped.saturating_add(self.open.len())
    }

    /// "2 nội dung chưa phân nhóm: …"; `None` when every line has its group.
    pub fn open_note(&self) -> Option<Text> {
        let (count, names) = (self.open.len(), self.open.join("; "));
        (count > 0).then(|| {
            Text::new(
                format!("{count} nội dung chưa phân nhóm: {names}"),
                format!("{count} lines without a group: {names}"),
            )
        })
    }
}
