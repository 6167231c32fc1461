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
