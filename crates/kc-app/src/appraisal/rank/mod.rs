//! Ranking the files of a council against purses: as a trial, kept, and opened again.

mod inputs;

use crate::appraisal::kept::{Kept, outcomes};
use crate::appraisal::sight::{Sight, is_blind};
use crate::appraisal::{sheet, show, subject};
use crate::kernel::{About, Cx, Done, Failure, ROWS_MAX, Trace, Window, token};
use crate::ledger::purse::{self, PurseCard};
use inputs::{files, groups, rules};
use kc_domain::appraisal::ranking::{Best, File, Fill, Purse, Ranking, Rules, best};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{Council, Points};
use kc_domain::kernel::id::{CouncilId, OrganisationId, ProjectId, PurseId, RankingId};
use kc_domain::kernel::money::Dong;
use kc_domain::policy::Action;
use kc_store::appraisal as store;
pub use kc_store::appraisal::KeptRanking;
use std::collections::BTreeMap;

/// What the person who ranks chooses.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The purses.
    pub purses: Vec<PurseId>,
    /// Points from which on a file is considered; the sheet's own where nothing is chosen.
    pub threshold: Option<Points>,
    /// Whether the council's points come before flagship and marks.
    pub points_first: bool,
    /// What happens at the first that does not fit.
    pub fill: Fill,
    /// The smallest share a file may be reduced to, in hundredths of a percent.
    pub reduce_from: Option<i64>,
    /// How many files behind the line stand on the reserve list.
    pub reserve: usize,
    /// Groups with how many of each are considered first.
    pub floors: Vec<(String, usize)>,
}

/// A ranking with everything it was computed from.
#[derive(Debug, Clone)]
pub struct Run {
    /// The files.
    pub files: Vec<File>,
    /// The purses with what was free in them.
    pub purses: Vec<Purse>,
    /// The rules.
    pub rules: Rules,
    /// The result.
    pub ranking: Ranking,
    /// The exact optimum, for comparison only.
    pub best: Option<Best>,
    /// The project behind each file, by its code.
    pub projects: BTreeMap<String, ProjectId>,
}

impl Run {
    fn of(kept: &Kept) -> Self {
        let (rules, ranking) = kept.rank();
        let (files, purses) = (kept.files(), kept.purses());
        Self {
            best: best(&files, &purses, &rules),
            projects: kept.projects(),
            files,
            purses,
            rules,
            ranking,
        }
    }
}

/// A trial: nothing of it is kept.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The council.
    pub council: Council,
    /// The ranking, once purses are chosen.
    pub run: Option<Run>,
    /// What it was computed from.
    computed: Option<Kept>,
    /// Purses to choose from.
    pub purses: Vec<PurseCard>,
    /// Groups floors can ask for, with their words.
    pub groups: Vec<(String, String)>,
    /// The threshold of the sheet.
    pub threshold: Points,
    /// Why it cannot be kept yet.
    pub obstacle: Option<Refusal>,
}

/// Ranks without keeping anything.
pub fn try_out(cx: &Cx<'_>, id: CouncilId, choice: &Choice) -> Done<Trial> {
    let council = show(cx, id)?;
    let sheet = sheet::get(&council.sheet)?;
    let purses = purses_of(cx, &council)?;
    let chosen: Vec<_> = purses
        .iter()
        .filter(|card| choice.purses.contains(&card.purse.id))
        .collect();
    let sights = newest(cx, &council)?;
    let files = files(&sights, &chosen);
    let groups = groups(cx, &sights);
    let rules = rules(choice, sheet.threshold, &groups);
    let obstacle = obstacle(&sights, &chosen);
    let purse = |card: &&PurseCard| Purse {
        code: card.purse.code.clone(),
        name: card.purse.name.clone(),
        available: card.available,
    };
    let free: Vec<_> = chosen.iter().map(purse).collect();
    let kept = Kept::of(cx.today(), &files, &free, &rules);
    let computed = (!chosen.is_empty()).then_some(kept);
    Ok(Trial {
        council,
        run: computed.as_ref().map(Run::of),
        computed,
        groups,
        threshold: sheet.threshold,
        obstacle,
        purses,
    })
}

/// Keeps a ranking with its inputs. It is computed from closed minutes only.
pub fn keep(cx: &Cx<'_>, id: CouncilId, choice: &Choice, note: Option<String>) -> Done<RankingId> {
    let trial = try_out(cx, id, choice)?;
    let about = About::new("appraisal", id);
    let permit = cx.permit(Action::RecordAppraisal, subject(&trial.council), &about)?;
    let run_id = RankingId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| {
        if let Some(obstacle) = trial.obstacle {
            return Err(obstacle.into());
        }
        let (kept, run) = trial.computed.zip(trial.run).ok_or(Refusal::NoPurse)?;
        let row = KeptRanking {
            id: run_id,
            council: id,
            note,
            inputs: kept.write()?,
            outcomes: outcomes(&run.ranking)?,
            recorded_by: None,
            recorded_at: tx.at(),
        };
        store::insert_ranking(tx, &row)?;
        let detail = format!(
            "Ghi kết quả xếp hạng: {}/{} đề án được xếp hỗ trợ",
            run.ranking.winners().count(),
            run.files.len()
        );
        tx.trace(Trace::new("appraisal", id, detail));
        Ok(run_id)
    })
}

