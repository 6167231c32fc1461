//! Drafting a decision, and changing a draft.

use super::lines::put_all_submitted;
use super::ranking::{self, put_ranked};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::decision::refusal::Refusal;
use kc_domain::decision::{Decision, DecisionKind, DecisionStatus};
use kc_domain::kernel::id::{DecisionId, PlanId, RankingId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::{Action, Subject};
use kc_store::decision;
use kc_store::kernel::Tx;

/// A decision as it is drafted.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// What it does.
    pub kind: DecisionKind,
    /// The plan whose projects it is about.
    pub plan: PlanId,
    /// The later plan that projects go to.
    pub to_plan: Option<PlanId>,
    /// The decision it supplements or changes.
    pub amends: Option<DecisionId>,
    /// Đợt: `I/2026`.
    pub batch: Option<String>,
    /// Trích yếu.
    pub title: String,
    /// Căn cứ, one act each.
    pub basis: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Post of who signs.
    pub signer_post: Option<String>,
    /// Name of who signs.
    pub signer_name: Option<String>,
}

/// Whether a new draft starts with the projects that wait for approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartWith {
    /// No project yet.
    Nothing,
    /// Every submitted project of the plan, with the support it asks for, where the decision
    /// approves projects at all.
    Submitted,
    /// What a ranking of the plan gives.
    Ranking(RankingId),
}

/// Drafts a decision over a plan the person may read.
pub fn draft(cx: &Cx<'_>, new: NewDecision, start: StartWith) -> Done<DecisionId> {
    let plan = crate::plan::show(cx, new.plan)?;
    let drafted_by = cx.user().ok_or(Failure::NotFound)?;
    let blank = Decision {
        id: DecisionId(token::new_id(cx.now())?),
        kind: new.kind,
        plan: plan.id,
        to_plan: None,
        amends: None,
        batch: None,
        title: String::new(),
        basis: Vec::new(),
        reason: None,
        issuer: String::new(),
        signer_post: None,
        signer_name: None,
        status: DecisionStatus::Draft,
        number: None,
        dated: None,
        document: None,
        drafted_by,
        drafted_at: cx.now(),
        area: plan.area.clone(),
        organisation: plan.organisation,
        illustrative: plan.illustrative,
        version: 1,
    };
    let decision = filled(cx, &blank, new)?;
    let ranked = match start {
        StartWith::Ranking(id) => Some(ranking::basis(cx, id, &plan)?),
        StartWith::Nothing | StartWith::Submitted => None,
    };
    let about = About::new("decision", decision.id);
    let place = Subject::new(plan.area.clone(), Some(plan.organisation));
    let permit = cx.permit(Action::RecordDecision, place, &about)?;
    cx.change(&permit, &about, |tx| {
        decision::insert(tx, &decision)?;
        decision::add_hand(tx, decision.id, drafted_by)?;
        if start == StartWith::Submitted && decision.kind.approves() {
            put_all_submitted(tx, &decision, &plan)?;
        }
        if let Some(found) = &ranked {
            put_ranked(tx, &decision, &plan, found)?;
        }
        let detail = format!("Soạn dự thảo: {}", decision.title);
        tx.trace(Trace::new("decision", decision.id, detail));
        Ok(decision.id)
    })
}

/// Changes a draft that is still as the person saw it; its plan stays.
pub fn redraft(cx: &Cx<'_>, id: DecisionId, version: i64, new: NewDecision) -> Done<()> {
    change(cx, id, version, |_, draft| {
        let kept = NewDecision {
            plan: draft.plan,
            ..new
        };
        *draft = filled(cx, draft, kept)?;
        Ok("Sửa dự thảo".to_owned())
    })
}

/// Changes a draft in one transaction; whoever does becomes one of its hands. `work` answers what
/// the audit says.
pub(super) fn change(
    cx: &Cx<'_>,
    id: DecisionId,
    version: i64,
    work: impl FnOnce(&mut Tx<'_>, &mut Decision) -> Done<String>,
) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("decision", id);
    let permit = cx.permit(Action::RecordDecision, subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let mut draft = decision::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        expect_draft(&draft)?;
        draft.version = version;
        let detail = work(tx, &mut draft)?;
        decision::update(tx, &draft, None)?;
        if let Some(user) = tx.permit().user() {
            decision::add_hand(tx, id, user)?;
        }
        tx.trace(Trace::new(
            "decision",
            id,
            format!("{detail}: {}", draft.title),
        ));
        Ok(())
    })
}

pub(super) fn expect_draft(decision: &Decision) -> Result<(), Refusal> {
    match decision.status {
        DecisionStatus::Draft => Ok(()),
        DecisionStatus::Issued | DecisionStatus::Discarded => Err(Refusal::NotDraft),
    }
}

fn filled(cx: &Cx<'_>, before: &Decision, new: NewDecision) -> Done<Decision> {
    let (title, issuer) = (clean(&new.title), clean(&new.issuer));
    if title.is_empty() {
        return Err(missing(
            "title",
            "Hãy nhập trích yếu.",
            "Say what it is about.",
        ));
    }
    if issuer.is_empty() {
        return Err(missing(
            "issuer",
            "Hãy nhập cơ quan ban hành.",
            "Who issues it?",
        ));
    }
    if let Some(to) = new.to_plan {
        crate::plan::show(cx, to)?;
    }
    if let Some(amended) = new.amends {
        show(cx, amended)?;
    }
    let lines = new.basis.iter().map(|line| clean(line));
    Ok(Decision {
        kind: new.kind,
        to_plan: new.to_plan.filter(|_| new.kind.moves_plan()),
        amends: new.amends,
        batch: new.batch,
        title,
        basis: lines.filter(|line| !line.is_empty()).collect(),
        reason: new.reason,
        issuer,
        signer_post: new.signer_post,
        signer_name: new.signer_name,
        ..before.clone()
    })
}

fn missing(field: &str, vi: &str, en: &str) -> Failure {
    Failure::invalid(field, vi, en)
}

/// The title a decision of a kind usually has.
pub fn usual_title(kind: DecisionKind, plan: &str, batch: Option<&str>) -> String {
    let what = match kind {
        DecisionKind::Approve => "Về việc phê duyệt",
        DecisionKind::Supplement => "Về việc bổ sung",
        DecisionKind::Adjust | DecisionKind::SwitchSource => "Về việc điều chỉnh",
        DecisionKind::Cut => "Về việc cắt giảm kinh phí",
        DecisionKind::Postpone => "Về việc hoãn thực hiện một số đề án thuộc",
        DecisionKind::CarryOver => "Về việc chuyển nguồn kinh phí",
        DecisionKind::Stop => "Về việc dừng thực hiện một số đề án thuộc",
    };
    let batch = batch.map(|batch| format!(" (đợt {batch})"));
    format!("{what} {plan}{}", batch.unwrap_or_default())
}

/// What the audit and pages call a decision: kind and number, or kind and that it is a draft.
pub fn name(decision: &Decision, lang: Lang) -> String {
    match &decision.number {
        Some(number) => format!("{} {number}", lang.t("Quyết định", "Decision")),
        None => format!(
            "{}: {}",
            decision.status.name(lang),
            decision.kind.name(lang)
        ),
    }
}
