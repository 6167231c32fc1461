//! The list handed to the treasury (bảng kê chuyển Kho bạc): approved moves of a period, each once.

use super::book;
use crate::kernel::{About, Cx, Done, Failure, Page, Trace, Window, token};
use chrono::NaiveDate;
use kc_domain::kernel::id::{HandoverId, OrganisationId};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::text::clean;
use kc_domain::payment::refusal::Refusal;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_store::payment;
pub use kc_store::payment::{Handover, HandoverLine};

/// Most moves on one list.
const LINES_MAX: i64 = 2_000;

/// A list as it is asked for.
#[derive(Debug, Clone)]
pub struct NewHandover {
    /// Its number.
    pub number: String,
    /// The day it is handed over.
    pub handed_on: NaiveDate,
    /// The days of the moves on it.
    pub period: Period,
}

/// Lists the reader may see, newest first.
pub fn list(cx: &Cx<'_>, window: Window) -> Done<Page<Handover>> {
    let scope = cx.scope(Action::ReadLedger)?;
    cx.read(|reader| Ok(payment::list_handovers(reader, &scope, window)?))
}

/// One list with its moves.
pub fn show(cx: &Cx<'_>, id: HandoverId) -> Done<(Handover, Vec<HandoverLine>)> {
    let (list, lines) = cx.read(|reader| {
        let list = payment::find_handover(reader, id)?.ok_or(Failure::NotFound)?;
        Ok((list, payment::lines_of(reader, id, LINES_MAX)?))
    })?;
    let subject = Subject::new(list.area.clone(), Some(list.organisation));
    cx.may_read(Action::ReadLedger, &subject)?;
    Ok((list, lines))
}

/// The workbook of a list: amounts as numbers, sums as formulas.
pub fn workbook(cx: &Cx<'_>, id: HandoverId) -> Done<(String, Vec<u8>)> {
    let (list, lines) = show(cx, id)?;
    let body = cx.read(|reader| {
        let found = kc_store::identity::organisation::find(reader, list.organisation)?;
        Ok(found.map(|found| found.name).unwrap_or_default())
    })?;
    let bytes = kc_files::xlsx(&book::of(cx, &list, &lines, &body))
        .map_err(|error| Failure::Internal(error.to_string()))?;
    let name = list.number.replace(['/', '\\'], "-");
    Ok((format!("bang-ke-{name}.xlsx"), bytes))
}

/// What would stand on a list of a period now, for trying before it is kept.
pub fn preview(cx: &Cx<'_>, period: Period) -> Done<Vec<HandoverLine>> {
    let scope = cx.scope(Action::ReadLedger)?;
    let (organisation, _) = own(cx)?;
    cx.read(|reader| {
        let found = payment::not_yet(reader, &scope, organisation, period, LINES_MAX);
        Ok(found?)
    })
}

/// Makes a list of all approved moves of a period that stand on none.
pub fn hand_over(cx: &Cx<'_>, new: &NewHandover) -> Done<HandoverId> {
    let number = clean(&new.number);
    if number.is_empty() {
        return Err(Failure::invalid(
            "number",
            "Hãy ghi số bảng kê.",
            "Enter the number.",
        ));
    }
    let (organisation, area) = own(cx)?;
    let id = HandoverId(token::new_id(cx.now())?);
    let about = About::new("payment", id);
    let subject = Subject::new(area.clone(), Some(organisation));
    let permit = cx.permit(Action::PrepareMove, subject, &about)?;
    let scope = cx.scope(Action::ReadLedger)?;
    cx.change(&permit, &about, |tx| {
        if payment::number_taken(&mut tx.reader(), organisation, &number)? {
            return Err(Refusal::NumberTaken.into());
        }
        let reader = &mut tx.reader();
        let lines = payment::not_yet(reader, &scope, organisation, new.period, LINES_MAX)?;
        if lines.is_empty() {
            return Err(Refusal::NothingToHandOver.into());
        }
        let list = Handover {
            id,
            number: number.clone(),
            handed_on: new.handed_on,
            from: new.period.from(),
            to: new.period.to(),
            area: area.clone(),
            organisation,
            illustrative: lines.iter().any(|line| line.illustrative),
        };
        let moves: Vec<_> = lines.iter().map(|line| line.id).collect();
        payment::insert_handover(tx, &list, &moves)?;
        let total: Dong = lines.iter().map(|line| line.amount).sum();
        let detail = format!("Lập bảng kê {number}: {} khoản, {total}", lines.len());
        tx.trace(Trace::new("payment", id, detail));
        Ok(id)
    })
}

/// The organisation at which the person prepares moves, and where it lies.
fn own(cx: &Cx<'_>) -> Done<(OrganisationId, AreaPath)> {
    let actor = cx.actor().ok_or(Failure::NotFound)?;
    let first = cx.role_for(Action::PrepareMove);
    let held = first.or_else(|| actor.held().next());
    let held = held.ok_or(Failure::NotFound)?;
    Ok((held.organisation, held.area.clone()))
}
