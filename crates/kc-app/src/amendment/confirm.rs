//! Confirming a request for the province.

use super::{route_of, show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use chrono::NaiveDate;
use kc_domain::amendment::{Act, Hand, confirm as decide};
use kc_domain::identity::{Actor, Role};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::AmendmentId;
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::policy::Action;
use kc_store::amendment;

/// Confirms a request by a paper of the Sở, with its number and day.
pub fn confirm(cx: &Cx<'_>, id: AmendmentId, on: NaiveDate, number: &str) -> Done<()> {
    let seen = show(cx, id)?.asked.amendment;
    let about = About::new("amendment", seen.project);
    let permit = cx.permit(Action::ConfirmChange, subject(&seen), &about)?;
    let number = clean(number);
    if number.is_empty() {
        return Err(Failure::invalid(
            "number",
            "Hãy ghi số văn bản xác nhận.",
            "Enter the number of the paper.",
        ));
    }
    let user = cx.user().ok_or(Failure::NotFound)?;
    let roles = roles(cx);
    cx.change(&permit, &about, |tx| {
        let held = amendment::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        let held = held.amendment;
        // Whoever stands in for another is one pair of hands with them.
        for user in cx.hands() {
            let hand = Hand {
                user,
                roles: &roles,
                on,
                has_document: false,
                today: cx.today(),
            };
            decide(&held, route_of(&held)?, &hand)?;
        }
        let act = Act {
            on,
            by: user,
            number: number.clone(),
        };
        amendment::confirm(tx, id, &act)?;
        let (kind, day) = (held.kind.name(Lang::Vi), show_date(on));
        let detail = format!("Sở xác nhận đề nghị “{kind}” theo {number} ngày {day}");
        tx.trace(Trace::new("project", held.project, detail));
        Ok(())
    })
}

/// The roles the person acts in.
pub(super) fn roles(cx: &Cx<'_>) -> Vec<Role> {
    let held = cx.actor().into_iter().flat_map(Actor::held);
    held.map(|given| given.role).collect()
}
