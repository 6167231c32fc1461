//! Projects on their way: each waits for the step that leads on, and for whoever may take it.

use super::rules::{Rules, may_read, may_take};
use super::{Desk, FOUND_MAX};
use crate::kernel::{Cx, Done, Window};
use kc_domain::identity::Actor;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::policy::Action;
use kc_store::task::{Stand, Standing, list_proposed, list_standing};
use std::collections::BTreeMap;

/// Projects this person may lead on, and own proposals that others hold.
pub(super) fn find(cx: &Cx<'_>) -> Done<Desk> {
    let Ok(scope) = cx.scope(Action::ReadProjects) else {
        return Ok(Desk::default());
    };
    let rules = cx.read(|reader| Rules::of(reader, &scope))?;
    let mut desk = Desk::default();
    for row in to_lead_on(cx, &rules)? {
        let step = rules.step_of(cx, &row.stand);
        desk.mine.extend(step.map(|step| rules.task(&row, step)));
    }
    for row in own(cx)? {
        let mut steps = rules.steps(&row.stand);
        let is_mine = steps.any(|step| may_take(cx, &row, step));
        let next = rules.steps(&row.stand).next().filter(|_| !is_mine);
        desk.awaited.extend(next.map(|step| rules.task(&row, step)));
    }
    Ok(desk)
}

/// Projects whose next step this very person may take: one question for each right.
fn to_lead_on(cx: &Cx<'_>, rules: &Rules) -> Done<Vec<Standing>> {
    let mut by_right: BTreeMap<Action, Vec<Stand>> = BTreeMap::new();
    for stand in &rules.stands {
        if let Some(step) = rules.step_of(cx, stand) {
            by_right.entry(step.action).or_default().push(stand.clone());
        }
    }
    let window = Window::of_page(1, FOUND_MAX);
    let mut found = Vec::new();
    for (action, stands) in by_right {
        let scope = cx.scope(action)?;
        found.extend(cx.read(|reader| Ok(list_standing(reader, &scope, &stands, window)?))?);
    }
    found.retain(|row| {
        let step = rules.step_of(cx, &row.stand);
        step.is_some_and(|step| may_take(cx, row, step))
    });
    Ok(found)
}

/// Waiting projects this person, or whoever they stand in for, proposed; and those the person's
/// firm or service organisation stands behind.
fn own(cx: &Cx<'_>) -> Done<Vec<Standing>> {
    let held = cx.actor().into_iter().flat_map(Actor::held);
    let parties: Vec<OrganisationId> = held.map(|given| given.organisation).collect();
    let (people, window) = (cx.hands(), Window::of_page(1, FOUND_MAX));
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = cx.read(|reader| Ok(list_proposed(reader, &people, &parties, window)?))?;
    rows.retain(|row| may_read(cx, row));
    Ok(rows)
}
