//! Working days: weekends, public holidays, swapped days and Saturdays worked for them.
//!
//! Labour Code 2019, articles 111–112, and the yearly notices. A deadline of `n` working days
//! is the n-th working day after the day a file came in; that day itself does not count.

mod day;
mod reckon;
mod table;

pub use day::{DayKind, SpecialDay, SpecialKind};
pub use reckon::{Doubt, Reckoned};
pub use table::{BadDay, Calendar, national};
