//! How a rule says no: a code that never changes, and a sentence with the facts.

use super::id::ProjectId;
use super::text::Lang;
use std::fmt::Debug;

/// A refusal by a rule of the business. The user can mend it; we cannot.
pub trait Refuse: Debug + Send + Sync {
    /// The code that never changes, as in `ledger.over-balance`.
    fn code(&self) -> &'static str;

    /// One sentence: what is wrong, by which rule, and what to do next.
    fn say(&self, lang: Lang) -> String;

    /// The form field the refusal speaks of, where there is one.
    fn field(&self) -> Option<&'static str> {
        None
    }

    /// Where it is mended, where that is another record than the one at hand.
    fn remedy(&self) -> Option<Remedy> {
        None
    }
}

/// A record in which a refusal is mended; a page links to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// The kind of support of a project.
    KindOfSupport(ProjectId),
}
