//! Norms: the book of rules, what it says of a case or a project, and rules a province adopts.

pub mod adopt;
mod block;
mod book;
mod caution;
mod check;
mod content;
mod facts;
mod file;
mod json;
mod project;
mod raw;
mod snapshot;
mod tell;

pub use book::{Source, book, explain, reference, see, sources};
pub use caution::cautions;
pub use check::check_file;
pub use file::{Parsed, parse};
pub use json::{explanation_json, norm_json, refusal_json};
pub use project::{
    OfProject, advance_rate, eligibility, expect_approved_within_ceiling, expect_eligible,
    expect_kind, expect_within_ceiling, keep_decided, of_project, see_project,
};
pub use tell::{tell, tellable, told};

#[cfg(test)]
mod tests;
