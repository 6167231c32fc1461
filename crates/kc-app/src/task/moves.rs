//! Prepared moves of money: they wait for the second hand.

use super::{Desk, FOUND_MAX, Task, holders};
use crate::kernel::{Cx, Done, Window};
use crate::ledger::{Prepared, payment};
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::{Action, Subject};

/// Moves to approve, and moves one prepared oneself.
pub(super) fn find(cx: &Cx<'_>) -> Done<Desk> {
    let mut desk = Desk::default();
    if !cx.may(Action::ApproveMove) && !cx.may(Action::PrepareMove) {
        return Ok(desk);
    }
    for prepared in payment::list_waiting(cx, None, Window::of_page(1, FOUND_MAX))? {
        let subject = Subject::new(prepared.area.clone(), Some(prepared.organisation));
        if cx.may_on(Action::ApproveMove, &subject.made_by(prepared.prepared_by)) {
            desk.mine.push(task(&prepared));
        } else if cx.is_own_hand(prepared.prepared_by) {
            desk.awaited.push(task(&prepared));
        }
    }
    Ok(desk)
}

fn task(prepared: &Prepared) -> Task {
    let what = |lang: Lang| {
        format!(
            "{}: {}",
            lang.t("Duyệt", "Approve"),
            prepared.kind.name(lang)
        )
    };
    Task {
        what: Text::new(what(Lang::Vi), what(Lang::En)),
        title: prepared.project_title.clone(),
        path: "/ledger/waiting".to_owned(),
        amount: Some(prepared.amount),
        since: Some(prepared.prepared_at.day()),
        due: None,
        until: None,
        holder: holders(Action::ApproveMove),
    }
}
