//! Field work: surveys before a proposal, inspections of the work, acceptances; who came, what they
//! found, what they asked for and by when.

pub mod checklist;
pub mod fieldwork;
mod kind;
mod matter;
mod person;
mod photo;
pub mod refusal;
mod rules;
mod visit;

pub use kind::{Verdict, VisitKind};
pub use matter::{Matter, MatterKind, Standing};
pub use person::{PEOPLE_MAX, Person, Side, read_people, write_people};
pub use photo::{Photo, Spot, taken_at};
pub use rules::{ask, check, close, raise};
pub use visit::{Findings, Visit};
