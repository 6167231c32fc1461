//! What the councils found of one project: scores, recusals, place in the newest ranking.

use super::kept::Kept;
use super::sight::{Sight, SightOfFile};
use super::{sheet, subject};
use crate::kernel::{Cx, Done};
use kc_domain::kernel::id::{ProjectId, RankingId};
use kc_domain::policy::Action;
use kc_store::appraisal as store;

/// A project in the newest version of a sitting.
#[derive(Debug, Clone)]
pub struct InSitting {
    /// The sitting, with the project as its only file.
    pub sight: Sight,
    /// The project in it.
    pub file: SightOfFile,
    /// The newest kept ranking of the council that knows the project, with its sentence.
    pub ranked: Option<(RankingId, String)>,
}

/// The sittings of a project the reader may see.
pub fn of_project(cx: &Cx<'_>, project: ProjectId) -> Done<Vec<InSitting>> {
    if !cx.may(Action::ReadAppraisals) {
        return Ok(Vec::new());
    }
    let sights = cx.read(|reader| {
        let mut sights = Vec::new();
        for id in store::files_of_project(reader, project)? {
            let (council, _) = super::get(reader, id)?;
            sights.push(Sight::read(reader, id, sheet::get(&council.sheet)?)?);
        }
        Ok(sights)
    })?;
    let seen = sights.into_iter().filter(|sight| {
        sight.sitting.version == sight.newest
            && cx.may_on(Action::ReadAppraisals, &subject(&sight.council))
    });
    seen.filter_map(|sight| in_sitting(cx, sight, project).transpose())
        .collect()
}

fn in_sitting(cx: &Cx<'_>, mut sight: Sight, project: ProjectId) -> Done<Option<InSitting>> {
    let position = sight.files.iter().position(|f| f.facts.project == project);
    let Some(position) = position else {
        return Ok(None);
    };
    let file = sight.files.swap_remove(position);
    sight.files = vec![file.clone()];
    sight.is_blind = super::see(cx, sight.sitting.id)?.is_blind;
    let runs = cx.read(|reader| Ok(store::list_rankings(reader, sight.council.id)?))?;
    let mut ranked = None;
    for run in &runs {
        let kept = Kept::read(&run.inputs)?;
        let (rules, ranking) = kept.rank();
        if let Some(outcome) = ranking.outcomes.iter().find(|o| o.code == file.facts.code) {
            ranked = Some((run.id, outcome.say(&rules, cx.lang())));
            break;
        }
    }
    Ok(Some(InSitting {
        sight,
        file,
        ranked,
    }))
}
