//! Signing a contract: the paper, the project's step and the money bound, in one transaction.

use super::facts::look_up;
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::ledger::append::{Move, keep};
use crate::norm::advance_rate;
use crate::project::step::{Given, take_within};
use crate::project::{self, subject};
use chrono::NaiveDate;
use kc_domain::contract::refusal::Refusal;
use kc_domain::contract::{Contract, ContractKind, Part, expect_within_rate, sign as decide};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{ContractId, DocumentId, EntryId, ProjectId, derived};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::ledger::MoveKind;
use kc_domain::policy::Action;
use kc_domain::process;
use kc_domain::project::Project;
use kc_store::contract;
use kc_store::kernel::{Reader, Tx};

/// A contract as it is asked for.
#[derive(Debug, Clone)]
pub struct NewContract {
    /// The project.
    pub project: ProjectId,
    /// Between whom.
    pub kind: ContractKind,
    /// Its number.
    pub number: String,
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// Who gives the work and the money.
    pub giver: String,
    /// Who takes them.
    pub taker: String,
    /// Its value by source; the purses are found in the ledger.
    pub parts: Vec<Part>,
    /// The advance agreed, in hundredths.
    pub advance_percent: Option<i64>,
    /// First day of the work.
    pub starts_on: Option<NaiveDate>,
    /// Last day of the work.
    pub ends_on: Option<NaiveDate>,
    /// The terms.
    pub terms: Option<String>,
    /// When what is to be done.
    pub schedule: Option<String>,
    /// The paper itself.
    pub document: Option<DocumentId>,
}

/// Signs a contract. That which binds the money takes the project's step and writes the entries.
pub fn sign(cx: &Cx<'_>, new: NewContract) -> Done<ContractId> {
    let project = project::show(cx, new.project)?;
    let about = About::new("contract", project.id);
    let permit = cx.permit(Action::RecordContract, subject(&project), &about)?;
    let contract = contract_of(cx, new, &project)?;
    cx.change(&permit, &about, |tx| {
        keep_signed(cx, tx, contract, &project)
    })
}

fn keep_signed(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    mut new: Contract,
    project: &Project,
) -> Done<ContractId> {
    let held = contract::of_project(&mut tx.reader(), project.id)?;
    if held.iter().any(|other| other.kind == new.kind) {
        return Err(Refusal::SecondContract.into());
    }
    let known = look_up(cx, &mut tx.reader(), project)?;
    decide(&new, &known.facts())?;
    expect_advance(&mut tx.reader(), project, &new)?;
    if new.kind == ContractKind::Execution {
        new.parts.clone_from(&known.approved);
        let given = Given {
            on: Some(new.signed_on),
            number: Some(new.number.clone()),
            document: new.document,
            ..Given::default()
        };
        take_within(cx, tx, project.id, process::Move::Contract, &given)?;
        bind(tx, &new, &new.parts, new.signed_on)?;
    }
    contract::insert(tx, &new)?;
    let detail = format!(
        "{} số {} ngày {}, giá trị {}",
        new.kind.name(Lang::Vi),
        new.number,
        show_date(new.signed_on),
        new.value_now()
    );
    tx.trace(Trace::new("project", project.id, detail));
    Ok(new.id)
}

/// Refuses an advance above the rate of the project's kind, where a rule of the day names one.
fn expect_advance(reader: &mut Reader<'_>, project: &Project, new: &Contract) -> Done<()> {
    let Some(agreed) = new.advance_percent else {
        return Ok(());
    };
    let Some(Ok(shown)) = advance_rate(reader, project, new.signed_on)? else {
        return Ok(());
    };
    if let Some(most) = shown.share {
        expect_within_rate(agreed, most, &shown.norm.citation.say())?;
    }
    Ok(())
}

/// Writes the entries that bind some money by a contract.
pub(super) fn bind(
    tx: &mut Tx<'_>,
    contract: &Contract,
    parts: &[Part],
    on: NaiveDate,
) -> Done<()> {
    let position = contract.appendices.len();
    for (line, part) in parts.iter().enumerate() {
        let name = format!("bind-{position}-{line}");
        let new = Move {
            kind: MoveKind::Contract,
            source: part.source,
            purse: part.purse,
            project: Some(contract.project),
            amount: part.amount,
            effective_on: on,
            document: contract.document,
            reason: None,
            illustrative: contract.illustrative,
        };
        keep(tx, EntryId(derived(contract.id.0, &name)), &new)?;
    }
    Ok(())
}

fn contract_of(cx: &Cx<'_>, new: NewContract, project: &Project) -> Done<Contract> {
    Ok(Contract {
        id: ContractId(token::new_id(cx.now())?),
        project: project.id,
        kind: new.kind,
        number: stated("number", &new.number)?,
        signed_on: new.signed_on,
        giver: stated("giver", &new.giver)?,
        taker: stated("taker", &new.taker)?,
        parts: new.parts,
        advance_percent: new.advance_percent,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        terms: new.terms,
        schedule: new.schedule,
        document: new.document,
        appendices: Vec::new(),
        liquidation: None,
        area: project.area.clone(),
        organisation: project.organisation,
        illustrative: project.illustrative,
    })
}

/// A text that must be there.
pub(super) fn stated(field: &str, text: &str) -> Done<String> {
    let text = clean(text);
    if text.is_empty() {
        return Err(Failure::invalid(
            field,
            "Chưa nhập mục này.",
            "This is missing.",
        ));
    }
    Ok(text)
}
