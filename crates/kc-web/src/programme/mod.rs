//! Programmes: list, record, form.

pub mod choice;
mod forms;
mod pages;
pub mod sides;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::ProgrammeId;
use kc_domain::policy::Action;

/// Programmes.
pub const ROUTES: &[Route] = &[
    get(
        "/programmes",
        Access::Needs(Action::ReadProgrammes),
        pages::list,
    ),
    get(
        "/programmes/new",
        Access::Needs(Action::RecordProgramme),
        pages::new,
    ),
    post(
        "/programmes",
        Access::Needs(Action::RecordProgramme),
        pages::create,
    ),
    get(
        "/programmes/{programme}",
        Access::Needs(Action::ReadProgrammes),
        pages::show,
    ),
    get(
        "/programmes/{programme}/edit",
        Access::Needs(Action::RecordProgramme),
        pages::edit,
    ),
    post(
        "/programmes/{programme}",
        Access::Needs(Action::RecordProgramme),
        pages::update,
    ),
];

/// The address of a programme.
pub fn url(id: ProgrammeId) -> String {
    format!("/programmes/{id}")
}
