//! Keys of rules, kinds of support and facts, as files and commands write them.

use crate::kernel::text::Text;
use std::fmt;

/// The longest key; file names and addresses are made of keys.
const CHARACTERS_MAX: usize = 60;

/// A key: lower-case letters, digits and hyphens, as in `production-line`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// Reads a key; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_key = !text.is_empty() && text.len() <= CHARACTERS_MAX && text.chars().all(fits);
        is_key.then(|| Self(text.to_owned()))
    }

    /// Stands for a kind of support that nobody has chosen yet; only rules for every kind speak of
    /// it.
    pub fn any() -> Self {
        Self("any".to_owned())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A kind of support, or a fact about a project, with the words people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Text,
    /// Whether it is a paper that must be shown, not a plain fact.
    pub is_paper: bool,
}
