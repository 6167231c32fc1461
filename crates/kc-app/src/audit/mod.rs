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

/// Everything done to a record, newest first. Only for whoever was shown the record by its own use
/// case: the history tells no more than the record itself.
pub fn of_record(cx: &Cx<'_>, record: &str) -> Done<Vec<Record>> {
    cx.read(|reader| Ok(kc_store::audit::of_record(reader, record, HISTORY_MAX)?))
}
