//! Documents of the sample office.

use super::Office;
use crate::kernel::Done;
use kc_domain::kernel::id::DocumentId;

/// The decision on the programme 2016–2020.
pub(super) fn decision_459(_office: &Office<'_>) -> Done<Option<DocumentId>> {
    Ok(None)
}
