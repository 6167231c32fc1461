//! Thay đổi: requests for change of approved projects – ask, confirm, decide, list.

mod form;
mod list;
mod part;
mod read;
mod show;
mod steps;

pub(crate) use part::change_parts;

use crate::kernel::components::{Shape, Tag, Tone};
use crate::kernel::route::{Access, Route, get, post};
use kc_domain::amendment::Stand;
use kc_domain::kernel::id::{AmendmentId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// Requests for change.
pub const ROUTES: &[Route] = &[
    get("/changes", Access::Needs(Action::ReadProjects), list::list),
    get(
        "/projects/{project}/changes/new",
        Access::Needs(Action::RequestChange),
        form::new,
    ),
    post(
        "/projects/{project}/changes",
        Access::Needs(Action::RequestChange),
        form::create,
    ),
    get(
        "/changes/{change}",
        Access::Needs(Action::ReadProjects),
        show::show,
    ),
    get(
        "/changes/{change}/paper/{format}",
        Access::Needs(Action::ReadProjects),
        show::paper,
    ),
    get(
        "/changes/{change}/confirmation",
        Access::Needs(Action::ConfirmChange),
        steps::ask_confirmation,
    ),
    post(
        "/changes/{change}/confirmation",
        Access::Needs(Action::ConfirmChange),
        steps::confirm,
    ),
    get(
        "/changes/{change}/decision",
        Access::Needs(Action::DecideChange),
        steps::ask_decision,
    ),
    post(
        "/changes/{change}/decision",
        Access::Needs(Action::DecideChange),
        steps::decide,
    ),
];

/// The address of a request.
fn url(id: AmendmentId) -> String {
    format!("/changes/{id}")
}

/// Where the changes of a project are shown.
fn side(project: ProjectId) -> String {
    format!("/projects/{project}?tab=changes")
}

/// Where a request stands, in a word.
fn tag(lang: Lang, stand: Stand) -> Tag {
    let (shape, tone) = match stand {
        Stand::Asked => (Shape::Empty, Tone::Work),
        Stand::Confirmed => (Shape::Half, Tone::Work),
        Stand::Granted => (Shape::Seal, Tone::State),
        Stand::Refused => (Shape::Cross, Tone::Bad),
        Stand::Fallen => (Shape::Triangle, Tone::Care),
    };
    Tag::new(shape, tone, stand.name(lang))
}
