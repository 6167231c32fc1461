//! What the rules say of one project. Plain functions on a reader, so that other words can ask
//! inside their own transaction.

use super::book::book;
use super::facts::Facts;
use super::snapshot::snapshot;
use crate::kernel::{Cx, Done, Failure};
use chrono::NaiveDate;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::norm::doubles::{self, Double, Support};
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{
    AdvanceShown, Answer, Content, Decided, Explanation, Judgement, Norm, Open, Per, Share, Told,
    Verdict, Worth,
};
use kc_domain::policy::Action;
use kc_domain::project::{Project, Status};
use kc_store::kernel::{Reader, Tx};
use kc_store::norm;

/// What the rules say of a project on a day; of a decided one, on the day of its decision and by
/// the rules kept then.
#[derive(Debug, Clone)]
pub struct OfProject {
    /// What the rules were told of it; nothing before somebody chose a kind of support.
    pub told: Option<Told>,
    /// The rules it was decided under.
    pub decided: Option<Decided>,
    /// The day that counts.
    pub on: NaiveDate,
    /// The ceiling with its sum; nothing without a kind of support.
    pub ceiling: Option<Result<Explanation, Refusal>>,
    /// The advance rate with its rule; nothing without a kind of support.
    pub advance: Option<Result<AdvanceShown, Refusal>>,
    /// Whether its beneficiary may be supported; nothing without a beneficiary.
    pub eligibility: Option<Result<Judgement, Refusal>>,
    /// What the priorities say.
    pub worth: Worth,
    /// Other projects that look like the same support.
    pub doubles: Vec<Double>,
    /// What the firm asks for in all with this kind of support, where that is above the rule.
    pub sum_over: Option<(Dong, Dong)>,
}

impl OfProject {
    /// The share of the support that may be advanced, where a rule in force names one.
    pub fn advance_share(&self) -> Option<Share> {
        self.advance.as_ref()?.as_ref().ok()?.share
    }

    /// Whether the beneficiary may be supported.
    pub fn eligible(&self) -> Answer {
        match &self.eligibility {
            Some(Ok(judgement)) => judgement.answer,
            _ => Answer::Unknown,
        }
    }
}

/// What the rules say of a project. `on` is the day that counts while it is not decided.
pub fn of_project(reader: &mut Reader<'_>, project: &Project, on: NaiveDate) -> Done<OfProject> {
    let others = norm::alike(reader, project)?;
    assemble(reader, project, on, &others)
}

/// The same for a page: other projects count as far as this person may read them.
pub fn see_project(cx: &Cx<'_>, project: &Project) -> Done<OfProject> {
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| {
        let mut others = norm::alike(reader, project)?;
        let ids = others.iter().map(|other| other.project);
        let others_only = ids.filter(|id| *id != project.id);
        let seen = kc_store::project::within(reader, &scope, others_only)?;
        others.retain(|other| other.project == project.id || seen.contains(&other.project));
        assemble(reader, project, cx.today(), &others)
    })
}

fn assemble(
    reader: &mut Reader<'_>,
    project: &Project,
    on: NaiveDate,
    others: &[Support],
) -> Done<OfProject> {
    let facts = Facts::gather(reader, project, on)?;
    let this = others.iter().find(|other| other.project == project.id);
    let ceiling = facts.ceiling(project, project.support_asked);
    let sum_over = this.and_then(|this| sum_over(this, others, ceiling.as_ref()));
    Ok(OfProject {
        on: facts.on,
        advance: facts.advance(project),
        eligibility: facts.eligibility(project),
        worth: facts.worth(project),
        doubles: this.map_or_else(Vec::new, |this| doubles::doubles(this, others)),
        sum_over,
        ceiling,
        told: facts.told,
        decided: facts.decided,
    })
}

/// Refuses while nobody chose the kind of support of a project: what its ceiling is, no rule could
/// say. What was taken over from published results is history and asks for none.
pub fn expect_kind(reader: &mut Reader<'_>, id: ProjectId) -> Done<()> {
    if norm::told(reader, id)?.is_some() {
        return Ok(());
    }
    let found = kc_store::project::find(reader, id)?.ok_or(Failure::NotFound)?;
    if found.status == Status::Reported {
        return Ok(());
    }
    let code = found.code;
    Err(Refusal::NoKind { project: id, code }.into())
}

