//! Requests that wait for this very person: to be confirmed, or decided.

use super::{Filter, list, route_of, subject};
use crate::contract::Waiting;
use crate::kernel::{Cx, Done, Window};
use kc_domain::amendment::{Amendment, Authority, Stand};
use kc_domain::identity::Role;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::Action;

/// Most requests shown at once.
const SHOWN_MAX: i64 = 40;

/// Requests this person may confirm or decide on, the newest first.
pub fn waiting_for(cx: &Cx<'_>) -> Done<Vec<Waiting>> {
    if !cx.may(Action::ConfirmChange) && !cx.may(Action::DecideChange) {
        return Ok(Vec::new());
    }
    let open = Filter {
        is_open: true,
        ..Filter::default()
    };
    let mut waiting = Vec::new();
    for asked in list(cx, &open, Window::of_page(1, SHOWN_MAX))?.rows {
        let Some(verb) = step(cx, &asked.amendment)? else {
            continue;
        };
        let kind = asked.amendment.kind;
        waiting.push(Waiting {
            what: Text::new(
                format!("{}: {}", verb.say(Lang::Vi), kind.name(Lang::Vi)),
                format!("{}: {}", verb.say(Lang::En), kind.name(Lang::En)),
            ),
            project: asked.amendment.project,
            title: asked.title,
            url: format!("/changes/{}", asked.amendment.id),
            since: Some(asked.amendment.asked_on),
            due: None,
        });
    }
    Ok(waiting)
}

/// What this person can do with a request, if anything.
fn step(cx: &Cx<'_>, amendment: &Amendment) -> Done<Option<Text>> {
    let route = route_of(amendment)?;
    let is_mine = cx.is_own_hand(amendment.asked_by);
    let subject = subject(amendment);
    let holds = |role| cx.has(role);
    let to_confirm = route.needs_confirmation && amendment.stand == Stand::Asked;
    if to_confirm {
        let may = !is_mine && cx.may_on(Action::ConfirmChange, &subject);
        return Ok(may.then(|| Text::new("Xác nhận", "Confirm")));
    }
    let is_authority = match route.authority {
        Authority::DepartmentHead => holds(Role::DepartmentHead),
        Authority::Ministry | Authority::Agency => {
            holds(Role::AgencyOfficer) || holds(Role::DepartmentHead)
        }
    };
    let confirmed_by = amendment.confirmed.as_ref().map(|act| act.by);
    let is_confirmer = confirmed_by.is_some_and(|by| cx.is_own_hand(by));
    let may = is_authority && !is_confirmer && cx.may_on(Action::DecideChange, &subject);
    Ok(may.then(|| Text::new("Quyết định", "Decide")))
}
