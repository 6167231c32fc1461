//! Purses: open, list, show.

use crate::kernel::{About, Cx, Done, Failure, Page, Trace, Window, token};
use kc_domain::kernel::id::PurseId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::clean;
use kc_domain::ledger::Purse;
use kc_domain::ledger::refusal::Refusal;
use kc_domain::policy::{Action, Subject};
use kc_store::ledger;

/// A purse with what it holds, summed from its entries.
#[derive(Debug, Clone)]
pub struct PurseCard {
    /// The purse.
    pub purse: Purse,
    /// What is free.
    pub available: Dong,
    /// What was assigned, net of cuts.
    pub assigned: Dong,
}

/// Opens a purse. The identity in `purse` is replaced by a new one.
pub fn open(cx: &Cx<'_>, purse: Purse) -> Done<PurseId> {
    let purse = Purse {
        id: PurseId(token::new_id(cx.now())?),
        code: clean(&purse.code),
        name: clean(&purse.name),
        ..purse
    };
    if purse.code.is_empty() {
        return Err(Failure::invalid(
            "code",
            "Hãy nhập mã nguồn kinh phí.",
            "Enter the code.",
        ));
    }
    let about = About::new("ledger", purse.id);
    let subject = Subject::new(purse.area.clone(), Some(purse.organisation));
    let permit = cx.permit(Action::AssignBudget, subject, &about)?;
    cx.change(&permit, &about, |tx| {
        if ledger::find_purse_by_code(&mut tx.reader(), &purse.code)?.is_some() {
            return Err(Refusal::PurseCodeTaken.into());
        }
        ledger::insert_purse(tx, &purse)?;
        let detail = format!("Mở nguồn kinh phí {} ({})", purse.name, purse.code);
        tx.trace(Trace::new("ledger", purse.id, detail));
        Ok(purse.id)
    })
}

/// Purses the reader may see, with what each holds.
pub fn list(cx: &Cx<'_>, window: Window) -> Done<Page<PurseCard>> {
    let scope = cx.scope(Action::ReadLedger)?;
    cx.read(|reader| {
        let page = ledger::list_purses(reader, &scope, window)?;
        let balances = ledger::purse_balances(reader, page.rows.iter().map(|purse| purse.id))?;
        let card = |purse: Purse| {
            let (available, assigned) = balances.get(&purse.id).copied().unwrap_or_default();
            PurseCard {
                purse,
                available,
                assigned,
            }
        };
        Ok(Page {
            total: page.total,
            rows: page.rows.into_iter().map(card).collect(),
        })
    })
}

/// One purse with what it holds.
pub fn show(cx: &Cx<'_>, id: PurseId) -> Done<PurseCard> {
    cx.read(|reader| {
        let purse = ledger::find_purse(reader, id)?.ok_or(Failure::NotFound)?;
        let subject = Subject::new(purse.area.clone(), Some(purse.organisation));
        cx.may_read(Action::ReadLedger, &subject)?;
        let (available, assigned) = ledger::purse_balance(reader, id)?;
        Ok(PurseCard {
            purse,
            available,
            assigned,
        })
    })
}
