//! Recording a move: the one way an entry comes into the ledger.

use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::norm;
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, EntryId, OrganisationId, ProjectId, PurseId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::refusal::Refusal;
use kc_domain::ledger::{Approval, Entry, Facts, MoveKind, NewMove, Source, decide};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_domain::process::Status;
use kc_store::kernel::{Reader, Tx};
use kc_store::ledger;

/// A move as it is asked for.
#[derive(Debug, Clone)]
pub struct Move {
    /// What kind of move.
    pub kind: MoveKind,
    /// Whose money.
    pub source: Source,
    /// The purse, for moves of budget.
    pub purse: Option<PurseId>,
    /// The project, for moves of a project.
    pub project: Option<ProjectId>,
    /// How much.
    pub amount: Dong,
    /// The day it is true from.
    pub effective_on: NaiveDate,
    /// The document it stands on.
    pub document: Option<DocumentId>,
    /// Why.
    pub reason: Option<String>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Where a move lies and what the rules must know of its purse and project.
#[derive(Debug, Clone)]
struct Place {
    area: AreaPath,
    organisation: OrganisationId,
    budget_year: Option<i32>,
    approval: Approval,
    period: Option<Period>,
}

/// Records a move that one hand may make: budget, approval, contract, partners' money.
pub fn append(cx: &Cx<'_>, new: &Move) -> Done<EntryId> {
    if new.kind.needs_two_hands() {
        let action = Action::ApproveMove;
        return Err(Failure::Denied(kc_domain::policy::Withheld::NoRole {
            action,
        }));
    }
    let place = cx.read(|reader| locate(reader, new))?;
    if new.kind == MoveKind::Contract && place.approval != Approval::Reported {
        return Err(Refusal::OnlyByContract.into());
    }
    let subject = Subject::new(place.area, Some(place.organisation));
    let id = EntryId(token::new_id(cx.now())?);
    let about = About::new("ledger", id);
    let permit = cx.permit(action_of(new.kind), subject, &about)?;
    cx.change(&permit, &about, |tx| keep(tx, id, new))
}

/// Who records which kind of move.
fn action_of(kind: MoveKind) -> Action {
    match kind {
        MoveKind::Contract => Action::RecordContract,
        MoveKind::Commit | MoveKind::Uncommit | MoveKind::Evidence => Action::RecordCounterpart,
        _ => Action::AssignBudget,
    }
}

/// Decides on a move inside a transaction and appends its entry.
pub(crate) fn keep(tx: &mut Tx<'_>, id: EntryId, new: &Move) -> Done<EntryId> {
    let reader = &mut tx.reader();
    let place = locate(reader, new)?;
    if let Some(project) = new.project.filter(|_| new.kind.binds()) {
        norm::expect_kind(reader, project)?;
    }
    let asked = NewMove {
        kind: new.kind,
        source: new.source,
        amount: new.amount,
        effective_on: new.effective_on,
        has_reason: new.reason.is_some(),
    };
    let history = match new.kind.stages() {
        Some((from, _)) if !from.is_contra() => {
            ledger::history(reader, from, new.source, new.purse, new.project)?
        }
        _ => Vec::new(),
    };
    let facts = Facts {
        history: &history,
        approval: place.approval,
        period: place.period,
    };
    let (from, to) = decide(&asked, &facts)?;
    let entry = Entry {
        id,
        kind: new.kind,
        from,
        to,
        source: new.source,
        budget_year: place.budget_year,
        purse: new.purse,
        project: new.project,
        amount: new.amount,
        effective_on: new.effective_on,
        recorded_at: tx.at(),
        document: new.document,
        reverses: None,
        reason: new.reason.clone(),
        recorded_by: tx.permit().user(),
        area: place.area,
        organisation: place.organisation,
        illustrative: new.illustrative,
    };
    let id = enter(tx, &entry, describe(&entry))?;
    expect_within_ceiling(&mut tx.reader(), new)?;
    Ok(id)
}

/// Refuses an approval that leaves a project more than the ceiling of its kind, all purses together.
fn expect_within_ceiling(reader: &mut Reader<'_>, new: &Move) -> Done<()> {
    let Some(project) = new.project.filter(|_| new.kind == MoveKind::Approve) else {
        return Ok(());
    };
    let approved = ledger::approved_of_project(reader, project)?;
    let whole = approved.into_iter().map(|(_, amount)| amount).sum();
    norm::expect_approved_within_ceiling(reader, project, whole, new.effective_on)
}

/// Appends an entry and tells the audit. An identity that stands in the book was derived from what
/// somebody else has just carried out.
pub(super) fn enter(tx: &mut Tx<'_>, entry: &Entry, detail: String) -> Done<EntryId> {
    if !ledger::append(tx, entry)? {
        return Err(Failure::Stale);
    }
    tx.trace(Trace::new("ledger", holder(entry), detail));
    Ok(entry.id)
}

/// The record under which the audit of an entry is found: its project, or its purse.
pub(super) fn holder(entry: &Entry) -> String {
    match (entry.project, entry.purse) {
        (Some(project), _) => project.to_string(),
        (None, Some(purse)) => purse.to_string(),
        (None, None) => entry.id.to_string(),
    }
}

/// One sentence for the audit.
pub(super) fn describe(entry: &Entry) -> String {
    format!(
        "{} {} ({}), ngày {}",
        entry.kind.name(Lang::Vi),
        entry.amount,
        entry.source.name(Lang::Vi),
        show_date(entry.effective_on)
    )
}

fn locate(reader: &mut Reader<'_>, new: &Move) -> Done<Place> {
    let purse = match new.purse {
        Some(id) => Some(ledger::find_purse(reader, id)?.ok_or(Failure::NotFound)?),
        None => None,
    };
    let budget_year = purse.as_ref().and_then(|purse| purse.budget_year);
    if let Some(id) = new.project {
        let project = ledger::project_facts(reader, id)?.ok_or(Failure::NotFound)?;
        let approval = match project.decided_on {
            Some(day) => Approval::On(day),
            None if project.status == Status::Reported => Approval::Reported,
            None => Approval::None,
        };
        let (area, organisation) = (project.area, project.organisation);
        return Ok(Place {
            area,
            organisation,
            budget_year,
            approval,
            period: project.period,
        });
    }
    let purse = purse.ok_or(Failure::NotFound)?;
    Ok(Place {
        area: purse.area,
        organisation: purse.organisation,
        budget_year,
        approval: Approval::None,
        period: None,
    })
}
