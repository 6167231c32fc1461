//! Issuing a decision: paper, steps, ledger and plan in one transaction, or nothing.

use super::ceiling;
use super::draft::{expect_draft, name};
use super::facts::expect_unchanged;
use super::lines::judge;
use super::ranking::expect_valid;
use super::{is_own_work, show, subject};
use crate::document::record::{NewDocument, record_within};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use crate::ledger::append::{Move as Entry, keep};
use crate::payment::release::{Ground, take_back};
use crate::project::compose::expect_composed;
use crate::project::replan::replan;
use crate::project::step::{Given, take_within};
use chrono::NaiveDate;
use kc_domain::decision::refusal::Refusal;
use kc_domain::decision::{
    Decision, DecisionKind, DecisionStatus, Effect, Item, check_whole, effects,
};
use kc_domain::document::{DocumentKind, DocumentNumber, IssuerLevel, Relation};
use kc_domain::kernel::id::{DecisionId, DocumentId, EntryId, PurseId, derived};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::MoveKind;
use kc_domain::policy::Action;
use kc_domain::process::Move;
use kc_domain::project::{Project, Status};
use kc_store::kernel::Tx;
use kc_store::{decision, document, ledger, project};

/// What the signed paper says.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Số, ký hiệu.
    pub number: DocumentNumber,
    /// Ngày ban hành.
    pub dated: NaiveDate,
}

/// Records that a draft was issued. Everything it says happens, or nothing.
pub fn issue(cx: &Cx<'_>, id: DecisionId, version: i64, signed: &Signed) -> Done<()> {
    let seen = show(cx, id)?;
    let about = About::new("decision", id);
    let permit = cx.permit(Action::IssueDecision, subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let mut act = decision::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        act.version = version;
        let lines = decision::items(&mut tx.reader(), id)?;
        let items: Vec<Item> = lines.iter().map(|line| line.item).collect();
        expect_issuable(cx, tx, &act, &items, signed)?;
        act.document = Some(keep_paper(cx, tx, &act, signed)?);
        act.number = Some(signed.number.to_string());
        act.dated = Some(signed.dated);
        act.status = DecisionStatus::Issued;
        carry_out(cx, tx, &act, items)?;
        decision::update(tx, &act, cx.user())?;
        let detail = format!("Ban hành {}: {}", name(&act, Lang::Vi), act.title);
        tx.trace(Trace::new("decision", id, detail));
        Ok(())
    })
}

/// Judges everything again as it stands now, within the transaction.
fn expect_issuable(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    act: &Decision,
    items: &[Item],
    signed: &Signed,
) -> Done<()> {
    expect_draft(act)?;
    if signed.dated > cx.today() {
        return Err(Refusal::InTheFuture { day: signed.dated }.into());
    }
    let hands = cx.hands();
    if is_own_work(&mut tx.reader(), act.id, &hands)? {
        return Err(Refusal::OwnDraft.into());
    }
    check_whole(act, items)?;
    expect_valid(&mut tx.reader(), act.id)?;
    for item in items {
        let of = project::find(&mut tx.reader(), item.project)?.ok_or(Failure::NotFound)?;
        expect_unchanged(&mut tx.reader(), act.id, &of)?;
        judge(&mut tx.reader(), act, item, &of)?;
        ceiling::expect_within(&mut tx.reader(), items, &of, signed.dated)?;
        expect_composed(&mut tx.reader(), &of)?;
        if of.status == Status::Submitted
            && of.proposed_by.is_some_and(|maker| hands.contains(&maker))
        {
            return Err(Refusal::OwnProposal { project: of.code }.into());
        }
    }
    Ok(())
}

fn keep_paper(cx: &Cx<'_>, tx: &mut Tx<'_>, act: &Decision, signed: &Signed) -> Done<DocumentId> {
    let new = NewDocument {
        number: Some(signed.number.clone()),
        issued_on: Some(signed.dated),
        issuer: act.issuer.clone(),
        kind: DocumentKind::Decision,
        summary: act.title.clone(),
        level: Some(IssuerLevel::Provincial),
        valid_from: Some(signed.dated),
        valid_to: None,
        source: None,
        area: act.area.clone(),
        organisation: act.organisation,
        illustrative: act.illustrative,
    };
    let id = record_within(cx, tx, new)?;
    let relation = match act.kind {
        DecisionKind::Approve => Relation::Approval,
        _ => Relation::Amendment,
    };
    document::insert_link(tx, id, "plan", act.plan.0, relation)?;
    Ok(id)
}

