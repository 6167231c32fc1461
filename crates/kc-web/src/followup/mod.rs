//! Follow-up after the support: outcomes beside the money, the rounds of a project, the answers.

mod answer;
mod list;
mod part;

pub use part::project_parts;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::FollowupId;
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadProjects);
const RECORD: Access = Access::Needs(Action::RecordFollowup);

/// Follow-up.
pub const ROUTES: &[Route] = &[
    get("/followups", READ, list::list),
    get("/followups/{followup}/answers", RECORD, answer::ask),
    post("/followups/{followup}/answers", RECORD, answer::answer),
    post("/projects/{project}/followups", RECORD, part::schedule),
];

/// The address where a round is answered.
pub fn answer_url(id: FollowupId) -> String {
    format!("/followups/{id}/answers")
}
