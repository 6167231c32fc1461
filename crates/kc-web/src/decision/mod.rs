//! Decisions: list, drafts and their lines, issuing, papers; their part in plans and projects.

mod form;
mod issue;
mod lines;
mod list;
mod pages;
mod parts;
mod show;
mod standing;

pub use parts::of_project;
pub use standing::of_plan;

use crate::kernel::components::{Shape, Tag, Tone};
use crate::kernel::route::{Access, Route, get, post};
use kc_domain::decision::DecisionStatus;
use kc_domain::kernel::id::{DecisionId, PlanId, RankingId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// Decisions.
pub const ROUTES: &[Route] = &[
    get(
        "/decisions",
        Access::Needs(Action::ReadDecisions),
        list::list,
    ),
    get(
        "/decisions/new",
        Access::Needs(Action::RecordDecision),
        pages::new,
    ),
    post(
        "/decisions",
        Access::Needs(Action::RecordDecision),
        pages::create,
    ),
    get(
        "/decisions/{decision}",
        Access::Needs(Action::ReadDecisions),
        show::show,
    ),
    get(
        "/decisions/{decision}/edit",
        Access::Needs(Action::RecordDecision),
        pages::edit,
    ),
    post(
        "/decisions/{decision}",
        Access::Needs(Action::RecordDecision),
        pages::update,
    ),
    post(
        "/decisions/{decision}/lines",
        Access::Needs(Action::RecordDecision),
        lines::put,
    ),
    post(
        "/decisions/{decision}/lines/{line}/removal",
        Access::Needs(Action::RecordDecision),
        lines::take_out,
    ),
    post(
        "/decisions/{decision}/discarding",
        Access::Needs(Action::RecordDecision),
        pages::discard,
    ),
    get(
        "/decisions/{decision}/issue",
        Access::Needs(Action::IssueDecision),
        issue::ask,
    ),
    post(
        "/decisions/{decision}/issue",
        Access::Needs(Action::IssueDecision),
        issue::take,
    ),
    get(
        "/decisions/{decision}/paper/{format}",
        Access::Needs(Action::ReadDecisions),
        show::paper,
    ),
];

/// Where a draft starts with what a ranking over a plan gives.
pub fn ranked_url(plan: PlanId, ranking: RankingId) -> String {
    format!("/decisions/new?plan={plan}&ranking={ranking}")
}

/// The address of a decision.
pub fn url(id: DecisionId) -> String {
    format!("/decisions/{id}")
}

/// Where a decision stands, as a word with its shape.
fn tag(lang: Lang, status: DecisionStatus) -> Tag {
    let (shape, tone) = match status {
        DecisionStatus::Draft => (Shape::Half, Tone::Work),
        DecisionStatus::Issued => (Shape::Seal, Tone::State),
        DecisionStatus::Discarded => (Shape::Cross, Tone::Quiet),
    };
    Tag::new(shape, tone, status.name(lang))
}