/// Refuses a support above the ceiling of that day, with the rule and the sum; also without a kind
/// of support, and where no rule holds that day. A rule whose figures nobody has entered stops
/// nothing: the page of the project says so.
pub fn expect_within_ceiling(
    reader: &mut Reader<'_>,
    project: &Project,
    support: Option<Dong>,
    on: NaiveDate,
) -> Done<()> {
    expect_kind(reader, project.id)?;
    let facts = Facts::gather(reader, project, on)?;
    let Some(explanation) = facts.ceiling(project, support).transpose()? else {
        return Ok(());
    };
    let by = match explanation.verdict {
        Verdict::Over { by } => by,
        Verdict::Open(Open::Cost) => Dong::ZERO,
        Verdict::Accepted | Verdict::Open(Open::Support | Open::Figure) => return Ok(()),
    };
    let sentence = Text::new(explanation.say(Lang::Vi), explanation.say(Lang::En));
    Err(Refusal::OverCeiling { sentence, by }.into())
}

/// Refuses what is approved for a project in all above the ceiling of that day. What was taken over
/// from published results is history and has none.
pub fn expect_approved_within_ceiling(
    reader: &mut Reader<'_>,
    id: ProjectId,
    approved: Dong,
    on: NaiveDate,
) -> Done<()> {
    let project = kc_store::project::find(reader, id)?.ok_or(Failure::NotFound)?;
    if project.status == Status::Reported {
        return Ok(());
    }
    expect_within_ceiling(reader, &project, Some(approved), on)
}

/// The advance rate of a project with its rule; nothing without a kind of support.
pub fn advance_rate(
    reader: &mut Reader<'_>,
    project: &Project,
    on: NaiveDate,
) -> Done<Option<Result<AdvanceShown, Refusal>>> {
    Ok(Facts::gather(reader, project, on)?.advance(project))
}

/// Whether the beneficiary of a project may be supported; nothing without a beneficiary.
pub fn eligibility(
    reader: &mut Reader<'_>,
    project: &Project,
    on: NaiveDate,
) -> Done<Option<Result<Judgement, Refusal>>> {
    Ok(Facts::gather(reader, project, on)?.eligibility(project))
}

/// Refuses a beneficiary that the rule of that day does not admit. What must still be found out,
/// and a project without a beneficiary, stop nothing: the page of the project says so.
pub fn expect_eligible(reader: &mut Reader<'_>, project: &Project, on: NaiveDate) -> Done<()> {
    let judgement = eligibility(reader, project, on)?.transpose()?;
    match judgement.filter(|judgement| judgement.answer == Answer::No) {
        None => Ok(()),
        Some(judgement) => {
            let sentence = Text::new(judgement.say(Lang::Vi), judgement.say(Lang::En));
            Err(Refusal::NotEligible { sentence }.into())
        }
    }
}

/// Keeps the rules in force on the day of its decision with the project, so that no later change
/// of a rule touches it. Nothing is kept of a project without a kind of support.
pub fn keep_decided(tx: &mut Tx<'_>, project: &Project, on: NaiveDate) -> Done<()> {
    let reader = &mut tx.reader();
    let Some(told) = norm::told(reader, project.id)? else {
        return Ok(());
    };
    let rules = book(reader)?;
    let facts = Facts::of_book(reader, project, on, rules)?;
    let kept = facts.in_use(project);
    let ceiling = facts.ceiling(project, project.support_asked);
    // A day without a rule is said with the whole book at hand, not from what was kept of it.
    let ceiling = ceiling.transpose()?.map(|shown| shown.norm);
    let decided = Decided {
        project: project.id,
        kind: told.kind,
        count: told.count,
        norm: ceiling.as_ref().map(Norm::path),
        norm_version: ceiling.map(|norm| norm.version),
        on,
        snapshot: snapshot(&kept),
    };
    Ok(norm::keep_decided(tx, &decided)?)
}

fn sum_over(
    this: &Support,
    others: &[Support],
    ceiling: Option<&Result<Explanation, Refusal>>,
) -> Option<(Dong, Dong)> {
    let shown = ceiling?.as_ref().ok()?;
    let Content::Ceiling(rule) = &shown.norm.content else {
        return None;
    };
    if !matches!(rule.per, Per::Establishment | Per::Enterprise) {
        return None;
    }
    let limit = rule.amount?;
    let sum = doubles::sum_for_firm(this, others)?;
    (sum > limit && Some(sum) != this.amount).then_some((sum, limit))
}
