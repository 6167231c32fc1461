//! Refunds that are due: a project stopped with its advance still outside.

use crate::contract::Waiting;
use crate::kernel::{Cx, Done};
use kc_domain::kernel::text::Text;
use kc_domain::policy::Action;
use kc_store::payment;

/// Most refunds shown at once.
const SHOWN_MAX: i64 = 20;

/// Advances of stopped projects that have to come back, for whoever prepares moves of money; each
/// stays until the ledger shows it recovered.
///
/// Thông tư 36/2013/TT-BCT, điều 11: a stopped project pays back its advance.
pub fn refunds_due(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    if !cx.may(Action::PrepareMove) {
        return Ok(Vec::new());
    }
    let scope = cx.scope(Action::PrepareMove)?;
    let due = cx.read(|reader| Ok(payment::refunds_due(reader, &scope, SHOWN_MAX)?))?;
    let waiting = |refund: payment::Refund| Waiting {
        what: Text::new(
            format!("Thu hồi tạm ứng {}", refund.amount),
            format!("Recover the advance of {}", refund.amount),
        ),
        project: refund.project,
        title: refund.title,
        url: format!(
            "/projects/{}/payments/new?kind=recover-advance",
            refund.project
        ),
        since: Some(refund.since.day()),
        due: None,
    };
    Ok(due.into_iter().map(waiting).collect())
}