/// A kept ranking, computed again from its inputs.
#[derive(Debug, Clone)]
pub struct Reopened {
    /// The council.
    pub council: Council,
    /// What was kept.
    pub kept: KeptRanking,
    /// The day the balances were read.
    pub on: chrono::NaiveDate,
    /// The ranking computed now from the kept inputs.
    pub run: Run,
    /// Whether it is what was kept.
    pub is_same: bool,
    /// The ranking of the council that holds instead: the last one kept.
    pub replaced_by: Option<KeptRanking>,
}

impl Reopened {
    /// What the ranking gives: project, code of the purse, amount.
    pub fn granted(&self) -> Vec<(ProjectId, &str, Dong)> {
        let winners = self.run.ranking.winners();
        let given = winners.filter_map(|won| Some((*self.run.projects.get(&won.code)?, won)));
        let draws = given.flat_map(|(id, won)| won.draws.iter().map(move |draw| (id, draw)));
        let paid = draws.filter(|(_, draw)| draw.granted.is_positive());
        paid.map(|(id, draw)| (id, &*draw.purse, draw.granted))
            .collect()
    }
}

/// Opens a kept ranking and computes it again.
pub fn reopen(cx: &Cx<'_>, id: RankingId) -> Done<Reopened> {
    let found = cx.read(|reader| Ok(store::find_ranking(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    let council = show(cx, found.council)?;
    let newest = cx.read(|reader| Ok(store::list_rankings(reader, council.id)?))?;
    let newest = newest.into_iter().next();
    let kept = Kept::read(&found.inputs)?;
    let run = Run::of(&kept);
    Ok(Reopened {
        is_same: outcomes(&run.ranking)? == found.outcomes,
        replaced_by: newest.filter(|newest| newest.id != found.id),
        on: kept.on,
        council,
        kept: found,
        run,
    })
}

/// The kept rankings of a council, the newest first.
pub fn runs(cx: &Cx<'_>, id: CouncilId) -> Done<Vec<KeptRanking>> {
    show(cx, id)?;
    cx.read(|reader| Ok(store::list_rankings(reader, id)?))
}

/// The budget purses of the plan or of its year; who may not read the ledger has none to choose.
fn purses_of(cx: &Cx<'_>, council: &Council) -> Done<Vec<PurseCard>> {
    if !cx.may(Action::ReadLedger) {
        return Ok(Vec::new());
    }
    let page = purse::list(cx, Window::of_page(1, ROWS_MAX))?;
    let is_near = |card: &PurseCard| {
        !card.purse.source.is_of_partners()
            && (card.purse.plan == Some(council.plan)
                || card.purse.budget_year == Some(council.year))
    };
    Ok(page.rows.into_iter().filter(is_near).collect())
}

/// The purses the files of a council can be ranked against.
pub fn purses(cx: &Cx<'_>, id: CouncilId) -> Done<Vec<PurseCard>> {
    let council = show(cx, id)?;
    purses_of(cx, &council)
}

/// A sitting with what the units of its files carried out before.
type Found = (Sight, BTreeMap<OrganisationId, i64>);

/// The newest version of every sitting.
fn newest(cx: &Cx<'_>, council: &Council) -> Done<Vec<Found>> {
    let mut found = read_newest(cx, council)?;
    // A member does not learn by a trial what the others gave while the minutes are open.
    for (sight, _) in found.iter_mut().filter(|(sight, _)| is_blind(cx, sight)) {
        sight.files.iter_mut().for_each(|file| file.result = None);
    }
    Ok(found)
}

fn read_newest(cx: &Cx<'_>, council: &Council) -> Done<Vec<Found>> {
    cx.read(|reader| {
        let mut sights = Vec::new();
        let mut seen = Vec::new();
        for sitting in store::list_sittings(reader, council.id)? {
            if !seen.contains(&sitting.number) {
                seen.push(sitting.number);
                let sight = Sight::read(reader, sitting.id, sheet::get(&council.sheet)?)?;
                sights.push((sight, store::experience(reader, sitting.id)?));
            }
        }
        Ok(sights)
    })
}

fn obstacle(sights: &[Found], chosen: &[&PurseCard]) -> Option<Refusal> {
    if chosen.is_empty() {
        return Some(Refusal::NoPurse);
    }
    if sights.iter().all(|(sight, _)| sight.files.is_empty()) {
        return Some(Refusal::NoFiles);
    }
    sights.iter().find_map(|(sight, _)| {
        if sight.sitting.closed_at.is_none() {
            let number = sight.sitting.number;
            return Some(Refusal::NotClosed { number });
        }
        sight
            .late()
            .map(|(code, name)| Refusal::RecusedAfterClosing {
                code: code.to_owned(),
                name: name.to_owned(),
            })
    })
}
