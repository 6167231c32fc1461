//! Recording the decision that approves a project.

use super::advance::advance;
use crate::kernel::{Cx, Done};
use chrono::NaiveDate;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::policy::{Action, Subject};
use kc_domain::project;
use kc_domain::project::refusal::Refusal;
use kc_store::project as store;

/// Approves a submitted project by a recorded, dated decision. Nobody approves an own proposal.
pub fn approve(cx: &Cx<'_>, id: ProjectId, version: i64, decision: DocumentId) -> Done<()> {
    let step = project::lifecycle::Move::Approve;
    advance(cx, id, version, step, |tx, project| {
        let paper = store::decision(&mut tx.reader(), decision)?;
        let paper = paper.ok_or(Refusal::UnknownDecision)?;
        let subject = Subject::new(paper.area, Some(paper.organisation));
        if !cx.may_on(Action::ReadDocuments, &subject) {
            return Err(Refusal::UnknownDecision.into());
        }
        project.status = project::approve(project, &paper.number, paper.issued_on)?;
        project.decision = Some(decision);
        let day = paper.issued_on.map(show_date).unwrap_or_default();
        Ok(format!(". Quyết định {} ngày {day}", paper.number))
    })
}

/// A paper a decision may be chosen from: identity, number, day, summary.
pub type Paper = (DocumentId, String, Option<NaiveDate>, String);

/// The newest papers the person may read, to choose the decision from.
pub fn papers(cx: &Cx<'_>) -> Done<Vec<Paper>> {
    let scope = cx.scope(Action::ReadDocuments)?;
    cx.read(|reader| Ok(store::decisions(reader, &scope)?))
}
