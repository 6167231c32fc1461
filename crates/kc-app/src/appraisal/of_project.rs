//! What the councils found of one project: scores, recusals, place in the newest ranking.

use super::kept::Kept;
use super::sight::{Sight, SightOfFile, is_blind};
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
    /// The newest kept ranking of the council, with its sentence for the project.
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
    sight.is_blind = is_blind(cx, &sight);
    let newest = cx.read(|reader| Ok(store::newest_ranking(reader, sight.council.id)?))?;
    let ranked = match newest {
        Some(newest) => {
            let (rules, ranking) = Kept::read(&newest.inputs)?.rank();
            let mut outcomes = ranking.outcomes.iter();
            let found = outcomes.find(|outcome| outcome.code == file.facts.code);
            found.map(|outcome| (newest.id, outcome.say(&rules, cx.lang())))
        }
        None => None,
    };
    Ok(Some(InSitting {
        sight,
        file,
        ranked,
    }))
}
