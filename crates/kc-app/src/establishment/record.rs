//! Recording an establishment, once: one that looks alike must be told apart by a person.

use super::{Alike, alike, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use crate::search;
use chrono::NaiveDate;
use kc_domain::establishment::refusal::Refusal;
use kc_domain::establishment::{Establishment, LegalForm, TaxNumber};
use kc_domain::kernel::id::{EstablishmentId, OrganisationId};
use kc_domain::kernel::text::clean;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_store::establishment;

/// An establishment as it is entered.
#[derive(Debug, Clone)]
pub struct NewEstablishment {
    /// Name as registered.
    pub name: String,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Tax number.
    pub tax_number: Option<TaxNumber>,
    /// The address as written.
    pub address_written: String,
    /// The unit the address lies in, chosen by a person where several are possible.
    pub area: AreaPath,
    /// Trade.
    pub trade: Option<String>,
    /// Main products.
    pub products: Option<String>,
    /// Who owns or represents it.
    pub owner_name: Option<String>,
    /// Whether a woman owns it.
    pub woman_owned: Option<bool>,
    /// Whether a member of an ethnic minority owns it.
    pub minority_owned: Option<bool>,
    /// Whether it works in a recognised craft village.
    pub craft_village: Option<bool>,
    /// People working there.
    pub workers: Option<i64>,
    /// The day of the survey.
    pub surveyed_on: Option<NaiveDate>,
    /// The organisation that keeps the record.
    pub organisation: OrganisationId,
    /// The organisation through which the establishment itself signs in.
    pub party: Option<OrganisationId>,
    /// Whether it is sample data.
    pub illustrative: bool,
}

impl NewEstablishment {
    /// An establishment of which only name and address are known.
    pub fn named(
        name: impl Into<String>,
        address_written: impl Into<String>,
        area: AreaPath,
        organisation: OrganisationId,
    ) -> Self {
        Self {
            name: name.into(),
            legal_form: None,
            tax_number: None,
            address_written: address_written.into(),
            area,
            trade: None,
            products: None,
            owner_name: None,
            woman_owned: None,
            minority_owned: None,
            craft_village: None,
            workers: None,
            surveyed_on: None,
            organisation,
            party: None,
            illustrative: false,
        }
    }
}

/// Records an establishment. Where others look alike, somebody must have `confirmed` that this is
/// another one.
pub fn record(cx: &Cx<'_>, new: NewEstablishment, confirmed: bool) -> Done<EstablishmentId> {
    let id = EstablishmentId(token::new_id(cx.now())?);
    let new = build(id, new, 1)?;
    let about = About::new("establishment", id);
    let permit = match cx.permit(Action::RecordEstablishment, subject(&new), &about) {
        Err(Failure::NotFound) => return Err(Refusal::OutsideArea.into()),
        other => other?,
    };
    let scope = cx.scope(Action::ReadEstablishments)?;
    cx.change(&permit, &about, |tx| {
        let tax = new.tax_number.as_ref();
        let others = alike(&mut tx.reader(), &scope, &new.name, tax, &new.area)?;
        if let (Some(first), false) = (others.first(), confirmed) {
            return Err(Refusal::LooksAlike {
                name: first.establishment.name.clone(),
                count: others.len(),
            }
            .into());
        }
        establishment::insert(tx, &new)?;
        search::keep_establishment(tx, &new)?;
        tx.trace(Trace::new("establishment", id, told(&new, others.first())));
        Ok(id)
    })
}

/// What the audit keeps: the address as written, and from what it was told apart.
fn told(new: &Establishment, like: Option<&Alike>) -> String {
    let kept = format!("Ghi cơ sở {}, địa chỉ: {}", new.name, new.address_written);
    match like.map(|alike| &alike.establishment) {
        Some(other) => format!("{kept}; xác nhận khác với {} ({})", other.name, other.id),
        None => kept,
    }
}

pub(super) fn build(
    id: EstablishmentId,
    new: NewEstablishment,
    version: i64,
) -> Done<Establishment> {
    let name = clean(&new.name);
    if name.is_empty() {
        return Err(Failure::invalid(
            "name",
            "Hãy nhập tên cơ sở.",
            "Enter the name.",
        ));
    }
    Ok(Establishment {
        id,
        name,
        legal_form: new.legal_form,
        tax_number: new.tax_number,
        address_written: new.address_written,
        area: new.area,
        trade: new.trade,
        products: new.products,
        owner_name: new.owner_name,
        woman_owned: new.woman_owned,
        minority_owned: new.minority_owned,
        craft_village: new.craft_village,
        workers: new.workers,
        surveyed_on: new.surveyed_on,
        organisation: new.organisation,
        party: new.party,
        illustrative: new.illustrative,
        version,
    })
}
