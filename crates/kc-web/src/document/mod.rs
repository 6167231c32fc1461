//! Documents: list, record with its files and links, form.

pub mod choice;
mod files;
mod forms;
mod links;
mod list;
mod pages;
mod part;
mod show;

pub use part::documents_part;

use crate::kernel::route::{Access, Route, get, post};
use kc_domain::kernel::id::DocumentId;
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadDocuments);
const RECORD: Access = Access::Needs(Action::RecordDocument);

/// Documents.
pub const ROUTES: &[Route] = &[
    get("/documents", READ, list::list),
    get("/documents/new", RECORD, pages::new),
    post("/documents", RECORD, pages::create),
    get("/documents/{document}", READ, show::show),
    get("/documents/{document}/edit", RECORD, pages::edit),
    post("/documents/{document}", RECORD, pages::update),
    post("/documents/{document}/links", RECORD, links::create),
    post("/documents/{document}/files", RECORD, files::create),
    get("/documents/{document}/files/{file}", READ, files::download),
];

/// The address of a document.
pub fn url(id: DocumentId) -> String {
    format!("/documents/{id}")
}
