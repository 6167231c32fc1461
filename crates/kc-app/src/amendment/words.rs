//! What a change says, as people read it: records by their names.

use crate::kernel::Cx;
use crate::{establishment, ledger};
use kc_domain::amendment::{Fact, What};
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::place::area::AreaPath;
use kc_domain::place::gazetteer;

/// The name of a fact, with its purse where there is one that may be seen.
pub fn name(cx: &Cx<'_>, fact: &Fact) -> String {
    let name = fact.what.name(cx.lang());
    let purse = fact.purse.and_then(|id| ledger::purse::show(cx, id).ok());
    match purse {
        Some(card) => format!("{name} ({})", card.purse.name),
        None => name,
    }
}

/// A value of a fact, before or after.
pub fn value(cx: &Cx<'_>, fact: &Fact, value: Option<&String>) -> String {
    let named = match (fact.what, value) {
        (What::Beneficiary, Some(id)) => EstablishmentId::parse(id)
            .and_then(|id| establishment::show(cx, id).ok())
            .map(|found| found.name),
        (What::Area, Some(path)) => AreaPath::parse(path).ok().and_then(|path| {
            gazetteer()
                .unit_at(&path)
                .map(|unit| gazetteer().address_of(unit))
        }),
        _ => None,
    };
    named.unwrap_or_else(|| fact.shown(value, cx.lang()))
}
