//! What other words say is waiting, as tasks.

use super::{Desk, Task};
use crate::kernel::{Cx, Done};
use crate::{amendment, appraisal, contract, decision, followup, monitoring, payment};
use kc_domain::kernel::text::Text;

/// Contracts to sign or append to, progress that should have been reported, advances that have to
/// come back, and changes to confirm or decide.
pub(super) fn contracts(cx: &Cx<'_>) -> Done<Desk> {
    let mut waiting = contract::waiting_for(cx)?;
    waiting.extend(contract::overdue_progress(cx)?);
    waiting.extend(payment::refunds_due(cx)?);
    waiting.extend(amendment::waiting_for(cx)?);
    Ok(Desk::of_mine(waiting.into_iter().map(|found| {
        let task = Task::new(cx, found.what, found.title, found.url);
        task.between(found.since, found.due)
    })))
}

/// Requests and obstacles of the field, and questions after the support.
pub(super) fn field(cx: &Cx<'_>) -> Done<Desk> {
    let mut waiting = monitoring::waiting_for(cx)?;
    waiting.extend(followup::waiting_for(cx)?);
    Ok(Desk::of_mine(waiting.into_iter().map(|found| {
        let path = format!("/projects/{}", found.project);
        let task = Task::new(cx, found.what, found.title, path);
        // A question after the support waits from its own day on: it did not begin before.
        let since = Some(found.since).filter(|since| *since <= cx.today());
        task.between(since, Some(found.due))
    })))
}

/// Files a member of a council still has to score before the sitting.
pub(super) fn scores(cx: &Cx<'_>) -> Done<Desk> {
    let waiting = appraisal::waiting_for(cx)?;
    Ok(Desk::of_mine(waiting.into_iter().map(|found| {
        let (files, number) = (found.files, found.number);
        let what = if found.must_declare {
            Text::new(
                format!("Khai lợi ích rồi chấm {files} hồ sơ, phiên {number}"),
                format!("Declare interests, then score {files} files, sitting {number}"),
            )
        } else {
            Text::new(
                format!("Chấm điểm {files} hồ sơ, phiên {number}"),
                format!("Score {files} files, sitting {number}"),
            )
        };
        let path = format!("/appraisals/sittings/{}", found.sitting);
        let task = Task::new(cx, what, found.council_name, path);
        task.between(None, Some(found.held_on))
    })))
}

/// Drafts of decisions to issue.
pub(super) fn decisions(cx: &Cx<'_>) -> Done<Desk> {
    let drafts = decision::waiting_for(cx)?;
    Ok(Desk::of_mine(drafts.into_iter().map(|draft| {
        let what = Text::new("Ban hành quyết định", "Issue the decision");
        let path = format!("/decisions/{}", draft.id);
        let since = Some(draft.drafted_at.day());
        Task::new(cx, what, draft.title, path).between(since, None)
    })))
}
