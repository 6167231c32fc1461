//! Acceptance: the machine as approved beside the machine as installed, the accepted money, and when
//! the work may be taken as done.

mod compare;
mod installed;
pub mod refusal;
mod rules;

pub use compare::{Aspect, Compared, Difference, compare};
pub use installed::Installed;
pub use rules::{Facts, decide};

use crate::kernel::id::VisitId;
use crate::kernel::money::Dong;

/// What an acceptance holds beside its visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The visit it was made on.
    pub visit: VisitId,
    /// The work done, in words and figures.
    pub volume: String,
    /// The accepted cost in all, đồng; `None` when nobody established it.
    pub cost: Option<Dong>,
    /// The support accepted for payment, đồng.
    pub support: Option<Dong>,
    /// The counterpart money proven by vouchers, đồng.
    pub counterpart: Option<Dong>,
    /// Each machine as it stands there.
    pub installed: Vec<Installed>,
}

#[cfg(test)]
mod tests;
