//! The two hands behind money that leaves: one prepares, another approves or rejects. What the
//! contract, the acceptance and the vouchers allow is the word `payment`'s to say.

use super::append::{Move, keep};
use crate::kernel::{About, Cx, Done, Failure, Trace, Window};
use kc_domain::kernel::id::{EntryId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Entry;
use kc_domain::ledger::refusal::Refusal;
use kc_domain::policy::{Action, Subject};
use kc_store::kernel::Tx;
use kc_store::ledger::{self, Prepared};

/// Prepares a move. The rules are asked already, so that nobody waits for the approval of
/// something that cannot be: first `check`, then those of the ledger; `besides` keeps what comes
/// with the move.
pub(crate) fn prepare(
    cx: &Cx<'_>,
    id: EntryId,
    new: &Move,
    check: impl Fn(&mut Tx<'_>) -> Done<()>,
    besides: impl FnOnce(&mut Tx<'_>) -> Done<()>,
) -> Done<EntryId> {
    let project = new.project.ok_or(Failure::NotFound)?;
    let facts =
        cx.read(|reader| ledger::project_facts(reader, project)?.ok_or(Failure::NotFound))?;
    let subject = Subject::new(facts.area.clone(), Some(facts.organisation));
    let about = About::new("ledger", project);
    let permit = cx.permit(Action::PrepareMove, subject, &about)?;
    let user = cx.user().ok_or(Failure::NotFound)?;
    cx.rehearse(&permit, &about, |tx| {
        check(tx)?;
        keep(tx, id, new)
    })?;
    cx.change(&permit, &about, |tx| {
        check(tx)?;
        let prepared = Prepared {
            id,
            kind: new.kind,
            purse: new.purse,
            project,
            project_title: facts.title.clone(),
            source: new.source,
            amount: new.amount,
            effective_on: new.effective_on,
            document: new.document,
            reason: new.reason.clone(),
            prepared_by: user,
            prepared_by_name: String::new(),
            prepared_at: tx.at(),
            decision: None,
            area: facts.area.clone(),
            organisation: facts.organisation,
            illustrative: new.illustrative,
        };
        ledger::insert_prepared(tx, &prepared)?;
        besides(tx)?;
        let detail = format!("Lập chứng từ: {} {}", new.kind.name(Lang::Vi), new.amount);
        tx.trace(Trace::new("ledger", project, detail));
        Ok(id)
    })
}

/// Moves that wait for a second hand within what the reader may see.
pub fn list_waiting(
    cx: &Cx<'_>,
    project: Option<ProjectId>,
    window: Window,
) -> Done<Vec<Prepared>> {
    let scope = cx.scope(Action::ReadLedger)?;
    cx.read(|reader| Ok(ledger::list_prepared(reader, &scope, project, window)?))
}

/// Whether an entry, once it was shown, was prepared by one hand for another.
pub fn is_prepared(cx: &Cx<'_>, entry: &Entry) -> Done<bool> {
    cx.read(|reader| Ok(ledger::find_prepared(reader, entry.id)?.is_some()))
}

/// Approves a prepared move: the entry comes into the ledger under the same identity. Whoever
/// prepared it may not. `check` is asked again, because what it rests on may have changed.
pub(crate) fn approve(
    cx: &Cx<'_>,
    id: EntryId,
    check: impl FnOnce(&mut Tx<'_>, &Move) -> Done<()>,
) -> Done<()> {
    let prepared = find(cx, id)?;
    let about = About::new("ledger", prepared.project);
    let permit = cx.permit(Action::ApproveMove, subject(&prepared), &about)?;
    let asked = Move {
        kind: prepared.kind,
        source: prepared.source,
        purse: prepared.purse,
        project: Some(prepared.project),
        amount: prepared.amount,
        effective_on: prepared.effective_on,
        document: prepared.document,
        reason: prepared.reason.clone(),
        illustrative: prepared.illustrative,
    };
    cx.change(&permit, &about, |tx| {
        check_open(ledger::find_prepared(&mut tx.reader(), id)?)?;
        check(tx, &asked)?;
        keep(tx, id, &asked)?;
        ledger::decide_prepared(tx, id, cx.user(), "approved")?;
        Ok(())
    })
}

/// Rejects a prepared move; nothing comes into the ledger.
pub fn reject(cx: &Cx<'_>, id: EntryId, reason: &str) -> Done<()> {
    let prepared = find(cx, id)?;
    let about = About::new("ledger", prepared.project);
    let permit = cx.permit(Action::ApproveMove, subject(&prepared), &about)?;
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    cx.change(&permit, &about, |tx| {
        check_open(ledger::find_prepared(&mut tx.reader(), id)?)?;
        ledger::decide_prepared(tx, id, cx.user(), "rejected")?;
        let detail = format!("Từ chối chứng từ {}: {reason}", prepared.amount);
        tx.trace(Trace::new("ledger", prepared.project, detail));
        Ok(())
    })
}

fn find(cx: &Cx<'_>, id: EntryId) -> Done<Prepared> {
    let found = cx.read(|reader| Ok(ledger::find_prepared(reader, id)?))?;
    found.ok_or(Failure::NotFound)
}

fn check_open(prepared: Option<Prepared>) -> Done<()> {
    match prepared {
        Some(prepared) if prepared.decision.is_none() => Ok(()),
        Some(_) => Err(Refusal::AlreadyDecided.into()),
        None => Err(Failure::NotFound),
    }
}

fn subject(prepared: &Prepared) -> Subject {
    let subject = Subject::new(prepared.area.clone(), Some(prepared.organisation));
    subject.made_by(prepared.prepared_by)
}
