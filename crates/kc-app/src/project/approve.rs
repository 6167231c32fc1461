//! Recording the decision that approves a project.

use super::step::{self, Given};
use crate::document::{self, Filter, Order};
use crate::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_domain::document::{Document, DocumentKind};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::project::lifecycle::Move;
use kc_domain::project::refusal::Refusal;
use kc_domain::project::{self, Project};
use kc_store::kernel::Tx;

/// Approves a submitted project by a recorded, dated decision. Nobody approves an own proposal.
pub fn approve(cx: &Cx<'_>, id: ProjectId, version: i64, decision: DocumentId) -> Done<()> {
    let given = Given {
        document: Some(decision),
        ..Given::default()
    };
    step::take(cx, id, version, Move::Approve, &given)
}

/// Lets a decision stand behind the project.
pub(super) fn decided_by(
    cx: &Cx<'_>,
    tx: &mut Tx<'_>,
    project: &mut Project,
    decision: Option<DocumentId>,
) -> Done<String> {
    let decision = decision.ok_or(Refusal::UnknownDecision)?;
    let paper = kc_store::document::find(&mut tx.reader(), decision)?;
    let paper = paper.ok_or(Refusal::UnknownDecision)?;
    if !cx.may_on(Action::ReadDocuments, &document::subject(&paper)) {
        return Err(Refusal::UnknownDecision.into());
    }
    let title = paper.title(Lang::Vi);
    project.status = project::approve(project, &title, paper.issued_on)?;
    project.decision = Some(decision);
    crate::norm::keep_decided(tx, project, paper.issued_on.unwrap_or_else(|| cx.today()))?;
    let day = paper.issued_on.map(show_date).unwrap_or_default();
    Ok(format!(". {title} ngày {day}"))
}

/// The newest decisions the person may read, to choose from.
pub fn decisions(cx: &Cx<'_>) -> Done<Vec<Document>> {
    let filter = Filter {
        kind: Some(DocumentKind::Decision),
        ..Filter::default()
    };
    Ok(document::list(cx, &filter, Order::Newest, Window::of_page(1, ROWS_MAX))?.rows)
}
