//! Targets and results of programmes and plans.

mod lines;
mod result;
mod target;

pub use lines::{count_projects, plan_lines};
pub use result::{find_result, insert_result, list_results, withdraw_result};
pub use target::{find_target, insert_target, list_targets, withdraw_target};

use crate::kernel::{Row, StoreError, Stored};
use kc_domain::kernel::figure::Figure;
use kc_domain::programme::frame::Frame;

/// The frame of the columns `word` and `record_id`.
fn frame(row: &Row, word: usize, record: usize) -> Stored<Frame> {
    let bytes: Vec<u8> = row.get(record)?;
    let word: String = row.get(word)?;
    let frame = bytes.try_into().ok().and_then(|id| Frame::of(&word, id));
    frame.ok_or_else(|| StoreError::Shape(format!("a figure of {word}")))
}

/// What was printed was read before it was kept, so it can be read again.
fn figure(printed: &str) -> Stored<Figure> {
    Figure::parse(printed).map_err(|refusal| StoreError::Shape(format!("{printed}: {refusal:?}")))
}
