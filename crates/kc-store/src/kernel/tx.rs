//! A write: opened with a permit, committed with its audit record, or not at all.

use super::reader::Link;
use super::{Reader, Row, StoreError, Stored, Value};
use crate::audit;
use kc_domain::audit::Outcome;
use kc_domain::kernel::date::Instant;
use kc_domain::policy::Permit;

/// Who writes, and when.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// The permit that opens the transaction.
    pub permit: &'a Permit,
    /// The moment that stands in every record of the transaction.
    pub at: Instant,
}

/// What a write leaves in the audit.
#[derive(Debug, Clone)]
pub struct Trace {
    /// The word of the record: `project`, `ledger`, …
    pub word: &'static str,
    /// The identity of the record.
    pub record: String,
    /// One sentence, with the fields before and after.
    pub detail: String,
}

impl Trace {
    /// A trace of one sentence.
    pub fn new(word: &'static str, record: impl ToString, detail: impl Into<String>) -> Self {
        Self {
            word,
            record: record.to_string(),
            detail: detail.into(),
        }
    }
}

/// A write transaction.
pub struct Tx<'a> {
    pub(super) link: &'a mut Link,
    pub(super) stamp: Stamp<'a>,
    traces: Vec<Trace>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(link: &'a mut Link, stamp: Stamp<'a>) -> Self {
        Self {
            link,
            stamp,
            traces: Vec::new(),
        }
    }

    /// The permit under which this is written.
    pub fn permit(&self) -> &Permit {
        self.stamp.permit
    }

    /// The moment of the transaction.
    pub fn at(&self) -> Instant {
        self.stamp.at
    }

    /// Reads inside the transaction.
    pub fn reader(&mut self) -> Reader<'_> {
        Reader::over(self.link)
    }

    /// All rows of a query.
    pub(crate) fn query(&mut self, sql: &str, values: &[Value]) -> Stored<Vec<Row>> {
        self.link.query(sql, values)
    }

    /// Runs a statement and answers how many rows it changed.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value]) -> Stored<u64> {
        self.link.execute(sql, values)
    }

    /// Runs an update that states the version it saw; nought rows changed is stale.
    pub(crate) fn update_one(&mut self, sql: &str, values: &[Value]) -> Stored<()> {
        match self.execute(sql, values)? {
            1 => Ok(()),
            _ => Err(StoreError::Stale),
        }
    }

    /// Leaves a trace; the last step of every write.
    pub fn trace(&mut self, trace: Trace) {
        self.traces.push(trace);
    }

    /// Appends the audit records. A write that left no trace is our mistake and is not committed.
    pub(super) fn seal(&mut self) -> Stored<()> {
        if self.traces.is_empty() {
            return Err(StoreError::NoTrace);
        }
        for trace in std::mem::take(&mut self.traces) {
            audit::append(
                self.link,
                self.stamp.permit.attempt(),
                self.stamp.at,
                Outcome::Done,
                trace,
            )?;
        }
        Ok(())
    }
}
