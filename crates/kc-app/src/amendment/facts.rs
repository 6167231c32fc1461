//! The facts of a project as they are now, in the form requests keep them.

use crate::kernel::{Cx, Done, Failure};
use crate::project;
use kc_domain::amendment::{Fact, What};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::Source;
use kc_domain::project::Project;
use kc_store::kernel::Reader;
use kc_store::ledger;

/// A project and its approved money as they are now.
pub(super) struct Now {
    /// The project.
    pub project: Project,
    approved: Vec<(Source, Option<PurseId>, Dong)>,
}

impl Now {
    /// Looks a project up.
    pub fn of(reader: &mut Reader<'_>, id: ProjectId) -> Done<Self> {
        let project = kc_store::project::find(reader, id)?.ok_or(Failure::NotFound)?;
        let approved = ledger::approved_of(reader, id)?;
        Ok(Self { project, approved })
    }

    /// What a fact is now.
    pub fn value(&self, fact: &Fact) -> Option<String> {
        let project = &self.project;
        match fact.what {
            What::Title => Some(project.title.clone()),
            What::Need => project.need.clone(),
            What::Outcome => project.outcome.clone(),
            What::EndsOn => project.ends_on.map(|day| day.to_string()),
            What::Beneficiary => project.establishment.map(|id| id.to_string()),
            What::Place => project.place_written.clone(),
            What::Area => Some(project.area.as_str().to_owned()),
            What::Support(source) => Some(self.support(source, fact.purse).0.to_string()),
        }
    }

    /// What is approved from a source and purse.
    fn support(&self, source: Source, purse: Option<PurseId>) -> Dong {
        let same = self
            .approved
            .iter()
            .filter(|(of, from, _)| (*of, *from) == (source, purse));
        same.map(|(_, _, amount)| *amount).sum()
    }
}

/// Fills in what some facts are now, for a request that only says what they are to be; what would
/// stay the same is left out.
pub fn values_now(cx: &Cx<'_>, id: ProjectId, wished: Vec<Fact>) -> Done<Vec<Fact>> {
    project::show(cx, id)?;
    let now = cx.read(|reader| Now::of(reader, id))?;
    let filled = wished.into_iter().map(|fact| Fact {
        before: now.value(&fact),
        ..fact
    });
    Ok(filled.filter(|fact| fact.before != fact.after).collect())
}
