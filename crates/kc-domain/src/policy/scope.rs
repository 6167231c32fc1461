//! Whose rows a person may read.

use crate::kernel::id::OrganisationId;
use crate::place::area::AreaPath;

/// The rows a person may read: those within some areas, and those of some organisations.
///
/// Made only by the policy. The store turns it into a condition in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    areas: Vec<AreaPath>,
    organisations: Vec<OrganisationId>,
}

impl Scope {
    pub(super) fn nothing() -> Self {
        Self {
            areas: Vec::new(),
            organisations: Vec::new(),
        }
    }

    pub(super) fn everything() -> Self {
        Self {
            areas: vec![AreaPath::nation()],
            organisations: Vec::new(),
        }
    }

    pub(super) fn add_area(&mut self, area: &AreaPath) {
        if !self.areas.iter().any(|held| area.is_within(held)) {
            self.areas.retain(|held| !held.is_within(area));
            self.areas.push(area.clone());
        }
    }

    /// Adds all that an office with this area looks after.
    pub(super) fn add_covered(&mut self, area: &AreaPath) {
        for prefix in area.covering_prefixes() {
            self.add_area(&prefix);
        }
    }

    pub(super) fn add_organisation(&mut self, organisation: OrganisationId) {
        if !self.organisations.contains(&organisation) {
            self.organisations.push(organisation);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.areas.is_empty() && self.organisations.is_empty()
    }

    /// The areas; a row within any of them may be read.
    pub fn areas(&self) -> &[AreaPath] {
        &self.areas
    }

    /// The organisations; a row of any of them may be read.
    pub fn organisations(&self) -> &[OrganisationId] {
        &self.organisations
    }

    /// The same scope narrowed to one area, for a filter the reader chose.
    pub fn within(&self, area: &AreaPath) -> Self {
        let areas = self.areas.iter().filter_map(|held| {
            if area.is_within(held) {
                return Some(area.clone());
            }
            held.is_within(area).then(|| held.clone())
        });
        Self {
            areas: areas.collect(),
            organisations: self.organisations.clone(),
        }
    }
}
