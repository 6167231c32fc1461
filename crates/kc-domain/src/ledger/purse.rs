//! A purse: budget money of one source, level and year.

use super::Source;
use crate::kernel::id::{OrganisationId, PlanId, ProgrammeId, PurseId};
use crate::kernel::level::Level;
use crate::place::area::AreaPath;

/// A purse. What it holds is never written down; it is the sum of its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purse {
    /// Identity.
    pub id: PurseId,
    /// The code the office uses: `HP-2017-DP`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The programme it serves.
    pub programme: Option<ProgrammeId>,
    /// The plan it serves.
    pub plan: Option<PlanId>,
    /// Whose money it holds.
    pub source: Source,
    /// National or local, where the source tells it.
    pub level: Option<Level>,
    /// Budget year, where the source tells it.
    pub budget_year: Option<i32>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}
