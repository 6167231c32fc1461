//! Establishments: list, record, form.

mod forms;
mod list;
mod pages;
mod show;

use crate::kernel::route::{Access, Route, get, post};
use kc_app::place::{name_of, name_on};
use kc_domain::establishment::Establishment;
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// Establishments.
pub const ROUTES: &[Route] = &[
    get(
        "/establishments",
        Access::Needs(Action::ReadEstablishments),
        list::list,
    ),
    get(
        "/establishments/new",
        Access::Needs(Action::RecordEstablishment),
        pages::new,
    ),
    post(
        "/establishments",
        Access::Needs(Action::RecordEstablishment),
        pages::create,
    ),
    get(
        "/establishments/{establishment}",
        Access::Needs(Action::ReadEstablishments),
        show::show,
    ),
    get(
        "/establishments/{establishment}/edit",
        Access::Needs(Action::RecordEstablishment),
        pages::edit,
    ),
    post(
        "/establishments/{establishment}",
        Access::Needs(Action::RecordEstablishment),
        pages::update,
    ),
];

/// The address of an establishment.
pub fn url(id: EstablishmentId) -> String {
    format!("/establishments/{id}")
}

/// The place of an establishment as it was called when it was surveyed.
pub(crate) fn place_of(kept: &Establishment, lang: Lang) -> String {
    match kept.surveyed_on {
        Some(day) => name_on(&kept.area, day, lang),
        None => name_of(&kept.area, lang),
    }
}
