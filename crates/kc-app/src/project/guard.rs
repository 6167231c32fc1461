//! The guards of a step: what must hold, and what of it the project keeps.

use super::compose::expect_composed;
use super::late::expect_in_round;
use crate::kernel::{Cx, Done};
use crate::payment::closing::expect_closed;
use crate::{document, norm};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::DocumentId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::ledger::Stage;
use kc_domain::policy::Action;
use kc_domain::process::{Guard, Status};
use kc_domain::project::refusal::Refusal;
use kc_domain::project::{Project, expect_accepted, expect_contracted, expect_decided};
use kc_store::kernel::Tx;
use kc_store::ledger::stages_of_project;

/// What a step is told. Which of it a step needs, its guards say.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The day it happened.
    pub on: Option<NaiveDate>,
    /// The paper it stands on.
    pub document: Option<DocumentId>,
    /// The number of that paper where it is no recorded document.
    pub number: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Đồng of support that a decision grants, all purses together; what was asked where nothing
    /// was granted yet.
    pub support: Option<Dong>,
}

impl Given {
    /// A step of a day.
    pub fn on(day: NaiveDate) -> Self {
        Self {
            on: Some(day),
            ..Self::default()
        }
    }

    /// A step that stands on a paper.
    pub fn by(document: DocumentId) -> Self {
        Self {
            document: Some(document),
            ..Self::default()
        }
    }

    /// A step that says why.
    pub fn because(reason: impl Into<String>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..Self::default()
        }
    }
}

/// Refuses where the guard does not hold. Answers what the audit says of it.
pub(super) fn hold(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    guard: Guard,
    given: &Given,
) -> Done<String> {
    match guard {
        Guard::Reason => {
            let reason = stated(given.reason.as_deref().unwrap_or_default())?;
            project.reason = Some(reason.clone());
            Ok(format!(". Lý do: {reason}"))
        }
        Guard::Decision => decided(cx, tx, project, given.document),
        Guard::Contract => contracted(cx, tx, project, given),
        Guard::Acceptance => accepted(cx, project, given),
        Guard::Round => {
            // What was returned to be completed came in time.
            if project.status != Status::Returned {
                expect_in_round(tx, project)?;
            }
            Ok(String::new())
        }
        Guard::Composition => {
            expect_composed(&mut tx.reader(), project)?;
            Ok(String::new())
        }
        Guard::Advanced | Guard::Paid => {
            in_ledger(tx, project, guard)?;
            Ok(String::new())
        }
        Guard::Settled => {
            expect_closed(&mut tx.reader(), project.id)?;
            Ok(String::new())
        }
        Guard::Eligible => {
            norm::expect_eligible(&mut tx.reader(), project, cx.today())?;
            Ok(String::new())
        }
        Guard::Kind => {
            norm::expect_kind(&mut tx.reader(), project.id)?;
            Ok(String::new())
        }
        Guard::Ceiling => {
            let on = given.on.unwrap_or_else(|| cx.today());
            let support = given.support.or(project.support_asked);
            norm::expect_within_ceiling(&mut tx.reader(), project, support, on)?;
            Ok(String::new())
        }
    }
}

/// The reason as it is kept; a step that takes something away must state one.
fn stated(reason: &str) -> Result<String, Refusal> {
    let reason = clean(reason);
    if reason.is_empty() {
        return Err(Refusal::NoReason);
    }
    Ok(reason)
}

/// A recorded, dated decision that the person may read.
fn decided(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    decision: Option<DocumentId>,
) -> Done<String> {
    let decision = decision.ok_or(Refusal::UnknownDecision)?;
    let paper = kc_store::document::find(&mut tx.reader(), decision)?;
    let paper = paper.ok_or(Refusal::UnknownDecision)?;
    if !cx.may_on(Action::ReadDocuments, &document::subject(&paper)) {
        return Err(Refusal::UnknownDecision.into());
    }
    let title = paper.title(Lang::Vi);
    let day = expect_decided(&title, paper.issued_on)?;
    project.decision = Some(decision);
    norm::keep_decided(tx, project, day)?;
    Ok(format!(". {title} ngày {}", show_date(day)))
}

fn contracted(cx: &Cx<'_>, tx: &mut Tx<'_>, project: &mut Project, given: &Given) -> Done<String> {
    let on = given.on.ok_or(Refusal::NoDay)?;
    let decision = match project.decision {
        Some(document) => kc_store::document::find(&mut tx.reader(), document)?,
        None => None,
    };
    let decided_on = decision.and_then(|decision| decision.issued_on);
    expect_contracted(decided_on, on, cx.today())?;
    project.contracted_on = Some(on);
    project.contract_number.clone_from(&given.number);
    let shown = given.number.as_deref().unwrap_or("chưa có số");
    Ok(format!(". Hợp đồng {shown} ngày {}", show_date(on)))
}

fn accepted(cx: &Cx<'_>, project: &mut Project, given: &Given) -> Done<String> {
    let on = given.on.ok_or(Refusal::NoDay)?;
    expect_accepted(project, on, cx.today())?;
    project.accepted_on = Some(on);
    Ok(format!(". Nghiệm thu ngày {}", show_date(on)))
}

/// What the ledger must say before a step: some money advanced, or all paid.
fn in_ledger(tx: &mut Tx<'_>, project: &Project, guard: Guard) -> Done<()> {
    let stages = stages_of_project(&mut tx.reader(), project.id)?;
    let held = |wanted: Stage| {
        let of_stage = stages.iter().filter(|(_, stage, _)| *stage == wanted);
        of_stage.fold(Dong::ZERO, |sum, (_, _, amount)| sum.plus(*amount))
    };
    let (left, uncleared) = (held(Stage::Contracted), held(Stage::Advanced));
    let refused = match guard {
        Guard::Advanced if !uncleared.is_positive() => Some(Refusal::NothingAdvanced),
        Guard::Paid if left.is_positive() || uncleared.is_positive() => {
            Some(Refusal::Unpaid { left, uncleared })
        }
        _ => None,
    };
    refused.map_or(Ok(()), |refusal| Err(refusal.into()))
}
