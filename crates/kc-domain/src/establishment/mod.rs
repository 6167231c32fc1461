//! Rural industrial establishments (cơ sở công nghiệp nông thôn): who may be supported.

mod legal_form;
mod likeness;
pub mod refusal;
mod tax_number;

pub use legal_form::LegalForm;
pub use likeness::{Likeness, compare, name_key};
pub use tax_number::TaxNumber;

use crate::kernel::id::{EstablishmentId, OrganisationId};
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// An establishment, as last surveyed. What nobody has said is `None`, never a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Establishment {
    /// Identity.
    pub id: EstablishmentId,
    /// Name as registered.
    pub name: String,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Tax number.
    pub tax_number: Option<TaxNumber>,
    /// The address as somebody wrote it; never rewritten when the map changes.
    pub address_written: String,
    /// The unit the address was found to lie in.
    pub area: AreaPath,
    /// Trade (ngành nghề).
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
    /// People working there, on the day of the survey.
    pub workers: Option<i64>,
    /// The day the facts were surveyed.
    pub surveyed_on: Option<NaiveDate>,
    /// The organisation that keeps the record.
    pub organisation: OrganisationId,
    /// The organisation through which the establishment itself signs in.
    pub party: Option<OrganisationId>,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
}
