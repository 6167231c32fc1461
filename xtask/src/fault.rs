//! Why a task stopped, as one text for the terminal.

use std::fmt;

/// A sentence that says what is wrong and what to do.
#[derive(Debug)]
pub(crate) struct Fault(String);

impl Fault {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Puts what was being done before what went wrong.
    pub(crate) fn while_doing(doing: &str) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("cannot read JSON: {error}"))
    }
}