/// Steps and plans first, then what goes back to the purses, then what is taken from them.
fn carry_out(cx: &Cx<'_>, tx: &mut Tx<'_>, act: &Decision, mut items: Vec<Item>) -> Done<()> {
    items.sort_by_key(|item| (item.change().is_positive(), item.project, item.purse));
    let mut projects: Vec<_> = items.iter().map(|item| item.project).collect();
    projects.sort_unstable();
    projects.dedup();
    for id in &projects {
        let before = ledger::approved_of_project(&mut tx.reader(), *id)?;
        let of = project::find(&mut tx.reader(), *id)?.ok_or(Failure::NotFound)?;
        let granted = ceiling::granted(&mut tx.reader(), &items, &of)?;
        step(cx, tx, act, &of, granted)?;
        if act.kind == DecisionKind::Stop {
            expect_freed(tx, &of, &items, &before)?;
        }
        replan(
            tx,
            *id,
            act.to_plan.unwrap_or(act.plan),
            act.batch.as_deref(),
        )?;
    }
    for item in &items {
        for effect in effects(act.kind, item) {
            move_money(tx, act, item, effect)?;
        }
    }
    Ok(())
}

/// The step the decision is for this project: approval, stop, or none.
fn step(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    act: &Decision,
    of: &Project,
    granted: Option<Dong>,
) -> Done<()> {
    let paper = act.document.ok_or(Failure::NotFound)?;
    let relation = match (act.kind, of.status) {
        (DecisionKind::Stop, _) => {
            let given = Given {
                reason: act.reason.clone(),
                document: act.document,
                on: act.dated,
                ..Given::default()
            };
            take_within(cx, tx, of.id, Move::Stop, &given)?;
            Relation::Amendment
        }
        (_, Status::Submitted) => {
            let given = Given {
                document: act.document,
                on: act.dated,
                support: granted,
                ..Given::default()
            };
            take_within(cx, tx, of.id, Move::Approve, &given)?;
            Relation::Approval
        }
        _ => Relation::Amendment,
    };
    Ok(document::insert_link(
        tx, paper, "project", of.id.0, relation,
    )?)
}

/// The step of a stop gave back what was not used; the lines must say what is left, purse by purse,
/// so that the plan still is the sum of its decisions.
fn expect_freed(
    tx: &mut Tx<'_>,
    of: &Project,
    items: &[Item],
    before: &[(PurseId, Dong)],
) -> Done<()> {
    for (purse, left) in ledger::approved_of_project(&mut tx.reader(), of.id)? {
        let same = |item: &&Item| (item.project, item.purse) == (of.id, purse);
        let listed = items.iter().find(same).map(|item| item.after);
        let is_untouched = before.contains(&(purse, left));
        if listed != Some(left) && !(listed.is_none() && is_untouched) {
            let project = of.code.clone();
            return Err(Refusal::StopUneven { project, left }.into());
        }
    }
    Ok(())
}

/// What is taken back is freed from its contract first; what was advanced or paid already is not
/// free and is refused.
fn move_money(tx: &mut Tx<'_>, act: &Decision, item: &Item, effect: Effect) -> Done<()> {
    if effect.kind != MoveKind::Reduce {
        let id = EntryId(derived(item.id.0, effect.kind.code()));
        keep(tx, id, &entry(act, item, effect)?)?;
        return Ok(());
    }
    let ground = Ground {
        base: item.id.0,
        project: item.project,
        on: act.dated.ok_or(Failure::NotFound)?,
        document: act.document,
        reason: act.reason.clone().unwrap_or_else(|| act.title.clone()),
        illustrative: act.illustrative,
    };
    let holder = (item.source, Some(effect.purse));
    take_back(tx, &ground, holder, effect.amount)
}

/// The entry of one effect.
fn entry(act: &Decision, item: &Item, effect: Effect) -> Done<Entry> {
    let is_reduced = matches!(effect.kind, MoveKind::Reduce | MoveKind::CarryOut);
    let reason = act.reason.clone().or_else(|| Some(act.title.clone()));
    Ok(Entry {
        kind: effect.kind,
        source: item.source,
        purse: Some(effect.purse),
        project: effect.is_projects.then_some(item.project),
        amount: effect.amount,
        effective_on: act.dated.ok_or(Failure::NotFound)?,
        document: act.document,
        reason: reason.filter(|_| is_reduced),
        illustrative: act.illustrative,
    })
}

/// Whether the person may issue this draft; for offering the button.
pub fn offered(cx: &Cx<'_>, act: &Decision) -> Done<()> {
    expect_draft(act)?;
    if cx.read(|reader| is_own_work(reader, act.id, &cx.hands()))? {
        return Err(Refusal::OwnDraft.into());
    }
    if !cx.may_on(Action::IssueDecision, &subject(act)) {
        let action = Action::IssueDecision;
        return Err(Failure::Denied(kc_domain::policy::Withheld::NoRole {
            action,
        }));
    }
    Ok(())
}
