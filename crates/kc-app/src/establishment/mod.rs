//! Establishments: list, show, look for doubles, record, amend.

pub mod amend;
pub mod record;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::establishment::{Establishment, Likeness, TaxNumber, compare};
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Scope, Subject};
use kc_store::establishment;
pub use kc_store::establishment::{Filter, Order, Support};
use kc_store::kernel::Reader;

/// A record that may be the same establishment, and why.
#[derive(Debug, Clone)]
pub struct Alike {
    /// The record that is there.
    pub establishment: Establishment,
    /// Why it looks alike.
    pub likeness: Likeness,
}

/// Establishments the reader may see.
pub fn list(
    cx: &Cx<'_>,
    filter: &Filter,
    order: Order,
    window: Window,
) -> Done<Page<Establishment>> {
    let scope = cx.scope(Action::ReadEstablishments)?;
    cx.read(|reader| Ok(establishment::list(reader, &scope, filter, order, window)?))
}

/// One establishment.
pub fn show(cx: &Cx<'_>, id: EstablishmentId) -> Done<Establishment> {
    let found = cx
        .read(|reader| Ok(establishment::find(reader, id)?))?
        .ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadEstablishments, &subject(&found))?;
    Ok(found)
}

impl Remembered for EstablishmentId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// The projects an establishment stands in, as far as the reader may see projects.
pub fn supports(cx: &Cx<'_>, id: EstablishmentId) -> Done<Vec<Support>> {
    let found = show(cx, id)?;
    let scope = cx.scope(Action::ReadProjects)?;
    cx.read(|reader| Ok(establishment::supports(reader, &scope, found.id)?))
}

/// Records that may be the same establishment, the likeliest first.
pub fn duplicates(
    cx: &Cx<'_>,
    name: &str,
    tax_number: Option<&TaxNumber>,
    area: &AreaPath,
) -> Done<Vec<Alike>> {
    let scope = cx.scope(Action::ReadEstablishments)?;
    cx.read(|reader| alike(reader, &scope, name, tax_number, area))
}

pub(super) fn alike(
    reader: &mut Reader<'_>,
    scope: &Scope,
    name: &str,
    tax_number: Option<&TaxNumber>,
    area: &AreaPath,
) -> Done<Vec<Alike>> {
    let found = establishment::alike(reader, scope, name, tax_number)?;
    let mut alike: Vec<_> = found
        .into_iter()
        .filter_map(|other| {
            compare(name, tax_number, area, &other).map(|likeness| Alike {
                establishment: other,
                likeness,
            })
        })
        .collect();
    alike.sort_by_key(|alike| alike.likeness);
    Ok(alike)
}

/// What the policy must know of an establishment.
pub fn subject(establishment: &Establishment) -> Subject {
    Subject::new(establishment.area.clone(), Some(establishment.organisation))
        .with_party(establishment.party)
}
