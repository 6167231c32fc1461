//! A decision as its page shows it: its lines, and every check made live.

use super::ceiling;
use super::facts::expect_unchanged;
use super::lines::judge;
use super::ranking::{self, Ranked};
use super::show;
use crate::kernel::{Cx, Done, Failure};
use crate::norm;
use crate::project::compose::expect_composed;
use kc_domain::decision::{Decision, DecisionStatus, PurseRoom, check_whole, over_purses};
use kc_domain::kernel::id::{DecisionId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Text;
use kc_domain::ledger::Purse;
use kc_domain::plan::Plan;
use kc_store::decision::Line;
use kc_store::kernel::Reader;
use kc_store::{decision, ledger, plan, project};
use std::collections::{BTreeMap, BTreeSet};

/// A decision with what stands beside it.
#[derive(Debug)]
pub struct Sight {
    /// The decision.
    pub decision: Decision,
    /// Its plan.
    pub plan: Plan,
    /// The later plan.
    pub to_plan: Option<Plan>,
    /// The decision it supplements or changes.
    pub amends: Option<Decision>,
    /// The ranking it was built from, for who may read it.
    pub ranked: Option<Ranked>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What each purse bears; of drafts only.
    pub rooms: Vec<(Purse, PurseRoom)>,
    /// What stands in the way of issuing it; of drafts only.
    pub findings: Vec<Finding>,
    /// What whoever issues it should look at; of drafts only. It refuses nothing.
    pub cautions: Vec<Text>,
}

/// One thing that stands in the way.
#[derive(Debug)]
pub struct Finding {
    /// The project it is about, where it is about one.
    pub project: Option<ProjectId>,
    /// Why.
    pub failure: Failure,
}

/// One decision with everything its page shows.
pub fn see(cx: &Cx<'_>, id: DecisionId) -> Done<Sight> {
    let found = show(cx, id)?;
    let on = cx.today();
    let lines = cx.read(|reader| Ok(decision::items(reader, id)?))?;
    let ranked = ranking::ranked(cx, id, &lines)?;
    let is_draft = found.status == DecisionStatus::Draft;
    let cautions = if is_draft {
        cautions(cx, &lines)?
    } else {
        Vec::new()
    };
    cx.read(|reader| {
        let of_plan = plan::find(reader, found.plan)?.ok_or(Failure::NotFound)?;
        let to_plan = match found.to_plan {
            Some(id) => plan::find(reader, id)?,
            None => None,
        };
        let amends = match found.amends {
            Some(id) => decision::find(reader, id)?,
            None => None,
        };
        let (rooms, findings) = if is_draft {
            (
                rooms(reader, &lines)?,
                findings(reader, &found, &lines, on)?,
            )
        } else {
            (Vec::new(), Vec::new())
        };
        Ok(Sight {
            decision: found,
            plan: of_plan,
            to_plan,
            amends,
            ranked,
            lines,
            rooms,
            findings,
            cautions,
        })
    })
}

/// Support that may be given twice, for each project that a draft gives more.
fn cautions(cx: &Cx<'_>, lines: &[Line]) -> Done<Vec<Text>> {
    let more = lines.iter().filter(|line| line.item.change().is_positive());
    let projects: BTreeSet<_> = more.map(|line| line.item.project).collect();
    let mut found = Vec::new();
    for id in projects {
        let of = cx.read(|reader| Ok(project::find(reader, id)?))?;
        found.extend(norm::cautions(cx, &of.ok_or(Failure::NotFound)?)?);
    }
    Ok(found)
}

/// What each purse has free, and what the draft takes from it.
fn rooms(reader: &mut Reader<'_>, lines: &[Line]) -> Done<Vec<(Purse, PurseRoom)>> {
    let mut available: BTreeMap<PurseId, Dong> = BTreeMap::new();
    let mut purses = BTreeMap::new();
    for line in lines {
        let id = line.item.purse;
        if let std::collections::btree_map::Entry::Vacant(free) = available.entry(id) {
            free.insert(ledger::purse_balance(reader, id)?.0);
            let purse = ledger::find_purse(reader, id)?.ok_or(Failure::NotFound)?;
            purses.insert(id, purse);
        }
    }
    let items: Vec<_> = lines.iter().map(|line| line.item).collect();
    let rooms = over_purses(&items, &available).into_iter();
    Ok(rooms
        .filter_map(|room| Some((purses.get(&room.purse)?.clone(), room)))
        .collect())
}

/// Everything issuing would refuse, found without issuing.
fn findings(
    reader: &mut Reader<'_>,
    act: &Decision,
    lines: &[Line],
    on: chrono::NaiveDate,
) -> Done<Vec<Finding>> {
    let items: Vec<_> = lines.iter().map(|line| line.item).collect();
    let mut found = Vec::new();
    if let Err(refusal) = check_whole(act, &items) {
        found.push(Finding {
            project: None,
            failure: refusal.into(),
        });
    }
    match ranking::expect_valid(reader, act.id) {
        Err(failure @ Failure::Refused(_)) => found.push(Finding {
            project: None,
            failure,
        }),
        other => other?,
    }
    for line in lines {
        let of = project::find(reader, line.item.project)?.ok_or(Failure::NotFound)?;
        let tried = expect_unchanged(reader, act.id, &of)
            .and_then(|()| judge(reader, act, &line.item, &of))
            .and_then(|()| expect_composed(reader, &of))
            .and_then(|()| ceiling::expect_within(reader, &items, &of, on));
        match tried {
            Err(failure @ Failure::Refused(_)) => found.push(Finding {
                project: Some(of.id),
                failure,
            }),
            other => other?,
        }
    }
    Ok(found)
}
