//! The paper of a decision as a file: to go on writing, or to print.

use super::{paper, see};
use crate::kernel::{Cx, Done, PaperFormat, paper_bytes};
use kc_domain::kernel::id::DecisionId;

/// The file of a decision: its name and its bytes.
pub fn write(cx: &Cx<'_>, id: DecisionId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let sight = see(cx, id)?;
    let bytes = paper_bytes(&paper::of(&sight, cx.now()), format)?;
    let number = sight.decision.number.as_deref().unwrap_or("du-thao");
    let stem = format!("quyet-dinh-{}", number.replace(['/', ' '], "-"));
    Ok((format!("{stem}.{}", format.ending()), bytes))
}
