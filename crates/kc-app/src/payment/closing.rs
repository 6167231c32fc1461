//! Whether the money of a project is closed: paid, cleared or recovered, and settled.

use crate::kernel::Done;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Source, Stage};
use kc_domain::payment::refusal::Refusal;
use kc_store::kernel::Reader;
use kc_store::ledger;

/// Refuses while money of the State is bound, advanced or paid and not settled. What was approved
/// and never bound does not hinder.
pub(crate) fn expect_closed(reader: &mut Reader<'_>, id: ProjectId) -> Done<()> {
    let stages = ledger::stages_of_project(reader, id)?;
    let held = |stage: Stage| -> Dong {
        let own = stages
            .iter()
            .filter(|(source, at, _)| *at == stage && *source != Source::Counterpart);
        own.map(|(_, _, amount)| *amount).sum()
    };
    let (unpaid, advanced, unsettled) = (
        held(Stage::Contracted),
        held(Stage::Advanced),
        held(Stage::Paid),
    );
    if unpaid.is_positive() || advanced.is_positive() || unsettled.is_positive() {
        return Err(Refusal::NotClosed {
            unpaid,
            advanced,
            unsettled,
        }
        .into());
    }
    Ok(())
}
