//! A machine as it was found installed.

use crate::kernel::id::EquipmentId;
use crate::kernel::money::Dong;
use chrono::NaiveDate;

/// A machine as it was found; what nobody could read stays `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// The machine of the approved list it stands for.
    pub equipment: EquipmentId,
    /// Its name.
    pub name: Option<String>,
    /// The model on its plate.
    pub model: Option<String>,
    /// The serial number on its plate.
    pub serial: Option<String>,
    /// Where it was made.
    pub origin: Option<String>,
    /// The year it was made.
    pub year_made: Option<i64>,
    /// The price on the invoice, đồng.
    pub price: Option<Dong>,
    /// The number of the invoice.
    pub invoice_number: Option<String>,
    /// The day of the invoice.
    pub invoiced_on: Option<NaiveDate>,
}

impl Installed {
    /// A machine of which nothing is known yet.
    pub fn unknown(equipment: EquipmentId) -> Self {
        Self {
            equipment,
            name: None,
            model: None,
            serial: None,
            origin: None,
            year_made: None,
            price: None,
            invoice_number: None,
            invoiced_on: None,
        }
    }

    /// Whether nobody recorded anything of it.
    pub fn is_blank(&self) -> bool {
        *self == Self::unknown(self.equipment)
    }
}
