//! Keeping statements to be found.

use kc_domain::statement::Kept;
use kc_store::kernel::{Stored, Tx};
use kc_store::search::{self, Entry};

/// Keeps a statement to be found.
pub(crate) fn keep_statement(tx: &mut Tx<'_>, kept: &Kept) -> Stored<()> {
    search::keep(
        tx,
        &Entry {
            record: kept.id.0,
            word: "statement",
            title: &kept.title,
            note: kept.source.as_deref().unwrap_or_default(),
            more: "",
            area: &kept.area,
            organisation: Some(kept.organisation),
            party: None,
        },
    )
}
