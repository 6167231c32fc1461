//! Walking the whole chain, offline, and naming the first record that does not fit.

use crate::kernel::{Cx, Done};
use kc_domain::audit::{Broken, GENESIS, verify_next};
use kc_store::audit;

/// Records read at a time.
const BATCH: i64 = 5_000;

/// What the walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Records that fit.
    pub checked: i64,
    /// Hash of the last one that fits.
    pub head: [u8; 32],
    /// The first that does not fit, if any.
    pub broken: Option<Broken>,
}

/// Walks the chain from the first record to the head.
pub fn verify(cx: &Cx<'_>) -> Done<Verdict> {
    cx.read(|reader| {
        let (mut checked, mut head) = (0, GENESIS);
        loop {
            let batch = audit::chain(reader, checked, BATCH)?;
            for record in &batch {
                if let Err(broken) = verify_next(checked, head, record) {
                    return Ok(Verdict {
                        checked,
                        head,
                        broken: Some(broken),
                    });
                }
                (checked, head) = (record.sequence, record.hash);
            }
            if batch.is_empty() {
                break;
            }
        }
        let (last, hash) = audit::head(reader)?;
        let cut = (last, hash) != (checked, head);
        let broken = cut.then_some(Broken::Gap {
            expected: checked.saturating_add(1),
        });
        Ok(Verdict {
            checked,
            head,
            broken,
        })
    })
}
