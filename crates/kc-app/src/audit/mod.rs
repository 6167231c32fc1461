//! Reading the audit, and proving that nobody changed it.

pub mod verify;

use crate::kernel::{Cx, Done, Page, Window};
use kc_domain::audit::Record;
use kc_domain::policy::Action;

/// Records the reader may see, newest first; of one record only when it is named.
pub fn list(cx: &Cx<'_>, record: Option<&str>, window: Window) -> Done<Page<Record>> {
    let scope = cx.scope(Action::ReadAudit)?;
    cx.read(|reader| Ok(kc_store::audit::list(reader, &scope, record, window)?))
}

/// The hash of the last record, as hexadecimal digits; what official papers print at their foot.
pub fn head(cx: &Cx<'_>) -> Done<String> {
    let (_, hash) = cx.read(|reader| Ok(kc_store::audit::head(reader)?))?;
    Ok(crate::kernel::token::hex(&hash))
}

/// Most events of one record that its history shows.
const HISTORY_MAX: i64 = 200;

/// The identity of a record that has a history. The history tells no more than the record itself,
/// so it is told to whoever is shown the record by its own use case.
pub trait Remembered: std::fmt::Display + Copy {
    /// Shows the record, or says why not.
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()>;
}

/// Everything done to a record the reader may see, newest first.
pub fn of_record(cx: &Cx<'_>, record: impl Remembered) -> Done<Vec<Record>> {
    record.expect_shown(cx)?;
    let record = record.to_string();
    cx.read(|reader| Ok(kc_store::audit::of_record(reader, &record, HISTORY_MAX)?))
}
