//! Building a draft from a ranking: its winners with what they were given, and whether it still holds.

use super::lines::{NewLine, keep_line, waiting_in};
use super::subject;
use crate::appraisal::rank::{Reopened, reopen};
use crate::kernel::{Cx, Done};
use kc_domain::decision::Decision;
use kc_domain::decision::refusal::Refusal;
use kc_domain::kernel::id::{DecisionId, RankingId};
use kc_domain::plan::Plan;
use kc_domain::policy::Action;
use kc_store::decision::Line;
use kc_store::kernel::{Reader, Tx};
use kc_store::{appraisal, decision, ledger};

/// The ranking a decision was built from, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The ranking.
    pub id: RankingId,
    /// When it was kept, as shown.
    pub at: String,
    /// When the one that holds instead was kept.
    pub replaced: Option<String>,
    /// Files it gives money to that the decision does not list, and the other way round: codes.
    pub left_out: Vec<String>,
    /// Projects the decision lists without money from the ranking: codes.
    pub beyond: Vec<String>,
}

/// The ranking of a new draft: over its plan, and the one that holds.
pub(super) fn basis(cx: &Cx<'_>, id: RankingId, of: &Plan) -> Done<Reopened> {
    let found = reopen(cx, id)?;
    if found.council.plan != of.id {
        let plan = of.code.clone();
        return Err(Refusal::OtherRanking { plan }.into());
    }
    match &found.replaced_by {
        Some(newest) => {
            let by = newest.recorded_at.show();
            Err(Refusal::RankingReplaced { by }.into())
        }
        None => Ok(found),
    }
}

/// Puts what the ranking gives into a draft, as far as the projects wait for their approval.
pub(super) fn put_ranked(
    tx: &mut Tx<'_>,
    draft: &Decision,
    of: &Plan,
    found: &Reopened,
) -> Done<()> {
    decision::name_ranking(tx, draft.id, found.kept.id)?;
    let purses = ledger::purses_of_plan(&mut tx.reader(), of)?;
    let waiting = waiting_in(&mut tx.reader(), of)?;
    for (project, code, after) in found.granted() {
        let of = waiting.iter().find(|of| of.id == project);
        let purse = purses.iter().find(|purse| purse.code == code);
        if let (Some(of), Some(purse)) = (of, purse) {
            let (project, purse) = (of.id, purse.id);
            let new = NewLine {
                project,
                purse,
                after,
            };
            keep_line(tx, draft, of, new)?;
        }
    }
    Ok(())
}

/// A draft falls when the ranking it is built from was replaced.
pub(super) fn expect_valid(reader: &mut Reader<'_>, id: DecisionId) -> Done<()> {
    let Some(ranking) = decision::ranking_of(reader, id)? else {
        return Ok(());
    };
    match newer(reader, ranking)? {
        Some(by) => Err(Refusal::RankingReplaced { by }.into()),
        None => Ok(()),
    }
}

/// When the ranking that holds instead was kept.
fn newer(reader: &mut Reader<'_>, id: RankingId) -> Done<Option<String>> {
    let Some(kept) = appraisal::find_ranking(reader, id)? else {
        return Ok(None);
    };
    let all = appraisal::list_rankings(reader, kept.council)?;
    let newest = all.first().filter(|newest| newest.id != id);
    Ok(newest.map(|newest| newest.recorded_at.show()))
}

/// The ranking of a decision beside what the decision lists; nothing for who may not read it.
pub(super) fn ranked(cx: &Cx<'_>, id: DecisionId, lines: &[Line]) -> Done<Option<Ranked>> {
    let named = cx.read(|reader| Ok(decision::ranking_of(reader, id)?))?;
    let Some(named) = named.filter(|_| cx.may(Action::ReadAppraisals)) else {
        return Ok(None);
    };
    let found = match reopen(cx, named) {
        Err(crate::kernel::Failure::NotFound) => return Ok(None),
        other => other?,
    };
    let listed = |code: &str| lines.iter().any(|line| line.code == code);
    let winners: Vec<_> = found.run.ranking.winners().map(|won| &won.code).collect();
    let left_out = winners.iter().filter(|code| !listed(code));
    let beyond = lines.iter().filter(|line| !winners.contains(&&line.code));
    let mut beyond: Vec<_> = beyond.map(|line| line.code.clone()).collect();
    beyond.dedup();
    Ok(Some(Ranked {
        id: named,
        at: found.kept.recorded_at.show(),
        replaced: found.replaced_by.map(|newest| newest.recorded_at.show()),
        left_out: left_out.map(|code| (*code).clone()).collect(),
        beyond,
    }))
}

/// The decisions built from a ranking that the reader may see.
pub fn found_on(cx: &Cx<'_>, ranking: RankingId) -> Done<Vec<Decision>> {
    let found = cx.read(|reader| Ok(decision::found_on(reader, ranking)?))?;
    let is_seen = |act: &Decision| cx.may_on(Action::ReadDecisions, &subject(act));
    Ok(found.into_iter().filter(is_seen).collect())
}
