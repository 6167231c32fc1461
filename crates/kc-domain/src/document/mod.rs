//! Documents (văn bản): what stands behind a record, by number, day and issuer.

mod kind;
mod number;
mod office;
pub mod refusal;
mod relation;

pub use kind::{DocumentKind, IssuerLevel};
pub use number::DocumentNumber;
pub use office::Office;
pub use relation::Relation;

use crate::kernel::id::{DocumentId, OrganisationId};
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;
use chrono::NaiveDate;

/// A document. What its copy does not say is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Identity.
    pub id: DocumentId,
    /// Số, ký hiệu; minutes and articles may have none.
    pub number: Option<DocumentNumber>,
    /// Ngày ban hành.
    pub issued_on: Option<NaiveDate>,
    /// Cơ quan ban hành.
    pub issuer: String,
    /// Loại.
    pub kind: DocumentKind,
    /// Trích yếu.
    pub summary: String,
    /// Level of the issuer.
    pub level: Option<IssuerLevel>,
    /// First day in force.
    pub valid_from: Option<NaiveDate>,
    /// Last day in force.
    pub valid_to: Option<NaiveDate>,
    /// Where the text was found: an address, a gazette.
    pub source: Option<String>,
    /// Where it is kept.
    pub area: AreaPath,
    /// The organisation that keeps it.
    pub organisation: OrganisationId,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
}

impl Document {
    /// "Quyết định 459/QĐ-UBND"; without a number, kind and summary.
    pub fn title(&self, lang: Lang) -> String {
        let kind = self.kind.name(lang);
        match &self.number {
            Some(number) => format!("{kind} {number}"),
            None => format!("{kind}: {}", self.summary),
        }
    }

    /// Whether the document is in force on a day, where its days are known.
    pub fn in_force(&self, day: NaiveDate) -> Option<bool> {
        let from = self.valid_from?;
        Some(from <= day && self.valid_to.is_none_or(|last| day <= last))
    }
}
