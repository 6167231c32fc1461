//! Published statements: read from files or lines, checked, kept, and answered for other tools.

pub mod amend;
mod changes;
mod fields;
mod file;
mod json;
pub mod keep;
pub mod lines;
mod output;
mod refusal;
pub mod withdraw;
mod write;

#[cfg(test)]
mod tests;

pub use file::{FILE_BYTES_MAX, read};
pub use output::to_json;
pub use refusal::FileRefusal;
pub use write::to_file;

use crate::audit::Remembered;
use crate::kernel::{Cx, Done, Failure, Page, Window};
use kc_domain::kernel::id::StatementId;
use kc_domain::policy::{Action, Subject};
use kc_domain::statement::{Finding, Kept, Statement};
use kc_store::statement;
pub use kc_store::statement::Filter;

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

    /// How many checks somebody has to look at.
    pub fn doubtful(&self) -> usize {
        let findings = self.findings.iter();
        findings
            .filter(|finding| !finding.verdict.is_fine())
            .count()
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

/// Checks what somebody pasted. Nothing is kept.
pub fn check_pasted(text: &str) -> Done<Checked> {
    Ok(check(text.as_bytes())?)
}

/// Statements the reader may see, the newest publication first.
pub fn list(cx: &Cx<'_>, filter: &Filter, window: Window) -> Done<Page<Kept>> {
    let scope = cx.scope(Action::ReadStatements)?;
    cx.read(|reader| Ok(statement::list(reader, &scope, filter, window)?))
}

/// One kept statement, without its verdicts.
pub fn kept(cx: &Cx<'_>, id: StatementId) -> Done<Kept> {
    let found = cx.read(|reader| Ok(statement::find(reader, id)?))?;
    let found = found.ok_or(Failure::NotFound)?;
    cx.may_read(Action::ReadStatements, &subject(&found))?;
    Ok(found)
}

/// One kept statement and what its checks find today.
pub fn show(cx: &Cx<'_>, id: StatementId) -> Done<(Kept, Checked)> {
    let found = kept(cx, id)?;
    let checked = check_pasted(&found.body)?;
    Ok((found, checked))
}

impl Remembered for StatementId {
    fn expect_shown(self, cx: &Cx<'_>) -> Done<()> {
        show(cx, self).map(drop)
    }
}

/// What the policy must know of a statement.
pub fn subject(kept: &Kept) -> Subject {
    Subject::new(kept.area.clone(), Some(kept.organisation))
}
