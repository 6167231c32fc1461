//! Programmes of several years, and the catalogues of content they are counted by.

pub mod catalogue;
pub mod frame;
pub mod refusal;

use crate::kernel::id::{DocumentId, OrganisationId, ProgrammeId};
use crate::kernel::level::Level;
use crate::kernel::period::Period;
use crate::place::area::AreaPath;

/// A programme (chương trình khuyến công) of several years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Identity.
    pub id: ProgrammeId,
    /// The code the office uses: `HP-2016-2020`.
    pub code: String,
    /// Name as in the decision.
    pub name: String,
    /// National or local, where the decision says so.
    pub level: Option<Level>,
    /// The code of the catalogue its content is counted by.
    pub catalogue: String,
    /// The years it runs.
    pub period: Period,
    /// The decision it stands on.
    pub decision: Option<DocumentId>,
    /// The programme before it.
    pub predecessor: Option<ProgrammeId>,
    /// What readers of its reports must know.
    pub note: Option<String>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether the record is sample data.
    pub illustrative: bool,
    /// Counts the edits.
    pub version: i64,
}
