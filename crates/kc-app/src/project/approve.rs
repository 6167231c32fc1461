//! Recording the decision that approves a project.

use super::guard::Given;
use super::step::{self, Which};
use crate::document::{self, Filter, Order};
use crate::kernel::{Cx, Done, ROWS_MAX, Window};
use kc_domain::document::{Document, DocumentKind};
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::process::Move;

/// Approves a submitted project by a recorded, dated decision. Nobody approves an own proposal.
pub fn approve(cx: &Cx<'_>, id: ProjectId, version: i64, decision: DocumentId) -> Done<()> {
    let given = Given {
        document: Some(decision),
        ..Given::default()
    };
    step::take(cx, id, version, Which::Makes(Move::Approve), &given)
}

/// The newest decisions the person may read, to choose from.
pub fn decisions(cx: &Cx<'_>) -> Done<Vec<Document>> {
    let filter = Filter {
        kind: Some(DocumentKind::Decision),
        ..Filter::default()
    };
    Ok(document::list(cx, &filter, Order::Newest, Window::of_page(1, ROWS_MAX))?.rows)
}
