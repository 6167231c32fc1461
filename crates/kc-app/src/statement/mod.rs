//! Published statements: read from files, checked, and answered for other tools.

mod fields;
mod file;
mod json;
mod output;
mod refusal;

#[cfg(test)]
mod tests;

pub use file::{FILE_BYTES_MAX, read};
pub use output::to_json;
pub use refusal::FileRefusal;

use kc_domain::statement::{Finding, Statement};

/// A statement and what its checks found, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The statement as read.
    pub statement: Statement,
    /// One finding per check.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether every number agrees, within its range or by rounding.
    pub fn is_fine(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.verdict.is_fine())
    }
}

/// Reads a statement file and runs its checks. Nothing is stored.
pub fn check(bytes: &[u8]) -> Result<Checked, FileRefusal> {
    let statement = read(bytes)?;
    let findings = statement.check()?;
    Ok(Checked {
        statement,
        findings,
    })
}
