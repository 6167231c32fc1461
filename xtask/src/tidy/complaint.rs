//! What a check has to say about one place.

use std::fmt;

/// A place, what is wrong there, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    place: String,
    what: String,
    remedy: &'static str,
}

impl Complaint {
    /// Speaks of a whole file.
    pub(crate) fn of(path: &str, what: impl Into<String>, remedy: &'static str) -> Self {
        Self {
            place: path.to_owned(),
            what: what.into(),
            remedy,
        }
    }

    /// Speaks of one line, counted from 1.
    pub(crate) fn at(
        path: &str,
        line: usize,
        what: impl Into<String>,
        remedy: &'static str,
    ) -> Self {
        Self {
            place: format!("{path}:{line}"),
            what: what.into(),
            remedy,
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. {}", self.place, self.what, self.remedy)
    }
}

/// Test help: the complaints as text, so that a test can ask for a word.
#[cfg(test)]
pub(crate) fn said(complaints: &[Complaint]) -> String {
    complaints
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
