//! Answering a round of questions, or correcting the answer; the audit keeps both.

use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use chrono::NaiveDate;
use kc_domain::followup::{self, Answer, Followup, find, questions, show_answer};
use kc_domain::kernel::id::FollowupId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// The answers as they are entered; what nobody knows is left out.
#[derive(Debug, Clone)]
pub struct Given {
    /// The day they were given.
    pub on: NaiveDate,
    /// Who gave them.
    pub by: String,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Anything else.
    pub note: Option<String>,
}

/// Keeps the answers of a round.
pub fn answer(cx: &Cx<'_>, id: FollowupId, given: Given) -> Done<()> {
    let seen = show(cx, id)?.followup;
    let about = About::new("project", seen.project);
    let permit = cx.permit(Action::RecordFollowup, subject(&seen), &about)?;
    cx.change(&permit, &about, |tx| {
        let before = kc_store::followup::find(&mut tx.reader(), id)?;
        let before = before.ok_or(Failure::NotFound)?.followup;
        let told = tell(&before);
        let on = (given.on, given.by);
        let after = followup::answer(before, given.answers, on, given.note, cx.today())?;
        kc_store::followup::answer(tx, &after)?;
        let detail = format!("{}: {told} → {}", after.title(Lang::Vi), tell(&after));
        tx.trace(Trace::new("project", after.project, detail));
        Ok(())
    })
}

/// The answers in one line; what is missing is said to be.
fn tell(round: &Followup) -> String {
    let missing = questions().len().saturating_sub(round.answers.len());
    let told = round.answers.iter().map(|answer| {
        find(&answer.question).map_or_else(
            || answer.written.clone(),
            |question| show_answer(question, &answer.written, Lang::Vi),
        )
    });
    let told: Vec<_> = told.collect();
    if told.is_empty() {
        return "chưa trả lời".to_owned();
    }
    format!("{} ({missing} câu chưa có số liệu)", told.join("; "))
}
