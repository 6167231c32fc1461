//! Whose money an entry moves: that of a project, or of a purse alone.

use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::ledger::Entry;
use kc_domain::policy::Action;
use kc_store::ledger;
use std::collections::BTreeMap;

/// The names of the projects and purses of some entries, as far as the reader may see them.
#[derive(Debug, Clone, Default)]
pub struct Holders {
    projects: BTreeMap<ProjectId, String>,
    purses: BTreeMap<PurseId, String>,
}

impl Holders {
    /// The name of a project.
    pub fn project(&self, id: ProjectId) -> Option<&str> {
        self.projects.get(&id).map(String::as_str)
    }

    /// The name of a purse.
    pub fn purse(&self, id: PurseId) -> Option<&str> {
        self.purses.get(&id).map(String::as_str)
    }

    /// Whose money an entry moves: the project it names, or else the purse.
    pub fn of(&self, entry: &Entry) -> Option<&str> {
        let project = entry.project.and_then(|id| self.project(id));
        project.or_else(|| entry.purse.and_then(|id| self.purse(id)))
    }
}

/// The names behind some entries, in one question for projects and one for purses.
pub fn holders(cx: &Cx<'_>, entries: &[Entry]) -> Done<Holders> {
    let purses_within = cx.scope(Action::ReadLedger)?;
    let projects_within = cx.scope(Action::ReadProjects).ok();
    let projects = entries.iter().filter_map(|entry| entry.project);
    let purses = entries.iter().filter_map(|entry| entry.purse);
    cx.read(|reader| {
        let projects = match &projects_within {
            Some(scope) => ledger::project_titles(reader, scope, projects)?,
            None => BTreeMap::new(),
        };
        let purses = ledger::purse_names(reader, &purses_within, purses)?;
        Ok(Holders { projects, purses })
    })
}
